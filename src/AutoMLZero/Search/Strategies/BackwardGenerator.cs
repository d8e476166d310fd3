using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Makes random programs backwards from what is demanded (see <see cref="Construction.Backward"/>).</summary>
internal sealed class BackwardGenerator
{
    private readonly SearchSpace space;
    private readonly Program given;
    private readonly SliceBuilder builder;

    /// <summary>Takes what programs are made of.</summary>
    /// <param name="space">The programs that may be made; must be valid.</param>
    /// <param name="given">Where functions that are not evolvable come from.</param>
    public BackwardGenerator(SearchSpace space, Program given)
    {
        this.space = space;
        this.given = given;
        builder = new SliceBuilder(space, new InstructionGenerator(space));
    }

    /// <summary>A program.</summary>
    /// <param name="random">The source of randomness.</param>
    public Program Next(RandomSource random)
    {
        var predict = Build(ComponentFunction.Predict, [space.PredictionCell], 1, random, out var found);
        var learned = Learned(found, random);
        var learn = Build(ComponentFunction.Learn, learned, 1, random, out var needed);
        foreach (var instruction in predict) needed.Remove(Footprint.Of(instruction).Output);
        found.AddRange(needed.Where(cell => !found.Contains(cell)));
        var setup = Build(ComponentFunction.Setup, found, 0, random, out _);
        return new Program(setup, predict, learn);
    }

    private ImmutableArray<Instruction> Build(
        ComponentFunction function, IEnumerable<int> demanded, int least, RandomSource random, out List<int> before)
    {
        before = [.. demanded];
        if (!space[function].IsEvolvable)
        {
            before = Needed(given[function], before);
            return given[function];
        }

        builder.Build(function, before, null, least + random.NextInt(space[function].MaxLength + 1 - least), random);
        return [.. builder.Reversed.Reverse()];
    }

    /// <summary>What must be in memory before given instructions.</summary>
    private List<int> Needed(ImmutableArray<Instruction> instructions, List<int> after)
    {
        foreach (var instruction in instructions.Reverse())
        {
            var footprint = Footprint.Of(instruction);
            if (!after.Contains(footprint.Output)) continue;
            if (!footprint.Keeps) after.Remove(footprint.Output);
            foreach (var input in (ReadOnlySpan<int>)[footprint.Input1, footprint.Input2])
            {
                if (input != Footprint.None && !space.IsGiven(input) && !after.Contains(input)) after.Add(input);
            }
        }

        return after;
    }

    /// <summary>The cells that Learn is to write: each of those that Predict finds in memory with probability 1/2, but at least one.</summary>
    private static List<int> Learned(List<int> found, RandomSource random)
    {
        if (found.Count == 0) return [];
        List<int> learned = [.. found.Where(_ => random.NextInt(2) == 0)];
        return learned.Count > 0 ? learned : [found[random.NextInt(found.Count)]];
    }
}
