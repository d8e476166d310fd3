using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tuning;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Champions are tuned on the selection tasks, which is where they are compared, and never on the unseen ones.</summary>
public class TunedSeriesTests
{
    private const int SearchTasks = 2;
    private const int SelectTasks = 3;
    private const int TestTasks = 4;

    /// <summary>Experiments of 50 individuals, all of them the linear model.</summary>
    private static readonly ExperimentSpec Spec = Specs.Linear(
        ("evolution.population", "20"), ("evolution.mutationProbability", "0"), ("experimentLength", "50"), ("solvedAt", "0.9"), ("budget", """{"experiments": 3}"""),
        ("tasks.search.count", $"{SearchTasks}"), ("tasks.select.count", $"{SelectTasks}"), ("tasks.test.count", $"{TestTasks}"),
        ("start", """{"kind": "program", "program": "linear"}"""), ("tuning", """{"method": "cmaEs", "evaluations": 200}"""));

    [Fact]
    public void Tuning_can_solve_an_experiment_that_search_did_not()
    {
        var untuned = Run(Spec with { Tuning = null }, new Counts());
        Assert.Equal((StopReason.BudgetSpent, 3, null), (untuned.Stop, untuned.Experiments, untuned.Tuning));
        var result = Run(Spec, new Counts());
        Assert.Equal((StopReason.Solved, 1), (result.Stop, result.Experiments));
        Assert.InRange(result.SelectFitness!.Value, 0.9, 1);
        Assert.Equal(result.SelectFitness, Judge(result.Program!));
        Assert.Equal(result.SelectFitness, result.SearchFitness);
        Assert.Equal((TuningMethod.CmaEs, 200), (result.Tuning!.Method, result.Tuning.Evaluations));
        Assert.Equal(Judge(result.Tuning.Program), result.Tuning.SelectFitness);
        Assert.InRange(result.Tuning.SelectFitness, 0, 0.89);
    }

    [Fact]
    public void Nothing_is_tuned_on_unseen_tasks()
    {
        var counts = new Counts();
        var result = Run(Spec with { SolvedAt = 1, Budget = new() { Experiments = 3 } }, counts);
        Assert.Equal(StopReason.BudgetSpent, result.Stop);
        Assert.Equal(1, counts.On(TestTasks));
        Assert.Equal((3 * 200) + 3, counts.On(SelectTasks));
    }

    [Fact]
    public void The_best_is_tuned_when_the_time_is_over_within_an_experiment()
    {
        var spec = Spec with { ExperimentLength = 1_000_000, Budget = new() { Time = TimeSpan.FromSeconds(10) } };
        var counts = new Counts();
        var result = new ExperimentSeries(spec, 1, new ManualTime(TimeSpan.FromSeconds(1)), null, counts.Factory).Run(TestContext.Current.CancellationToken);
        Assert.Equal(StopReason.Solved, result.Stop);
        Assert.InRange(result.SelectFitness!.Value, 0.9, 1);
        Assert.NotNull(result.Tuning);
        Assert.Equal(1, counts.On(TestTasks));
    }

    [Fact]
    public void Canceled_within_tuning_an_experiment_goes_on_with_it_later()
    {
        using var source = new CancellationTokenSource();
        var recorder = new MemoryRecorder();
        var counts = new Counts { At = (SelectTasks, 100, source.Cancel) };
        var canceled = new ExperimentSeries(Spec, 1, null, null, counts.Factory, new() { Recorder = recorder }).Run(source.Token);
        Assert.Equal((StopReason.Canceled, null), (canceled.Stop, canceled.Tuning));
        Assert.InRange(counts.On(SelectTasks), 100, 101);
        Assert.Equal(0, counts.On(TestTasks));
        Assert.Empty(recorder.Ended);
        var resumed = new ExperimentSeries(Spec, 1, null, null, new Counts().Factory, new() { Recorder = recorder }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(Run(Spec, new Counts()) with { Elapsed = default }, resumed with { Elapsed = default });
    }

    [Fact]
    public void Progress_says_how_far_tuning_is()
    {
        var reports = new List<SearchProgress>();
        new ExperimentSeries(Spec, 1, new ManualTime(TimeSpan.FromSeconds(1)), new Immediate(reports.Add), new Counts().Factory).Run(TestContext.Current.CancellationToken);
        var tuning = reports.Where(report => report.Tuning is not null).ToArray();
        Assert.Equal(200, tuning.Length);
        Assert.Equal(200, tuning[^1].Tuning!.Evaluations);
        Assert.True(tuning[^1].Tuning!.Fitness > tuning[^1].Tuning!.FitnessBefore);
    }

    [Fact]
    public void A_given_program_is_tuned_on_selection_tasks_and_compared_task_by_task_on_unseen_ones()
    {
        var counts = new Counts();
        var tuning = new ProgramTuning(Spec, 1, 1, null, counts.Factory);
        var result = tuning.Tune(BuiltInPrograms.Linear, new() { Evaluations = 50 }, TestContext.Current.CancellationToken);
        Assert.Equal((50, 0, 0), (counts.On(SelectTasks), counts.On(SearchTasks), counts.On(TestTasks)));
        var test = tuning.Test(BuiltInPrograms.Linear, result.Program);
        Assert.Equal((50, 0, 2), (counts.On(SelectTasks), counts.On(SearchTasks), counts.On(TestTasks)));
        Assert.Equal((result.FitnessBefore, result.Fitness), (test.Before, test.After));
        Assert.Equal(result.Fitness - result.FitnessBefore, test.MeanGain, 1e-12);
        Assert.True(test.BeforeStandardError > 0.0005);
        Assert.Equal(0, test.MeanGainStandardError!.Value, 1e-12);
    }

    private static SearchResult Run(ExperimentSpec spec, Counts counts) =>
        new ExperimentSeries(spec, 1, null, null, counts.Factory).Run(TestContext.Current.CancellationToken);

    /// <summary>1 where the first constant of a program is 20, less the further away.</summary>
    private static double Judge(Program program) => program.Setup.FirstOrDefault(instruction => instruction.Op == Op.ScalarConstant) is { Op: Op.ScalarConstant } set
        ? 1 / (1 + Math.Abs(Math.Log(Math.Abs(set.Constant1) / 20)))
        : 0;

    private sealed class Immediate(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }

    /// <summary>Toy evaluators, and how often programs were evaluated on task sets of each size.</summary>
    private sealed class Counts
    {
        private readonly Dictionary<int, int> counts = [];

        public (int Tasks, int Evaluations, Action Action)? At { get; init; }

        public EvaluatorFactory Factory => (tasks, _, _) => new ToyEvaluator(tasks, (program, set) =>
        {
            counts[set.Count] = On(set.Count) + 1;
            if (At is { } at && at.Tasks == set.Count && at.Evaluations == counts[set.Count]) at.Action();
            return Judge(program);
        });

        public int On(int tasks) => counts.GetValueOrDefault(tasks);
    }
}
