using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Chooses a value that a function computes and computes it anew: its instruction and those that served it alone go, and a random slice takes their
/// place. Or, as another type of mutation, keeps them and adds a slice that computes the value from the old one and others, or a value that nothing in
/// the function computed. Impossible at the maximum length.
/// </summary>
/// <param name="space">The programs that may be made.</param>
/// <param name="generator">Draws instructions.</param>
/// <param name="keeps">Whether the old instructions stay.</param>
internal sealed class RebuildValue(SearchSpace space, InstructionGenerator generator, bool keeps) : IMutation
{
    private const int LongestSlice = 4;

    private readonly SliceBuilder builder = new(space, generator);
    private readonly IntronRemoval introns = new(space.MultiClass);
    private readonly Liveness liveness = new();
    private readonly LiveCells live = new(space.MultiClass);
    private readonly List<int> needed = [];

    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var length = parent[function].Length;
        var place = random.NextInt(length + 1);
        if (place == length) return AddResult(parent, function, random);
        var cell = Footprint.Of(parent[function][place]).Output;
        if (cell == Footprint.None) return parent;
        return keeps ? Insert(parent, function, place + 1, cell, random) : Replace(parent, function, place, cell, random);
    }

    /// <summary>A slice at the end, for something that is needed after the function.</summary>
    private Program AddResult(Program parent, ComponentFunction function, RandomSource random)
    {
        liveness.Analyze(parent, space.MultiClass);
        needed.Clear();
        for (var cell = 0; cell < liveness.Cells; cell++)
        {
            if (liveness.IsNeededAfter(function, cell) && !space.IsGiven(cell)) needed.Add(cell);
        }

        return needed.Count == 0 ? parent : Insert(parent, function, parent[function].Length, needed[random.NextInt(needed.Count)], random);
    }

    private Program Replace(Program parent, ComponentFunction function, int place, int cell, RandomSource random)
    {
        var without = parent.With(function, parent[function].RemoveAt(place));
        liveness.Analyze(without, space.MultiClass);
        var before = 0;
        for (var i = 0; i < place; i++) before += liveness.IsEffective(function, i) ? 1 : 0;
        return Insert(introns.Apply(without), function, before, cell, random);
    }

    private Program Insert(Program program, ComponentFunction function, int place, int cell, RandomSource random)
    {
        var old = program[function];
        var room = Math.Min(LongestSlice, space[function].MaxLength - old.Length);
        if (room <= 0) return program;
        var kept = live.At(program, function, place);
        builder.Build(function, [cell], 1 + random.NextInt(room), random, kept, keeps ? cell : Footprint.None);
        return program.With(function, builder.InsertInto(old.AsSpan(), place));
    }
}
