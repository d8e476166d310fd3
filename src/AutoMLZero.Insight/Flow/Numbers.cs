using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>
/// The numbers that follow from the program alone, without an example: constants, and what changes from step to step by a fixed rule. A vector
/// or matrix has a number when all its elements are equal.
/// </summary>
internal sealed class Numbers
{
    private const int Steps = 100;

    private readonly DataFlow flow;
    private readonly double?[] memory;
    private readonly double?[] current;
    private readonly double?[,] values;
    private readonly double?[,,] found;

    /// <summary>Runs what does not depend on examples.</summary>
    public Numbers(DataFlow flow)
    {
        this.flow = flow;
        memory = new double?[flow.Memory.Length];
        Array.Fill(memory, 0);
        current = new double?[flow.Values.Length];
        values = new double?[flow.Values.Length, Steps];
        found = new double?[flow.Memory.Length, 3, Steps];
        Run(ComponentFunction.Setup, 0);
        for (var step = 0; step < Steps; step++)
        {
            Run(ComponentFunction.Predict, step);
            Run(ComponentFunction.Learn, step);
        }
    }

    /// <summary>What a node is at each of the first steps, the first apart; null where it depends on more than the program.</summary>
    public ImmutableArray<double>? Series(Node node)
    {
        var series = ImmutableArray.CreateBuilder<double>(Steps - 1);
        for (var step = 1; step < Steps; step++)
        {
            if (At(node, step) is not { } number) return null;
            series.Add(number);
        }

        return series.MoveToImmutable();
    }

    /// <summary>The number that a node always is; null when there is none.</summary>
    public double? Constant(Node node) => Series(node) is { } series && series.All(number => number.Equals(series[0])) ? series[0] : null;

    /// <summary>The number that an instruction gives at every step, the first too; null when there is none.</summary>
    public double? Always(FlowValue value) => At(Node.Of(value), 0) is { } first && first.Equals(Constant(Node.Of(value))) ? first : null;

    private double? At(Node node, int step) => node.Origin switch
    {
        FlowOrigin.Value => flow.Values[node.Index].Function == ComponentFunction.Setup ? current[node.Index] : values[node.Index, step],
        FlowOrigin.Memory => found[node.Index, (int)node.At, step],
        FlowOrigin.Zero => 0,
        _ => null,
    };

    private void Run(ComponentFunction function, int step)
    {
        foreach (var cell in flow.Memory) found[cell.Index, (int)function, step] = memory[cell.Index];
        foreach (var value in flow.Of(function)) values[value.Index, step] = current[value.Index] = Of(value);
        foreach (var value in flow.Of(function))
        {
            if (value.IsLeft) memory[value.LeftIn] = current[value.Index];
        }
    }

    private double? Of(FlowOperand operand) => operand.Origin switch
    {
        FlowOrigin.Value => current[operand.Index],
        FlowOrigin.Memory => memory[operand.Index],
        FlowOrigin.Zero => 0,
        _ => null,
    };

    private double? Of(FlowValue value)
    {
        var instruction = value.Instruction;
        switch (value.Op)
        {
            case Op.ScalarConstant: return instruction.Constant1;
            case Op.VectorConstant: return Of(value.Kept) == instruction.Constant2 ? instruction.Constant2 : null;
            case Op.MatrixConstant: return Of(value.Kept) == instruction.Constant3 ? instruction.Constant3 : null;
            case Op.ScalarUniform or Op.VectorUniform or Op.MatrixUniform:
                return instruction.Constant1 >= instruction.Constant2 ? instruction.Constant1 : null;
            case Op.ScalarGaussian or Op.VectorGaussian or Op.MatrixGaussian:
                return instruction.Constant2 == 0 ? instruction.Constant1 : null;
        }

        if (Of(value.Input1) is not { } a) return null;
        if (value.Op == Op.SetElement) return Of(value.Kept) == a ? a : null;
        if (value.Info.InputCount == 1) return UniformArithmetic.Unary(value.Op, a);
        return Of(value.Input2) is { } b ? UniformArithmetic.Binary(value.Op, a, b) : null;
    }
}
