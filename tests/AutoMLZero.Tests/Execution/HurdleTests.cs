using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class HurdleTests
{
    private static readonly EarlyExits Exits = new() { Hurdles = EarlyExitRuns.Hurdles };

    [Fact]
    public void The_first_fitness_is_that_on_the_first_tasks_and_examples_and_decides()
    {
        using var staged = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings(), Exits);
        using var full = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings());
        using var first = Evaluators.Create(FirstTasks(), new EvaluationSettings());
        var programs = new RandomPrograms(new MemoryShape(4, 4, 1), multiClass: false);
        var random = new RandomSource(7);
        for (var i = 0; i < 300; i++)
        {
            var program = programs.Next(random);
            var firstFitness = first.Evaluate(program).Fitness;
            var evaluated = full.Evaluate(program) with { FirstFitness = firstFitness };
            Assert.Equal(evaluated, staged.Evaluate(program, firstFitness));
            Assert.Equal(evaluated, staged.Evaluate(program, double.NegativeInfinity));
            Assert.Equal(full.Evaluate(program), staged.Evaluate(program));
            Assert.Equal(full.Evaluate(program), staged.Evaluate(program, null));
            Assert.Equal(
                new Evaluation(firstFitness, EvaluationOutcome.Partial) { FirstFitness = firstFitness, IsPartial = true },
                staged.Evaluate(program, double.BitIncrement(firstFitness)));
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_cache_answers_by_the_hurdle_of_the_moment(bool functional, bool canonical)
    {
        var exits = Exits with { FunctionalCache = functional ? new() : null, CanonicalCache = canonical ? new() : null };
        using var evaluator = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings(), exits);
        var stopped = evaluator.Evaluate(BuiltInPrograms.Linear, 1);
        Assert.Equal((EvaluationOutcome.Partial, true), (stopped.Outcome, stopped.IsPartial));
        Assert.Equal(stopped with { Outcome = EvaluationOutcome.Cached }, evaluator.Evaluate(BuiltInPrograms.Linear, 1));

        var evaluated = evaluator.Evaluate(BuiltInPrograms.Linear, 0);
        Assert.Equal((EvaluationOutcome.Evaluated, false), (evaluated.Outcome, evaluated.IsPartial));
        Assert.NotEqual(stopped.Fitness, evaluated.Fitness);
        Assert.Equal(evaluated with { Outcome = EvaluationOutcome.Cached }, evaluator.Evaluate(BuiltInPrograms.Linear, 0));
        Assert.Equal(stopped with { Outcome = EvaluationOutcome.Cached }, evaluator.Evaluate(BuiltInPrograms.Linear, 1));
    }

    [Fact]
    public void A_first_part_larger_than_the_tasks_is_all_of_them()
    {
        var exits = new EarlyExits { Hurdles = new() { Tasks = 100, TrainExamples = 1000, ValidExamples = 1000 } };
        using var evaluator = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings(), exits);
        var evaluation = evaluator.Evaluate(BuiltInPrograms.Linear, 0);
        Assert.Equal(evaluation.Fitness, evaluation.FirstFitness);
    }

    [Fact]
    public void Evolution_with_hurdles_stops_programs_and_is_reproducible()
    {
        var run = EarlyExitRuns.Run(Exits, 5000);
        var again = EarlyExitRuns.Run(Exits, 5000);
        Assert.Equal(run.Population, again.Population);
        Assert.Equal(run.Counters, again.Counters);
        Assert.InRange(run.Counters.Partial, 1000, 4999);
        Assert.Equal(5000, run.Counters.Cached + run.Counters.Partial + run.Counters.Evaluated);
    }

    [Fact]
    public void The_best_was_run_in_full()
    {
        var best = EarlyExitRuns.Run(Exits, 3000).Best!;
        Assert.False(best.IsPartial);
        using var full = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings());
        Assert.Equal(full.Evaluate(best.Program).Fitness, best.Fitness);
    }

    private static TaskSet FirstTasks() => new(
        [.. EarlyExitRuns.Tasks.Tasks[..3].Select(task => task with { Train = First(task.Train, 15), Valid = First(task.Valid, 10) })]);

    private static Examples First(Examples examples, int count) =>
        new(4, [.. examples.Features.ToArray().Take(4 * count)], [.. examples.Labels.ToArray().Take(count)]);
}
