using AutoMLZero.Language;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Conformance;

/// <summary>What every implementation of the protocol has to pass: the fitness of 464 programs on given tasks.</summary>
public abstract class ConformanceTests
{
    private const double Tolerance = 1e-9;
    private const int ProgramsOfTag = 116;

    /// <summary>The tags that there are.</summary>
    public static TheoryData<string> Tags => [.. ConformanceSet.Tags];

    /// <summary>The implementation under test, for one set of tasks.</summary>
    protected abstract Func<Program, FitnessResult> Evaluator(TaskSet tasks);

    [Theory]
    [MemberData(nameof(Tags))]
    public void Fitness_is_what_independent_implementations_computed(string tag)
    {
        var set = ConformanceSet.Load(tag);
        Assert.Equal(ProgramsOfTag, set.Programs.Length);
        Assert.Equal(ProgramsOfTag, set.Expected.Length);
        var evaluate = Evaluator(set.Tasks);
        for (var i = 0; i < set.Programs.Length; i++)
        {
            var actual = evaluate(set.Programs[i]);
            var message = $"program {i} of {tag}\n{set.Programs[i]}expected {set.Expected[i]}\nfound    {actual}";
            Assert.True(Agree(set.Expected[i], actual), message);
        }
    }

    private static bool Agree(FitnessResult expected, FitnessResult actual) =>
        Close(expected.Fitness, actual.Fitness)
        && expected.TaskFitness.Count == actual.TaskFitness.Count
        && expected.TaskFitness.Zip(actual.TaskFitness).All(pair => Close(pair.First, pair.Second));

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= Tolerance;
}
