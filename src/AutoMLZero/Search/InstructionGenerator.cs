using System.Collections.Immutable;
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
    private readonly Addresses[] outputs = AddressesOf(space, space.FirstOutput);
    private readonly Addresses[] inputs = AddressesOf(space, space.FirstInput);
    private readonly ImmutableArray<Op>[,] opsByOutput = ByOutput(space, _ => true);
    private readonly ImmutableArray<Op>[,] sourcesByOutput = ByOutput(space, info => info.InputCount == 0);

    /// <summary>A random instruction for a component function.</summary>
    /// <param name="function">A function that is evolvable.</param>
    /// <param name="random">The source of randomness.</param>
    public Instruction Draw(ComponentFunction function, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var ops = space[function].Ops;
        var info = ops[random.NextInt(ops.Length)].Info();
        return Draw(info, DrawOutput(info.Output, random), random);
    }

    /// <summary>A random instruction that writes a given address; null when no operation of the function writes that type.</summary>
    internal Instruction? DrawFor(ComponentFunction function, OperandType type, int address, RandomSource random) =>
        DrawOneOf(opsByOutput[(int)function, (int)type], address, random);

    /// <summary>The same, of an instruction that reads nothing when there is such an operation.</summary>
    internal Instruction? DrawSourceFor(ComponentFunction function, OperandType type, int address, RandomSource random)
    {
        var sources = sourcesByOutput[(int)function, (int)type];
        return sources.IsEmpty ? DrawFor(function, type, address, random) : DrawOneOf(sources, address, random);
    }

    private Instruction? DrawOneOf(ImmutableArray<Op> ops, int address, RandomSource random) =>
        ops.IsEmpty ? null : Draw(ops[random.NextInt(ops.Length)].Info(), (byte)address, random);

    private Instruction Draw(OpInfo info, byte output, RandomSource random)
    {
        var drawn = new Instruction(info.Op, output, DrawInput(info.Input1, random), DrawInput(info.Input2, random));
        for (var i = 0; i < info.Constants.Length; i++) drawn = drawn.WithConstant(i, Constants.Draw(info.Constants[i], random));
        return drawn;
    }

    /// <summary>A random address that may be written; 0 when there is no operand.</summary>
    internal byte DrawOutput(OperandType type, RandomSource random) => type == OperandType.None ? (byte)0 : outputs[(int)type].Draw(random);

    /// <summary>A random address that may be read; 0 when there is no operand.</summary>
    internal byte DrawInput(OperandType type, RandomSource random) => type == OperandType.None ? (byte)0 : inputs[(int)type].Draw(random);

    private static Addresses[] AddressesOf(SearchSpace space, Func<OperandType, int> first) =>
        [.. Enum.GetValues<OperandType>().Select(type => type == OperandType.None ? default : new Addresses(first(type), space.Memory.Count(type) - first(type)))];

    private static ImmutableArray<Op>[,] ByOutput(SearchSpace space, Func<OpInfo, bool> isListed)
    {
        var ops = new ImmutableArray<Op>[3, 4];
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            for (var type = OperandType.None; type <= OperandType.Matrix; type++)
                ops[(int)function, (int)type] = [.. space[function].Ops.Where(op => op.Info().Output == type && isListed(op.Info()))];
        }

        return ops;
    }

    /// <summary>Addresses in a row.</summary>
    private readonly record struct Addresses(int First, int Count)
    {
        public byte Draw(RandomSource random) => (byte)(First + random.NextInt(Count));
    }
}
