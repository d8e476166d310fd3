using AutoMLZero.Data;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Reproduction.Difficulty;
using AutoMLZero.Reproduction.Statistics;
using AutoMLZero.Search;

namespace AutoMLZero.Reproduction.Tests;

public class DifficultyTests
{
    /// <summary>Linear regression where Learn alone is searched and a program in some ten thousand is acceptable, so that plain sampling reaches it.</summary>
    private static readonly ExperimentSpec Easy = DataCatalog.Create(new DataFolder("/no-such-folder")).LoadPreset(
        "affine",
        Values(
            ("setup", "null"),
            ("predict", "null"),
            ("start.program", System.Text.Json.JsonSerializer.Serialize(Given.ToString())),
            ("memory.scalars", "3"),
            ("learn", """{ "ops": [2, 18, 23], "initialLength": 4, "maxLength": 4 }"""),
            ("tasks.search.kind", "linear"),
            ("tasks.search.count", "1"),
            ("tasks.search.features", "2"),
            ("tasks.search.train", "50"),
            ("tasks.search.valid", "10"),
            ("functionalCache", "null")));

    private const double Threshold = 0.99;

    private static Program Given => ProgramParser.Parse("def Setup():\n  s2 = 0.3\ndef Predict():\n  v2 = s2 * v1\n  s1 = dot(v2, v0)\ndef Learn():");

    [Fact]
    public void Weighted_sampling_finds_the_density_of_plain_sampling()
    {
        const ulong Seed = 7;
        var tasks = Easy.Tasks.Search.Create(SplitMix.Derive(Seed, 0));
        using var evaluator = Evaluators.Create(tasks, Easy.Evaluation);
        var generator = new ProgramGenerator(Easy.ToSearchSpace(), Given);
        var random = new RandomSource(5);
        const int Draws = 800_000;
        var plain = Enumerable.Range(0, Draws).Count(_ => evaluator.Evaluate(generator.Random(random)).Fitness >= Threshold);
        Assert.InRange(plain, 10, Draws / 1000);
        var expected = ClopperPearson.Of(plain, Draws);
        foreach (var (tilt, draws) in new[] { (0, Draws), (0.7, 200_000) })
        {
            using var sampler = new DensitySampler(Easy, _ => Threshold, tilt, Seed);
            var found = RareDensity.Of(sampler.Draw(draws, TestContext.Current.CancellationToken));
            Assert.True(found.Interval.Low < expected.High && expected.Low < found.Interval.High, $"{expected} by plain sampling, {found} with tilt {tilt}");
        }
    }

    [Fact]
    public void Weights_sum_up_to_the_number_of_programs()
    {
        var function = new TiltedFunction([Op.ScalarSubtract, Op.VectorScale, Op.VectorAdd], 4, new MemoryShape(4, 3, 1), Recipe.OfLearn, 0.5);
        var random = new RandomSource(1);
        var sum = 0.0;
        const int Draws = 200_000;
        for (var i = 0; i < Draws; i++)
        {
            var needed = new Cells(new MemoryShape(4, 3, 1)).Of(OperandType.Vector, 1);
            sum += function.Draw(ref needed, needed, random);
        }

        Assert.Equal(1, sum / Draws, 0.02);
    }

    [Theory]
    [InlineData("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", true)]
    [InlineData("s1 = s1 - s0; s1 = s1 * s2; v2 = s1 * v0; v1 = v2 + v1", true)]
    [InlineData("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v2 + v2", false)] // v1 forgets
    [InlineData("s3 = s0 * s2; v2 = s3 * v0; v1 = v1 + v2", false)] // it does not hear of errors
    [InlineData("s3 = s2 - s1; v2 = s3 * v0; v1 = v1 + v2", false)] // no label
    [InlineData("s3 = s0 - s1; v2 = s3 * v1; v1 = v1 + v2", false)] // no features
    [InlineData("s3 = s0 - s1; v2 = s3 * v0; v2 = v1 + v2", false)] // v1 stays zero
    public void Only_what_may_learn_is_run(string learn, bool mayLearn)
    {
        var program = ProgramParser.Parse($"def Setup():\n  s2 = 0.01\ndef Predict():\n  s1 = dot(v1, v0)\ndef Learn():\n  {learn.Replace("; ", "\n  ", StringComparison.Ordinal)}");
        var cells = new Cells(new MemoryShape(4, 3, 1));
        Wire[] Wires(IEnumerable<Instruction> instructions) => [.. instructions.Select(instruction => cells.Of(instruction))];
        Assert.Equal(mayLearn, new CandidateFilter(cells).MayLearn(Wires(program.Predict), Wires(program.Learn)));
    }

    [Fact]
    public void The_hand_written_programs_are_acceptable_and_may_learn()
    {
        foreach (var setting in RegressionSetting.All)
        {
            var cells = new Cells(new MemoryShape(5, 3, 1));
            Wire[] Wires(IEnumerable<Instruction> instructions) => [.. instructions.Select(instruction => cells.Of(instruction))];
            Assert.True(new CandidateFilter(cells).MayLearn(Wires(setting.Reference.Predict), Wires(setting.Reference.Learn)));
        }
    }

    [Fact]
    public void A_sample_without_acceptable_programs_bounds_nothing()
    {
        var density = RareDensity.Of(new DensitySample(1000, 10, 0, 0, 0));
        Assert.Equal(double.PositiveInfinity, density.Difficulty);
        Assert.Equal(new Interval(0, double.PositiveInfinity), density.DifficultyInterval);
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(params (string Path, string Value)[] values) =>
        values.Select(value => KeyValuePair.Create(value.Path, value.Value));
}
