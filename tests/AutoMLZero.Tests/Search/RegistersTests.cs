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
    public void Of_several_classes_registers_begin_and_end_with_their_scores()
    {
        Assert.Equal(
            ["s1 = 0", "s2 = 0", "s3 = 0", "s4 = v0[0]", "s5 = v0[0.3]", "s6 = v0[0.5]", "s7 = v0[0.8]", "s8 = 1"],
            new Registers([1]).Start(9, 4, classes: 3).Select(instruction => instruction.ToString()));
        Assert.Equal(["NoOp()", "v2 = bcast(s1)", "v2[0.3] = s2", "v2[0.5] = s3"], Registers.End(4, 3).Select(instruction => instruction.ToString()));
        Assert.Empty(Registers.End(4, 0));
        var error = Assert.Throws<InputException>(() => new Registers([1]).Start(8, 4, classes: 3));
        Assert.Equal("the number of scalars is 8, expected at least 9 for label, 3 scores, 4 features and 1 constants", error.Message);
    }

    [Fact]
    public void Scores_of_several_classes_never_depend_on_other_examples_or_on_a_guard_before_them()
    {
        var space = new SearchSpace(new MemoryShape(9, 3, 0), new([], 0, 0), new(PredictOps, 5, 12), new([], 0, 0), MultiClass: true)
        {
            PredictStart = new Registers([]).Start(9, 4, classes: 3),
            PredictEnd = Registers.End(4, 3),
        };
        var random = new RandomSource(8);
        var (generator, mutator, crossover) = (new ProgramGenerator(space), new Mutator(space, MutationMix.Uniform(MutationType.InsertInstruction, MutationType.RemoveInstruction), ConstantChange.LogNormal), new SegmentCrossover(space));
        var guards = 0;
        for (var i = 0; i < 2000; i++)
        {
            var program = crossover.Cross(mutator.Mutate(generator.Random(random), random), generator.Random(random), random);
            Assert.Equal(space.PredictEnd, program.Predict[^4..]);
            Assert.True(EffectiveProgram.Create(program, multiClass: true).IsStateless);
            var isGuarded = program.Predict[^5].Op.Info().IsGuard;
            guards += isGuarded ? 1 : 0;
            if (isGuarded) Assert.False(EffectiveLines.Of(program, multiClass: true)[ComponentFunction.Predict][^5]);
        }

        Assert.True(guards > 100, $"Only {guards} of 2000 programs have a guard before the scores.");
    }

    [Fact]
    public void Altering_a_register_draws_each_operand_and_each_address_alike()
    {
        var space = Space with { PredictStart = new Registers([0.5, -2]).Start(8, 3) };
        var parent = space.Framed(ProgramParser.Parse("def Setup():\ndef Predict():\ns3 = s4 + s5\ndef Learn():"));
        var mutator = new Mutator(space, MutationMix.Uniform(MutationType.AlterRegister), ConstantChange.LogNormal);
        var random = new RandomSource(6);
        var counts = new long[3 * 6 + 1];
        for (var i = 0; i < 30_000; i++)
        {
            var line = mutator.Mutate(parent, random).Predict[^1];
            var (operand, address, old) = line.Output != 3 ? (0, line.Output, 3) : line.Input1 != 4 ? (1, line.Input1, 4) : line.Input2 != 5 ? (2, line.Input2, 5) : (-1, 0, 0);
            counts[operand < 0 ? 18 : (operand * 6) + address - 1 - (address > old ? 1 : 0)]++;
        }

        ChiSquare.AssertFrequencies(counts, [.. Enumerable.Repeat(1.0 / 21, 18), 3.0 / 21]);
    }

    [Fact]
    public void Crossover_draws_both_ends_of_both_segments_alike()
    {
        var (first, second) = (Body("s1 = 1; s1 = 2; s1 = 3"), Body("s1 = 4; s1 = 5; s1 = 6"));
        var expected = new Dictionary<string, double>();
        foreach (var places in Enumerable.Range(0, 256))
        {
            var (start, end) = InOrder(places % 4, places / 4 % 4);
            var (from, to) = InOrder(places / 16 % 4, places / 64);
            Instruction[] lines = [.. first[..start], .. second[from..to], .. first[end..]];
            var child = string.Join("; ", lines);
            expected[child] = expected.GetValueOrDefault(child) + (1 / 256.0);
        }

        var crossover = new SegmentCrossover(Space);
        var random = new RandomSource(7);
        var observed = expected.Keys.ToDictionary(child => child, _ => 0L);
        for (var i = 0; i < 25_600; i++) observed[string.Join("; ", Space.Unframed(crossover.Cross(Framed(first), Framed(second), random)).Predict)]++;
        ChiSquare.AssertFrequencies([.. observed.Values], [.. expected.Values]);

        static (int, int) InOrder(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
        static ImmutableArray<Instruction> Body(string predict) => ProgramParser.Parse($"def Setup():\ndef Predict():\n{predict}\ndef Learn():").Predict;
        static Program Framed(ImmutableArray<Instruction> body) => Space.Framed(Program.Empty.With(ComponentFunction.Predict, body));
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
