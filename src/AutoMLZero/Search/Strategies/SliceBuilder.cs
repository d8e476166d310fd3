using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly List<int> open = [];
    private readonly List<int> before = [];
    private Instruction[] reversed = new Instruction[16];

    /// <summary>Number of instructions of the last slice.</summary>
    public int Length { get; private set; }

    /// <summary>The cells that must hold something before the last slice.</summary>
    public List<int> Before => before;

    /// <summary>Whether an instruction of the last slice reads a cell.</summary>
    public bool Reads(int cell)
    {
        for (var i = 0; i < Length; i++)
        {
            var footprint = Footprint.Of(reversed[i]);
            if (footprint.Input1 == cell || footprint.Input2 == cell) return true;
        }

        return false;
    }

    /// <summary>Writes a slice.</summary>
    /// <param name="function">The function that the slice is for.</param>
    /// <param name="demanded">The cells that the slice is to compute.</param>
    /// <param name="length">The largest number of instructions.</param>
    /// <param name="random">The source of randomness.</param>
    /// <param name="kept">Cells that must hold the same after the slice as before.</param>
    /// <param name="read">A cell that the last instruction reads, if it reads any of its type.</param>
    /// <param name="closes">Whether the first instructions are such that nothing need be in memory before, as far as there are such operations.</param>
    public void Build(
        ComponentFunction function,
        ReadOnlySpan<int> demanded,
        int length,
        RandomSource random,
        ManyCells kept = default,
        int read = Footprint.None,
        bool closes = false)
    {
        open.Clear();
        open.AddRange(demanded);
        before.Clear();
        Length = 0;
        while (Length < length && open.Count > 0)
        {
            var cell = Take(random);
            var isLast = closes && length - Length <= open.Count + 1;
            var (type, address) = (Source.TypeOf(cell), Source.AddressOf(cell));
            if ((isLast ? generator.DrawSourceFor(function, type, address, random) : generator.DrawFor(function, type, address, random)) is not { } instruction)
            {
                before.Add(cell);
                continue;
            }

            if (read != Footprint.None && Length == 0) instruction = Reading(read, instruction, random);
            if (Length == reversed.Length) Array.Resize(ref reversed, 2 * Length);
            reversed[Length++] = instruction;
            var footprint = Footprint.Of(instruction);
            if (footprint.Keeps && !isLast) Demand(cell, in kept);
            Demand(footprint.Input1, in kept);
            Demand(footprint.Input2, in kept);
        }

        foreach (var cell in open) before.Add(cell);
    }

    /// <summary>The instructions of the last slice within others.</summary>
    /// <param name="around">The others.</param>
    /// <param name="place">How many of them come before the slice.</param>
    public ImmutableArray<Instruction> InsertInto(ReadOnlySpan<Instruction> around, int place)
    {
        var all = new Instruction[around.Length + Length];
        around[..place].CopyTo(all);
        for (var i = 0; i < Length; i++) all[place + i] = reversed[Length - 1 - i];
        around[place..].CopyTo(all.AsSpan(place + Length));
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private void Demand(int cell, in ManyCells kept)
    {
        if (cell == Footprint.None || space.IsGiven(cell) || open.Contains(cell) || before.Contains(cell)) return;
        if (!kept.Contains(cell)) open.Add(cell);
    }

    private static Instruction Reading(int cell, Instruction instruction, RandomSource random)
    {
        var info = instruction.Op.Info();
        var (type, address) = (Source.TypeOf(cell), (byte)Source.AddressOf(cell));
        var isFirst = info.Input1 == type && (info.Input2 != type || random.NextInt(2) == 0);
        if (isFirst) return instruction with { Input1 = address };
        return info.Input2 == type ? instruction with { Input2 = address } : instruction;
    }

    private int Take(RandomSource random)
    {
        var index = random.NextInt(open.Count);
        var cell = open[index];
        open.RemoveAt(index);
        return cell;
    }
}
