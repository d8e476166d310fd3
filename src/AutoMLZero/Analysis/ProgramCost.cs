using System.Numerics;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// What programs cost, told without running them: the sum over instructions of <see cref="OpInfo.CostFactor"/> * F^<see cref="OpInfo.CostPower"/>.
/// The unit is one scalar addition.
/// </summary>
public static class ProgramCost
{
    private static readonly (double Factor, int Power)[] Costs = [.. Ops.Table.Select(info => (info.CostFactor, info.CostPower))];

    /// <summary>The cost of a training step: all instructions of <c>Predict</c> and <c>Learn</c> as written, introns too.</summary>
    /// <param name="program">The program.</param>
    /// <param name="dimension">Number of features F.</param>
    public static double PerStep(Program program, int dimension)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Of(program.Predict.AsSpan(), dimension) + Of(program.Learn.AsSpan(), dimension);
    }

    /// <summary>The cost of a training step of effective instructions.</summary>
    internal static double PerStep(EffectiveCode code, int dimension) =>
        Of(code[ComponentFunction.Predict], dimension) + Of(code[ComponentFunction.Learn], dimension);

    /// <summary>The cost of a training step of the effective instructions of a program, as they are written.</summary>
    internal static double PerStep(Program program, Liveness liveness, int dimension) =>
        Of(program, ComponentFunction.Predict, liveness, dimension) + Of(program, ComponentFunction.Learn, liveness, dimension);

    /// <summary>The cost of one operation.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="dimension">Number of features F.</param>
    internal static double Of(Op op, double dimension)
    {
        ref readonly var cost = ref Costs[(int)op];
        return cost.Factor * cost.Power switch
        {
            0 => 1,
            1 => dimension,
            2 => dimension * dimension,
            _ => dimension * dimension * dimension,
        };
    }

    private static double Of(Program program, ComponentFunction function, Liveness liveness, double dimension)
    {
        var cost = 0.0;
        var instructions = program[function].AsSpan();
        if (liveness.Few is { } few)
        {
            for (var left = few.Effective(function); left != 0; left &= left - 1) cost += Of(instructions[BitOperations.TrailingZeroCount(left)].Op, dimension);
            return cost;
        }

        foreach (var place in liveness.Effective(function)) cost += Of(instructions[place].Op, dimension);
        return cost;
    }

    private static double Of(ReadOnlySpan<Instruction> instructions, double dimension)
    {
        var cost = 0.0;
        foreach (ref readonly var instruction in instructions) cost += Of(instruction.Op, dimension);
        return cost;
    }
}
