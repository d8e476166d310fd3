using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Adds a value that is learned: Predict reads one more cell of memory, which nothing used before, and Learn computes its next value from the last
/// one. Either of the two alone has no effect, so that mutations of one function hardly come to it. Impossible when one of the two functions is
/// given, empty or at its maximum length, or when no operation or cell serves.
/// </summary>
/// <param name="space">The programs that may be made.</param>
/// <param name="generator">Draws instructions.</param>
internal sealed class LearnValue(SearchSpace space, InstructionGenerator generator) : IMutation
{
    private const int LongestUpdate = 2;
    private const int MostTries = 8;

    private readonly SliceBuilder builder = new(space, generator);
    private readonly LiveCells live = new(space.MultiClass);
    private readonly List<byte> unused = [];

    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var room = Math.Min(LongestUpdate, space.Learn.MaxLength - parent.Learn.Length);
        if (!space.Predict.IsEvolvable || !space.Learn.IsEvolvable || room <= 0) return parent;
        if (parent.Predict.IsEmpty || parent.Predict.Length >= space.Predict.MaxLength) return parent;
        var place = random.NextInt(parent.Predict.Length);
        var output = Footprint.Of(parent.Predict[place]).Output;
        if (output == Footprint.None || Use(parent, output, random) is not var (use, learned)) return parent;
        var child = parent.With(ComponentFunction.Predict, parent.Predict.Insert(place + 1, use));
        return Learn(child, learned, room, random);
    }

    /// <summary>An instruction that computes a cell from itself and another one that nothing uses; null when none was found.</summary>
    private (Instruction Instruction, int Learned)? Use(Program parent, int output, RandomSource random)
    {
        var (type, address) = (Source.TypeOf(output), (byte)Source.AddressOf(output));
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (generator.DrawFor(ComponentFunction.Predict, type, address, random) is not { } drawn) return null;
            var info = drawn.Op.Info();
            if (info.InputCount != 2 || (info.Input1 != type && info.Input2 != type)) continue;
            var isFirst = info.Input1 == type && (info.Input2 != type || random.NextInt(2) == 0);
            var other = isFirst ? info.Input2 : info.Input1;
            if (Unused(parent, other, random) is not { } free) continue;
            var use = isFirst ? drawn with { Input1 = address, Input2 = free } : drawn with { Input1 = free, Input2 = address };
            return (use, Source.Cell(other, free));
        }

        return null;
    }

    private byte? Unused(Program program, OperandType type, RandomSource random)
    {
        unused.Clear();
        for (var address = space.FirstOutput(type); address < space.Memory.Count(type); address++)
        {
            if (!IsUsed(program, Source.Cell(type, address))) unused.Add((byte)address);
        }

        return unused.Count == 0 ? null : unused[random.NextInt(unused.Count)];
    }

    private bool IsUsed(Program program, int cell) =>
        cell == space.PredictionCell || IsUsed(program.Setup.AsSpan(), cell) || IsUsed(program.Predict.AsSpan(), cell) || IsUsed(program.Learn.AsSpan(), cell);

    private static bool IsUsed(ReadOnlySpan<Instruction> instructions, int cell)
    {
        foreach (ref readonly var instruction in instructions)
        {
            var footprint = Footprint.Of(instruction);
            if (footprint.Output == cell || footprint.Input1 == cell || footprint.Input2 == cell) return true;
        }

        return false;
    }

    private Program Learn(Program child, int learned, int room, RandomSource random)
    {
        var place = random.NextInt(child.Learn.Length + 1);
        var kept = live.At(child, ComponentFunction.Learn, place);
        builder.Build(ComponentFunction.Learn, [learned], 1 + random.NextInt(room), random, kept, learned);
        return child.With(ComponentFunction.Learn, builder.InsertInto(child.Learn.AsSpan(), place));
    }
}
