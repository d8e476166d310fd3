using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Which cells hold something that matters at a place within a function. Reused from program to program.</summary>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
internal sealed class LiveCells(bool multiClass)
{
    private readonly Liveness liveness = new();

    /// <summary>The cells whose values are read later, before they are written again.</summary>
    /// <param name="program">The program.</param>
    /// <param name="function">The function.</param>
    /// <param name="place">How many of its instructions come before.</param>
    public ManyCells At(Program program, ComponentFunction function, int place)
    {
        liveness.Analyze(program, multiClass);
        var live = default(ManyCells);
        for (var cell = 0; cell < liveness.Cells; cell++)
        {
            if (liveness.IsNeededAfter(function, cell)) live.Add(cell);
        }

        var instructions = program[function];
        for (var i = instructions.Length - 1; i >= place; i--)
        {
            var footprint = Footprint.Of(instructions[i]);
            if (footprint.Output == Footprint.None || !live.Contains(footprint.Output)) continue;
            if (!footprint.Keeps) live.Remove(footprint.Output);
            live.Add(footprint.Input1);
            live.Add(footprint.Input2);
        }

        return live;
    }
}
