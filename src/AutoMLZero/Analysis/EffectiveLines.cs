using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Which lines of a program any prediction can depend on; the others are introns. Programs with guards have them, too. Immutable.</summary>
public sealed class EffectiveLines
{
    private readonly ImmutableArray<bool>[] functions;

    private EffectiveLines(Program program, bool multiClass)
    {
        var liveness = new Liveness();
        liveness.Analyze(program, multiClass);
        HasGuards = liveness.HasGuards;
        functions = [Of(ComponentFunction.Setup), Of(ComponentFunction.Predict), Of(ComponentFunction.Learn)];

        ImmutableArray<bool> Of(ComponentFunction function) =>
            [.. Enumerable.Range(0, program[function].Length).Select(line => liveness.IsEffective(function, line))];
    }

    /// <summary>Whether an effective line is guarded.</summary>
    public bool HasGuards { get; }

    /// <summary>Whether each line of a function is effective.</summary>
    /// <param name="function">The function.</param>
    public ImmutableArray<bool> this[ComponentFunction function] => functions[(int)function];

    /// <summary>Tells the lines of a program apart.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public static EffectiveLines Of(Program program, bool multiClass = false)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new EffectiveLines(program, multiClass);
    }
}
