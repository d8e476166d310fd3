using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Tells what the effective instructions of programs cost, as they are written. Reused from program to program.</summary>
/// <param name="dimension">Number of features F.</param>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
internal sealed class EffectiveCost(int dimension, bool multiClass)
{
    private readonly Liveness liveness = new();

    /// <summary>The cost of a training step: the effective instructions of <c>Predict</c> and <c>Learn</c>.</summary>
    /// <param name="program">The program.</param>
    public double PerStep(Program program)
    {
        liveness.Analyze(program, multiClass);
        return Of(program, ComponentFunction.Predict) + Of(program, ComponentFunction.Learn);
    }

    private double Of(Program program, ComponentFunction function)
    {
        var cost = 0.0;
        var instructions = program[function].AsSpan();
        for (var i = 0; i < instructions.Length; i++)
        {
            if (liveness.IsEffective(function, i)) cost += ProgramCost.Of(instructions[i].Op, dimension);
        }

        return cost;
    }
}
