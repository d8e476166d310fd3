using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class MutatorTests
{
    private static readonly MutationType[] All = Enum.GetValues<MutationType>();

    /// <summary>All that keep instructions which no prediction depends on.</summary>
    private static readonly MutationType[] Keeping = [.. All.Where(type => type != MutationType.RebuildValue)];

    /// <summary>All of them that change one function.</summary>
    private static readonly MutationType[] Single = [.. Keeping.Where(type => type != MutationType.LearnValue)];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_hundred_thousand_mutations_never_leave_the_space(bool multiClass, bool keeps)
    {
        var space = Spaces.Of(new MemoryShape(4, 4, 1), Spaces.AllOps, multiClass);
        var mutator = new Mutator(space, MutationMix.Uniform(keeps ? Keeping : All), ConstantChange.LogNormal);
        var random = new RandomSource(61);
        var program = Program.Empty;
        var longest = new int[3];
        for (var i = 0; i < 100_000; i++)
        {
            program = mutator.Mutate(program, random);
            foreach (var function in Spaces.Functions)
            {
                Assert.InRange(program[function].Length, 0, space[function].MaxLength);
                longest[(int)function] = Math.Max(longest[(int)function], program[function].Length);
                foreach (var instruction in program[function]) AssertWritable(instruction, multiClass);
            }

            if (i % 20 == 0) Assert.Equal(program, ProgramParser.Parse(program.ToString(), space.Memory));
        }

        if (keeps) Assert.Equal([10, 10, 20], longest);
    }

    [Fact]
    public void The_function_to_change_is_uniform_over_those_that_are_evolvable()
    {
        AssertChanged(Spaces.Largest, [1 / 3.0, 1 / 3.0, 1 / 3.0]);
        AssertChanged(Spaces.Largest with { Predict = new([], 0, 0) }, [1 / 2.0, 0, 1 / 2.0]);
        AssertChanged(Spaces.Largest with { Setup = new([], 0, 0), Predict = new([], 0, 0) }, [0, 0, 1]);
    }

    [Fact]
    public void The_types_are_seen_in_the_children_as_often_as_the_mix_says()
    {
        var mutator = new Mutator(Spaces.Largest, MutationMix.Paper, ConstantChange.Uniform);
        var parent = new ProgramGenerator(Spaces.Largest).Random(new RandomSource(1));
        var random = new RandomSource(63);
        var growth = new long[3];
        for (var i = 0; i < 90_000; i++) growth[mutator.Mutate(parent, random).Length - parent.Length + 1]++;
        ChiSquare.AssertFrequencies(growth, [2 / 9.0, 6 / 9.0, 1 / 9.0]);
    }

    [Fact]
    public void Children_share_the_functions_that_did_not_change()
    {
        var mutator = new Mutator(Spaces.Everything, MutationMix.Uniform(Single), ConstantChange.Uniform);
        var parent = new ProgramGenerator(Spaces.Everything).Random(new RandomSource(1));
        var random = new RandomSource(65);
        for (var i = 0; i < 1000; i++)
        {
            var child = mutator.Mutate(parent, random);
            var shared = Spaces.Functions.Count(function => child[function] == parent[function]);
            Assert.Equal(ReferenceEquals(child, parent) ? 3 : 2, shared);
        }
    }

    private static void AssertWritable(Instruction instruction, bool multiClass)
    {
        var first = instruction.Op.Info().Output switch
        {
            OperandType.Scalar => 1,
            OperandType.Vector => multiClass ? 2 : 1,
            _ => 0,
        };
        Assert.True(instruction.Output >= first, instruction.ToString());
    }

    private static void AssertChanged(SearchSpace space, double[] probabilities)
    {
        var mutator = new Mutator(space, MutationMix.Uniform(MutationType.RandomizeInstruction), ConstantChange.Uniform);
        var parent = new ProgramGenerator(Spaces.Largest).Random(new RandomSource(1));
        var random = new RandomSource(67);
        var changes = new long[3];
        for (var i = 0; i < 30_000; i++)
        {
            var child = mutator.Mutate(parent, random);
            if (ReferenceEquals(child, parent)) continue;
            changes[(int)Assert.Single(Spaces.Functions, function => child[function] != parent[function])]++;
        }

        var possible = Enumerable.Range(0, 3).Where(function => probabilities[function] > 0).ToArray();
        Assert.Equal(changes.Sum(), possible.Sum(function => changes[function]));
        if (possible.Length > 1) ChiSquare.AssertUniform([.. possible.Select(function => changes[function])]);
    }
}
