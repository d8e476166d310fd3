using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Writes instructions from the last to the first, each of which computes something that is demanded after it and demands its inputs in turn.
/// </summary>
/// <param name="space">The programs that may be made.</param>
/// <param name="generator">Draws instructions.</param>
internal sealed class SliceBuilder(SearchSpace space, InstructionGenerator generator)
{
    private readonly List<Instruction> reversed = [];

    /// <summary>The instructions of the last slice, the last one first.</summary>
    public IReadOnlyList<Instruction> Reversed => reversed;

    /// <summary>Writes a slice.</summary>
    /// <param name="function">The function that the slice is for.</param>
    /// <param name="demanded">The cells that the slice is to compute; then those that must hold something before it.</param>
    /// <param name="kept">Cells that must hold the same after the slice as before.</param>
    /// <param name="length">The largest number of instructions.</param>
    /// <param name="random">The source of randomness.</param>
    /// <param name="read">A cell that the last instruction reads, if it reads any of its type.</param>
    public void Build(
        ComponentFunction function, List<int> demanded, CellSet? kept, int length, RandomSource random, int read = Footprint.None)
    {
        reversed.Clear();
        List<int> before = [];
        while (reversed.Count < length && demanded.Count > 0)
        {
            var cell = Take(demanded, random);
            if (generator.DrawFor(function, Source.TypeOf(cell), Source.AddressOf(cell), random) is not { } instruction)
            {
                before.Add(cell);
                continue;
            }

            if (read != Footprint.None && reversed.Count == 0) instruction = Reading(read, instruction, random);
            reversed.Add(instruction);
            var footprint = Footprint.Of(instruction);
            if (footprint.Keeps) Demand(cell, demanded, before, kept);
            Demand(footprint.Input1, demanded, before, kept);
            Demand(footprint.Input2, demanded, before, kept);
        }

        demanded.AddRange(before);
    }

    private void Demand(int cell, List<int> demanded, List<int> before, CellSet? kept)
    {
        if (cell == Footprint.None || space.IsGiven(cell) || demanded.Contains(cell) || before.Contains(cell)) return;
        if (kept is null || !kept.Contains(cell)) demanded.Add(cell);
    }

    private static Instruction Reading(int cell, Instruction instruction, RandomSource random)
    {
        var info = instruction.Op.Info();
        var (type, address) = (Source.TypeOf(cell), (byte)Source.AddressOf(cell));
        var isFirst = info.Input1 == type && (info.Input2 != type || random.NextInt(2) == 0);
        if (isFirst) return instruction with { Input1 = address };
        return info.Input2 == type ? instruction with { Input2 = address } : instruction;
    }

    private static int Take(List<int> cells, RandomSource random)
    {
        var index = random.NextInt(cells.Count);
        var cell = cells[index];
        cells.RemoveAt(index);
        return cell;
    }
}
