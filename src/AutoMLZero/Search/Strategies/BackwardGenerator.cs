using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Makes random programs backwards from what is demanded (see <see cref="Construction.Backward"/>).</summary>
internal sealed class BackwardGenerator
{
    private const int MostTries = 50;
    private static readonly int Label = Source.Cell(OperandType.Scalar, 0);
    private static readonly int Features = Source.Cell(OperandType.Vector, 0);

    private readonly SearchSpace space;
    private readonly Program given;
    private readonly Demands demands;
    private readonly SliceBuilder builder;
    private readonly List<int> found = [];
    private readonly List<int> learned = [];

    /// <summary>Takes what programs are made of.</summary>
    /// <param name="space">The programs that may be made; must be valid.</param>
    /// <param name="given">Where functions that are not evolvable come from.</param>
    /// <param name="demands">What predictions must depend on; programs are such that they can, but not always such that they do.</param>
    public BackwardGenerator(SearchSpace space, Program given, Demands demands)
    {
        this.space = space;
        this.given = given;
        this.demands = demands;
        builder = new SliceBuilder(space, new InstructionGenerator(space));
    }

    /// <summary>A program.</summary>
    /// <param name="random">The source of randomness.</param>
    public Program Next(RandomSource random)
    {
        var predict = Predict(random);
        var learn = Learn(random);
        foreach (var instruction in predict) found.Remove(Footprint.Of(instruction).Output);
        return new Program(Setup(random), predict, learn);
    }

    /// <summary>Predict reads the features and something from memory, which is then found.</summary>
    private ImmutableArray<Instruction> Predict(RandomSource random)
    {
        found.Clear();
        if (!space.Predict.IsEvolvable)
        {
            found.Add(space.PredictionCell);
            FindNeeded(given.Predict);
            return given.Predict;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            builder.Build(ComponentFunction.Predict, [space.PredictionCell], 1 + random.NextInt(space.Predict.MaxLength), random);
            if (builder.Before.Count > 0 && builder.Reads(Features)) break;
        }

        found.AddRange(builder.Before);
        return builder.InsertInto([], 0);
    }

    /// <summary>Learn reads what it is to learn from and writes some of what Predict finds; what it finds itself is found, too.</summary>
    private ImmutableArray<Instruction> Learn(RandomSource random)
    {
        if (!space.Learn.IsEvolvable)
        {
            FindNeeded(given.Learn);
            return given.Learn;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            ChooseLearned(random);
            builder.Build(ComponentFunction.Learn, CollectionsMarshal.AsSpan(learned), 1 + random.NextInt(space.Learn.MaxLength), random);
            if (CanLearn()) break;
        }

        foreach (var cell in builder.Before)
        {
            if (!found.Contains(cell)) found.Add(cell);
        }

        return builder.InsertInto([], 0);
    }

    private bool CanLearn() =>
        (builder.Reads(Label) || (space.MultiClass && builder.Reads(Source.Cell(OperandType.Vector, 1))))
        && (!demands.HasFlag(Demands.Errors) || builder.Reads(space.PredictionCell))
        && (!demands.HasFlag(Demands.Examples) || builder.Reads(Features))
        && (!demands.HasFlag(Demands.Memory) || learned.Exists(builder.Before.Contains));

    private ImmutableArray<Instruction> Setup(RandomSource random)
    {
        if (!space.Setup.IsEvolvable) return given.Setup;
        builder.Build(ComponentFunction.Setup, CollectionsMarshal.AsSpan(found), random.NextInt(space.Setup.MaxLength + 1), random, closes: true);
        return builder.InsertInto([], 0);
    }

    /// <summary>Each of the cells that Predict finds in memory with probability 1/2, but at least one.</summary>
    private void ChooseLearned(RandomSource random)
    {
        learned.Clear();
        if (found.Count == 0) return;
        foreach (var cell in found)
        {
            if (random.NextInt(2) == 0) learned.Add(cell);
        }

        if (learned.Count == 0) learned.Add(found[random.NextInt(found.Count)]);
    }

    /// <summary>From what must be there after given instructions, makes what must be there before.</summary>
    private void FindNeeded(ImmutableArray<Instruction> instructions)
    {
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            var footprint = Footprint.Of(instructions[i]);
            if (!found.Contains(footprint.Output)) continue;
            if (!footprint.Keeps) found.Remove(footprint.Output);
            AddFound(footprint.Input1);
            AddFound(footprint.Input2);
        }
    }

    private void AddFound(int cell)
    {
        if (cell != Footprint.None && !space.IsGiven(cell) && !found.Contains(cell)) found.Add(cell);
    }
}
