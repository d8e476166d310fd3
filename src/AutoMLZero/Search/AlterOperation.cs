using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Gives a random instruction another operation of the function that writes the same type, each with the same probability. Operands of the same type
/// and constants of the same meaning stay, the others are drawn. Impossible when there is no such operation.
/// </summary>
internal sealed class AlterOperation(SearchSpace space, InstructionGenerator generator) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var instructions = parent[function];
        if (instructions.IsEmpty) return parent;
        var place = random.NextInt(instructions.Length);
        var old = instructions[place];
        var others = Others(space[function].Ops, old.Op.Info());
        return others.IsEmpty ? parent : parent.Replace(function, place, Change(old, others[random.NextInt(others.Length)].Info(), random));
    }

    private static ImmutableArray<Op> Others(ImmutableArray<Op> ops, OpInfo info) =>
        [.. ops.Where(op => op != info.Op && op.Info().Output == info.Output && op.Info().IsGuard == info.IsGuard)];

    private Instruction Change(Instruction old, OpInfo info, RandomSource random)
    {
        var before = old.Op.Info();
        var changed = new Instruction(info.Op, old.Output, Input(before.Input1, info.Input1, old.Input1, random), Input(before.Input2, info.Input2, old.Input2, random));
        for (var i = 0; i < info.Constants.Length; i++)
        {
            var stays = i < before.Constants.Length && before.Constants[i] == info.Constants[i];
            changed = changed.WithConstant(i, stays ? old.Constant(i) : Constants.Draw(info.Constants[i], random));
        }

        return changed;
    }

    private byte Input(OperandType before, OperandType type, byte address, RandomSource random) =>
        type == OperandType.None ? (byte)0 : before == type ? address : generator.DrawInput(type, random);
}
