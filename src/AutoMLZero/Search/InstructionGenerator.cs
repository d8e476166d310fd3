using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Draws random instructions: operations, addresses and index constants uniformly, standard deviations from U[0, 1), other constants from
/// U[-1, 1), as the authors' code does.
/// </summary>
/// <param name="space">The programs that may be made; must be valid.</param>
public sealed class InstructionGenerator(SearchSpace space)
{
    /// <summary>A random instruction for a component function.</summary>
    /// <param name="function">A function that is evolvable.</param>
    /// <param name="random">The source of randomness.</param>
    public Instruction Draw(ComponentFunction function, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var ops = space[function].Ops;
        var op = ops[random.NextInt(ops.Length)];
        var info = op.Info();
        var drawn = new Instruction(op, DrawOutput(info.Output, random), DrawInput(info.Input1, random), DrawInput(info.Input2, random));
        for (var i = 0; i < info.Constants.Length; i++) drawn = drawn.WithConstant(i, Constants.Draw(info.Constants[i], random));
        return drawn;
    }

    /// <summary>A random address that may be written; 0 when there is no operand.</summary>
    internal byte DrawOutput(OperandType type, RandomSource random)
    {
        if (type == OperandType.None) return 0;
        var first = space.FirstOutput(type);
        return (byte)(first + random.NextInt(space.Memory.Count(type) - first));
    }

    /// <summary>A random address that may be read; 0 when there is no operand.</summary>
    internal byte DrawInput(OperandType type, RandomSource random) =>
        type == OperandType.None ? (byte)0 : (byte)random.NextInt(space.Memory.Count(type));
}
