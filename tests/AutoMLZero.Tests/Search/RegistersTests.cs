using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class RegistersTests
{
    private static readonly ImmutableArray<Op> PredictOps =
        [Op.ScalarAdd, Op.ScalarMultiply, Op.ScalarSin, Op.ScalarConstant, Op.IfGreater, Op.IfAtMost];

    private static readonly SearchSpace Space = new(new MemoryShape(8, 1, 0), new([], 0, 0), new(PredictOps, 5, 12), new([], 0, 0))
    {
        PredictStart = new Registers([0.5, -2]).Start(8, 3),
    };

    [Fact]
    public void Registers_begin_with_features_then_constants_then_zero() => Assert.Equal(
        ["s1 = 0", "s2 = v0[0]", "s3 = v0[0.4]", "s4 = v0[0.7]", "s5 = 0.5", "s6 = -2", "s7 = 0"],
        Space.PredictStart.Select(instruction => instruction.ToString()));

    [Fact]
    public void Every_feature_has_its_register_whatever_their_number()
    {
        for (var features = 1; features <= 254; features++)
        {
            var elements = new Registers([]).Start(2 + features, features).Skip(1).Select(instruction => (int)Math.Floor(features * instruction.Constant1));
            Assert.Equal(Enumerable.Range(0, features), elements);
        }
    }

    [Fact]
    public void Too_few_registers_are_refused()
    {
        var error = Assert.Throws<InputException>(() => new Registers([1]).Start(5, 3));
        Assert.Equal("the number of scalars is 5, expected at least 6 for label, prediction, 3 features and 1 constants", error.Message);
    }

    [Theory]
    [InlineData(MutationType.InsertInstruction)]
    [InlineData(MutationType.RemoveInstruction)]
    [InlineData(MutationType.AlterArgument)]
    [InlineData(MutationType.AlterRegister)]
    [InlineData(MutationType.AlterOperation)]
    [InlineData(MutationType.AlterConstant)]
    [InlineData(MutationType.RandomizeFunction)]
    public void No_mutation_changes_how_registers_begin(MutationType type)
    {
        var random = new RandomSource(3);
        var generator = new ProgramGenerator(Space);
        var mutator = new Mutator(Space, MutationMix.Uniform(type), ConstantChange.LogNormal);
        var changed = 0;
        for (var i = 0; i < 2000; i++)
        {
            var parent = generator.Random(random);
            var child = mutator.Mutate(parent, random);
            AssertInSpace(child);
            changed += child.Equals(parent) ? 0 : 1;
        }

        Assert.True(changed > 500, $"Only {changed} of 2000 programs changed.");
    }

    [Fact]
    public void Altering_a_register_changes_one_address_and_nothing_else()
    {
        Changes(MutationType.AlterRegister, (old, changed) =>
        {
            Assert.Equal(old with { Output = changed.Output, Input1 = changed.Input1, Input2 = changed.Input2 }, changed);
            Assert.Equal(1, (old.Output != changed.Output ? 1 : 0) + (old.Input1 != changed.Input1 ? 1 : 0) + (old.Input2 != changed.Input2 ? 1 : 0));
        });
    }

    [Fact]
    public void Altering_an_operation_keeps_the_output_and_the_operands_that_both_have()
    {
        var pairs = new HashSet<(Op, Op)>();
        Changes(MutationType.AlterOperation, (old, changed) =>
        {
            Assert.Equal(old.Output, changed.Output);
            Assert.Equal(old.Op.Info().IsGuard, changed.Op.Info().IsGuard);
            if (old.Op.Info().InputCount > 0 && changed.Op.Info().InputCount > 0) Assert.Equal(old.Input1, changed.Input1);
            pairs.Add((old.Op, changed.Op));
        });
        Assert.Equal((4 * 3) + 2, pairs.Count);
    }

    [Fact]
    public void Crossover_takes_one_segment_from_the_second_parent()
    {
        var random = new RandomSource(4);
        var generator = new ProgramGenerator(Space);
        var crossover = new SegmentCrossover(Space);
        var mixed = 0;
        for (var i = 0; i < 2000; i++)
        {
            var (first, second) = (generator.Random(random), generator.Random(random));
            var child = crossover.Cross(first, second, random);
            AssertInSpace(child);
            var rest = Space.Unframed(child).Predict;
            var (a, b) = (Space.Unframed(first).Predict, Space.Unframed(second).Predict);
            var head = rest.Zip(a).TakeWhile(pair => pair.First == pair.Second).Count();
            var tail = Math.Min(rest.Reverse().Zip(a.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count(), rest.Length - head);
            var middle = rest.Skip(head).Take(rest.Length - head - tail).ToArray();
            Assert.All(middle, instruction => Assert.Contains(instruction, b));
            mixed += middle.Length > 0 && head + tail > 0 ? 1 : 0;
        }

        Assert.True(mixed > 500, $"Only {mixed} of 2000 children have something of both.");
    }

    [Theory]
    [InlineData("s2 = v0[0]; s1 = abs(s2)", true)]
    [InlineData("s2 = v0[0]; s1 = 3", false)]
    [InlineData("s2 = v0[0]; s1 = 3; if s2 > s1: s1 = 4", true)]
    [InlineData("s2 = v0[0]; if s2 > s1: s3 = 4; s1 = abs(s4)", false)]
    public void Constants_are_told_from_what_depends_on_features(string predict, bool depends) =>
        Assert.Equal(depends, new Dependence().ReadsFeatures(ProgramParser.Parse($"def Setup():\ndef Predict():\n{predict}\ndef Learn():"), multiClass: false));

    private static void AssertInSpace(Program program)
    {
        Assert.Equal(Space.PredictStart, program.Predict.Take(Space.PredictStart.Length));
        Assert.InRange(program.Predict.Length - Space.PredictStart.Length, 0, Space.Predict.MaxLength);
        Assert.All(program.Predict.Skip(Space.PredictStart.Length), instruction => Assert.Contains(instruction.Op, PredictOps));
        Assert.True(EffectiveProgram.Create(program).IsStateless);
    }

    private static void Changes(MutationType type, Action<Instruction, Instruction> check)
    {
        var random = new RandomSource(5);
        var generator = new ProgramGenerator(Space);
        var mutator = new Mutator(Space, MutationMix.Uniform(type), ConstantChange.LogNormal);
        for (var i = 0; i < 2000; i++)
        {
            var parent = generator.Random(random);
            var child = mutator.Mutate(parent, random);
            if (ReferenceEquals(child, parent)) continue;
            var (old, changed) = parent.Predict.Zip(child.Predict).Single(pair => pair.First != pair.Second);
            check(old, changed);
        }
    }
}
