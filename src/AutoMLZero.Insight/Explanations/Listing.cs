using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Explanations;

/// <summary>A program as found, its introns told apart, and what it costs: all that can be said of programs with guards, too.</summary>
/// <param name="Program">The program.</param>
/// <param name="Lines">All lines, those of Setup, of Predict and of Learn.</param>
public sealed record Listing(Program Program, ImmutableArray<FoundLine> Lines)
{
    /// <summary>The listing of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public static Listing Of(Program program, bool multiClass = false)
    {
        ArgumentNullException.ThrowIfNull(program);
        var effective = EffectiveLines.Of(program, multiClass);
        return new Listing(program,
        [
            .. from function in Explanation.Functions
               from line in Enumerable.Range(0, program[function].Length)
               select new FoundLine(function, line, program[function][line], effective[function][line]),
        ]);
    }

    /// <summary>Whether the program has guards that matter.</summary>
    public bool HasGuards => Lines.Any(line => line.IsEffective && line.Instruction.Op.Info().IsGuard);

    /// <summary>The text of the program: a guarded line further in than its guard, introns as comments.</summary>
    public string Text
    {
        get
        {
            var text = new System.Text.StringBuilder();
            foreach (var function in Explanation.Functions)
            {
                text.Append("def ").Append(function).Append("():\n");
                var guards = 0;
                foreach (var line in Lines.Where(line => line.Function == function))
                {
                    text.Append("  ").Append(' ', 2 * guards).Append(line.IsEffective ? "" : "# ").Append(line.Instruction).Append('\n');
                    guards = line.IsEffective && line.Instruction.Op.Info().IsGuard ? guards + 1 : 0;
                }
            }

            return text.ToString();
        }
    }

    /// <summary>What the effective lines of a function cost.</summary>
    /// <param name="function">The function.</param>
    public StepCost Cost(ComponentFunction function) =>
        StepCost.Of(Lines.Where(line => line.IsEffective && line.Function == function).Select(line => line.Instruction.Op));
}
