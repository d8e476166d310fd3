using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Export;

/// <summary>Writes programs in other languages.</summary>
public static class ProgramExporter
{
    /// <summary>The number of features that a program of linear genetic programming has registers for; null when it does not tell.</summary>
    /// <param name="program">The program.</param>
    public static int? FeaturesOf(Program program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RegisterProgram.FeaturesOf(program);
    }

    /// <summary>The text of a program in another language. It predicts what the program predicts; random numbers are the same for the same seed.</summary>
    /// <param name="program">The program.</param>
    /// <param name="format">The language; not <see cref="ExportFormat.Onnx"/>, which is not text.</param>
    /// <param name="settings">What else decides the text.</param>
    /// <exception cref="InputException">
    /// The settings do not fit together, or the program has guards and the language is another than C or the program more than one of registers.
    /// </exception>
    public static string Write(Program program, ExportFormat format, ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(settings);
        if (format == ExportFormat.C && RegisterProgram.Of(program, settings.Validated()) is { } registers) return new RegisterListing(registers, settings).Write();
        var readable = ReadableProgram.Of(program, settings.Validated().Kind);
        return format switch
        {
            ExportFormat.CSharp => CSharpExporter.Write(readable, settings),
            ExportFormat.Numpy => NumpyExporter.Write(readable, settings),
            ExportFormat.C => CExporter.Write(readable, settings),
            ExportFormat.Latex => LatexExporter.Write(readable),
            ExportFormat.Dot => DotExporter.Write(readable),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format is not text."),
        };
    }
}
