using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AutoMLZero.Reproduction.Reporting;

/// <summary>What came of an experiment.</summary>
/// <param name="Rows">Our numbers beside the paper's.</param>
/// <param name="Notes">What was done differently from the paper and what follows from the numbers, a sentence each.</param>
/// <param name="Programs">Programs that were found, each with its title.</param>
/// <param name="Figure">The data of the figure.</param>
public sealed record Findings(
    ImmutableArray<SummaryRow> Rows, ImmutableArray<string> Notes, ImmutableArray<ShownProgram> Programs, FigureData Figure);

/// <summary>A program in a summary.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">The program, or what is said of it.</param>
public sealed record ShownProgram(string Title, string Text);

/// <summary>The data of a figure: a table in the long form, a row a point.</summary>
/// <param name="Title">What the figure shows.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The values, as many in each row as there are columns.</param>
public sealed record FigureData(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The figure as SVG; null when it is not drawn.</summary>
    [JsonIgnore]
    public string? Svg { get; init; }
}
