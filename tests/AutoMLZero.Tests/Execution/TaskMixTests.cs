using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class TaskMixTests
{
    private static readonly TaskSet Small = Set(SyntheticKind.Linear, dimension: 4, count: 3, train: 40, scale: 1, epochs: 1);
    private static readonly TaskSet Large = Set(SyntheticKind.Affine, dimension: 16, count: 2, train: 25, scale: 3, epochs: 2);
    private static readonly TaskSet Larger = Set(SyntheticKind.Teacher, dimension: 5, count: 4, train: 60, scale: 0.5, epochs: 1);
    private static readonly TaskSet Mix = TaskSet.Mix([Small, Large, Larger]);

    public static TheoryData<Precision, Combination> Settings =>
        new MatrixTheoryData<Precision, Combination>([Precision.Bits64, Precision.Bits32], [Combination.Mean, Combination.Median]);

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_task_has_the_fitness_that_it_has_in_its_own_set_and_all_count(Precision precision, Combination combination)
    {
        var settings = new EvaluationSettings { Precision = precision, Combine = combination };
        using var mix = Evaluators.Create(Mix, settings);
        IEvaluator[] parts = [.. Mix.Parts.Select(part => Evaluators.Create(part, settings))];
        foreach (var program in Programs(200))
        {
            var evaluation = mix.Evaluate(program);
            var expected = parts.SelectMany(part => Engine.Evaluate(part, program).TaskFitness).ToArray();
            Assert.Equal(expected, mix.TaskFitness.ToArray());
            Assert.Equal(combination.Of(expected), evaluation.Fitness);
            Assert.Equal(parts[0].Evaluate(program).Code, evaluation.Code);
        }

        foreach (var part in parts) part.Dispose();
    }

    [Fact]
    public void Exact_early_exits_change_no_fitness()
    {
        var exits = new EarlyExits { CanonicalCache = new(), FunctionalCache = new() { TrainExamples = 1000, ValidExamples = 1000 } };
        using var plain = Evaluators.Create(Mix, new EvaluationSettings());
        using var staged = Evaluators.Create(Mix, new EvaluationSettings(), exits);
        foreach (var program in Programs(100).SelectMany(program => new[] { program, program }))
        {
            var found = staged.Evaluate(program);
            Assert.Equal(plain.Evaluate(program).Fitness, found.Fitness);
            if (found.Outcome == EvaluationOutcome.Evaluated) Assert.Equal(plain.TaskFitness.ToArray(), staged.TaskFitness.ToArray());
        }
    }

    [Fact]
    public void The_functional_cache_tells_programs_apart_that_differ_on_a_later_set_only()
    {
        // With one feature, the mean of a vector is its norm but for the sign of the feature, which is made positive here.
        TaskSet one = Positive(1), two = Positive(2);
        using var evaluator = Evaluators.Create(TaskSet.Mix([one, two]), new EvaluationSettings(), new FunctionalCacheSettings());
        using var alone = Evaluators.Create(one, new EvaluationSettings(), new FunctionalCacheSettings());
        Program mean = Predicting("s1 = mean(v0)"), norm = Predicting("s1 = norm(v0)");
        Assert.Equal(alone.Evaluate(mean).Fitness, alone.Evaluate(norm).Fitness);
        Assert.Equal(EvaluationOutcome.Cached, alone.Evaluate(norm).Outcome);
        Assert.NotEqual(evaluator.Evaluate(mean).Fitness, evaluator.Evaluate(norm).Fitness);
        Assert.Equal(EvaluationOutcome.Cached, evaluator.Evaluate(norm).Outcome);
    }

    [Fact]
    public void A_program_that_fails_everywhere_has_fitness_0_with_and_without_a_cache()
    {
        var huge = Predicting("s1 = 1000");
        foreach (var exits in new[] { new EarlyExits(), new EarlyExits { FunctionalCache = new() } })
        {
            using var evaluator = Evaluators.Create(Mix, new EvaluationSettings(), exits);
            Assert.Equal(0, evaluator.Evaluate(huge).Fitness);
            Assert.Equal(new double[9], evaluator.TaskFitness.ToArray());
        }
    }

    [Fact]
    public void A_program_that_costs_too_much_at_any_size_is_rejected()
    {
        // A product of matrices costs as much as eight of the baseline's steps at 4 features, and more at 16.
        var exits = new EarlyExits { MaxCost = new(BuiltInPrograms.Linear, 10) };
        var product = Predicting("m0 = matmul(m1, m1)\n  s1 = norm(m0)");
        using var small = Evaluators.Create(Small, new EvaluationSettings(), exits);
        using var mix = Evaluators.Create(Mix, new EvaluationSettings(), exits);
        Assert.Equal(EvaluationOutcome.Evaluated, small.Evaluate(product).Outcome);
        Assert.Equal(EvaluationOutcome.Rejected, mix.Evaluate(product).Outcome);
        Assert.Equal(EvaluationOutcome.Evaluated, mix.Evaluate(BuiltInPrograms.Linear).Outcome);
    }

    [Fact]
    public void Hurdles_run_on_the_first_set()
    {
        var exits = new EarlyExits { Hurdles = new() { Tasks = 2, TrainExamples = 20, ValidExamples = 10 } };
        using var small = Evaluators.Create(Small, new EvaluationSettings(), exits);
        using var mix = Evaluators.Create(Mix, new EvaluationSettings(), exits);
        var expected = small.Evaluate(BuiltInPrograms.Linear, 0);
        Assert.Equal(expected.FirstFitness, mix.Evaluate(BuiltInPrograms.Linear, 0).FirstFitness);
        Assert.Equal(small.Evaluate(BuiltInPrograms.Linear, 1), mix.Evaluate(BuiltInPrograms.Linear, 1));
    }

    [Fact]
    public void A_mix_says_what_it_is_made_of()
    {
        Assert.Equal([Small, Large, Larger], Mix.Parts);
        Assert.Equal(9, Mix.AllTasks.Count());
        Assert.Equal(Small.TrainingSteps + Large.TrainingSteps + Larger.TrainingSteps, Mix.TrainingSteps);
        Assert.Equal((4, 3), (Mix.Dimension, Mix.Count));
        Assert.Equal([Small], Small.Parts);
        Assert.True(Mix.IsMix);
        Assert.False(Small.IsMix || TaskSet.Mix([Small]).IsMix);
    }

    [Fact]
    public void What_cannot_be_mixed_is_refused()
    {
        Assert.Contains("at least one", Assert.Throws<InputException>(() => TaskSet.Mix([])).Message, StringComparison.Ordinal);
        Assert.Contains("part of another", Assert.Throws<InputException>(() => TaskSet.Mix([Small, Mix])).Message, StringComparison.Ordinal);
        var task = Small.Tasks[0] with { Kind = TaskKind.MultiClass, Train = Classes(Small.Tasks[0].Train), Valid = Classes(Small.Tasks[0].Valid) };
        Assert.Contains("multi-class", Assert.Throws<InputException>(() => TaskSet.Mix([Small, new TaskSet([task], classes: 2)])).Message, StringComparison.Ordinal);
    }

    private static Examples Classes(Examples examples) => new(examples.Dimension, examples.Features.ToArray(), new double[examples.Count]);

    private static TaskSet Set(SyntheticKind kind, int dimension, int count, int train, double scale, int epochs) => SyntheticTasks.Create(
        new() { Kind = kind, Dimension = dimension, Count = count, TrainExamples = train, ValidExamples = 20, Scale = scale, Epochs = epochs }, (ulong)dimension);

    private static TaskSet Positive(int dimension)
    {
        Examples Draw(Examples examples) => new(dimension, [.. examples.Features.ToArray().Select(Math.Abs)], examples.Labels.ToArray());
        var set = Set(SyntheticKind.Linear, dimension, 2, 20, 1, 1);
        return new([.. set.Tasks.Select(task => task with { Train = Draw(task.Train), Valid = Draw(task.Valid) })]);
    }

    private static IEnumerable<Program> Programs(int count)
    {
        var programs = new RandomPrograms(new MemoryShape(4, 4, 1), multiClass: false);
        var random = new RandomSource(11);
        return Enumerable.Range(0, count).Select(_ => programs.Next(random)).Append(BuiltInPrograms.Linear);
    }

    private static Program Predicting(string code) => ProgramParser.Parse($"def Setup():\ndef Predict():\n  {code}\ndef Learn():\n", MemoryShape.Largest);
}
