using System.Collections.Immutable;
using AutoMLZero.Analysis;

namespace AutoMLZero.Insight.Techniques;

/// <summary>A technique of machine learning that a program uses.</summary>
/// <param name="Id">Its name for programs, such as <c>gradient-step</c>: one of <see cref="TechniqueFinder.Ids"/>.</param>
/// <param name="Meaning">What it is, in one line.</param>
/// <param name="Lines">The instructions that show it, in the order of the program.</param>
public sealed record Technique(string Id, string Meaning, ImmutableArray<FlowValue> Lines);
