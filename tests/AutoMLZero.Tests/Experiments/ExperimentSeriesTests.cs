using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

public class ExperimentSeriesTests
{
    private static readonly EvaluatorFactory Constant = new ToyEvaluators((_, _) => 0.1).Factory;
    private static readonly ManualTime Standstill = new(TimeSpan.Zero);

    /// <summary>Small and quick: experiments of 300 individuals, at most 5, two search tasks, three selection tasks, four test tasks.</summary>
    private static readonly ExperimentSpec Spec = Specs.Linear(
        ("evolution.population", "20"), ("experimentLength", "300"), ("solvedAt", "0.9"), ("budget", """{"experiments": 5}"""),
        ("tasks.search.count", "2"), ("tasks.select.count", "3"), ("tasks.test.count", "4"));

    [Fact]
    public void A_program_that_selection_accepts_is_success_and_ends_the_search()
    {
        var toys = new ToyEvaluators(ShareOfAdditions);
        var result = Run(Spec, toys);
        Assert.Equal(StopReason.Solved, result.Stop);
        Assert.True(result.Success);
        Assert.Equal(1, result.Experiments);
        Assert.InRange(result.Counters.Individuals, 1, 299);
        Assert.Equal(result.Counters.Individuals * 200, result.TrainingSteps);
        Assert.Equal(ShareOfAdditions(result.Program!, null!), result.SearchFitness);
        Assert.Equal((result.SearchFitness, result.SearchFitness), (result.SelectFitness, result.TestFitness));
        Assert.Equal(0.001 * Math.Sqrt(4.0 / 3 / 4), result.TestStandardError!.Value, 1e-12);
        Assert.All(toys.Made, toy => Assert.True(toy.IsDisposed));
    }

    [Fact]
    public void Without_stop_when_solved_experiments_run_to_their_end()
    {
        var result = Run(Spec with { StopWhenSolved = false }, new ToyEvaluators(ShareOfAdditions));
        Assert.Equal((StopReason.Solved, 300, 1), (result.Stop, result.Counters.Individuals, result.Experiments));
    }

    [Fact]
    public void The_best_on_the_selection_tasks_is_tested_when_the_experiments_are_spent()
    {
        var toys = new ToyEvaluators((program, tasks) => tasks.Count == 2 ? ShareOfAdditions(program, tasks) : 0.5 * Hash(program));
        var result = Run(Spec, toys);
        Assert.Equal((StopReason.BudgetSpent, 5, 1500), (result.Stop, result.Experiments, result.Counters.Individuals));
        Assert.Equal(0.5 * Hash(result.Program!), result.SelectFitness);
        Assert.Equal(result.SelectFitness, result.TestFitness);
        Assert.Equal([2, 3, 2, 2, 2, 2, 4], toys.Made.Select(toy => toy.Tasks.Count));
    }

    [Fact]
    public void Each_experiment_and_each_split_has_tasks_of_its_own()
    {
        var toys = new ToyEvaluators((_, _) => 0.1);
        Run(Spec, toys);
        var seeds = toys.Made.SelectMany(toy => toy.Tasks.Tasks).Select(task => task.Seed).ToArray();
        Assert.Equal((5 * 2) + 3 + 4, seeds.Distinct().Count());
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }

    [Theory]
    [InlineData("individuals", "450", 450)]
    [InlineData("individuals", "1", 1)]
    [InlineData("trainingSteps", "90199", 450)]
    [InlineData("trainingSteps", "200", 1)]
    public void Individuals_and_training_steps_are_spent_to_the_last(string limit, string value, long individuals)
    {
        var spec = SpecReader.Read(SpecWriter.Write(Spec), "spec", [KeyValuePair.Create("budget", $$"""{"{{limit}}": {{value}}}""")]);
        var result = Run(spec, new ToyEvaluators((_, _) => 0.1));
        Assert.Equal((StopReason.BudgetSpent, individuals), (result.Stop, result.Counters.Individuals));
        Assert.NotNull(result.TestFitness);
    }

    [Fact]
    public void Time_ends_the_search_and_the_champion_is_still_selected_and_tested()
    {
        var spec = Spec with { Budget = new() { Time = TimeSpan.FromSeconds(10) } };
        var result = new ExperimentSeries(spec, 1, new ManualTime(TimeSpan.FromSeconds(1)), null, Constant).Run(Never);
        Assert.Equal(StopReason.TimeSpent, result.Stop);
        Assert.Equal(0.1, result.SelectFitness);
        Assert.Equal(0.1, result.TestFitness);
        Assert.True(result.Elapsed >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Cancellation_ends_the_search_after_the_open_individual()
    {
        using var source = new CancellationTokenSource();
        var made = 0;
        double Judge(Program program, TaskSet tasks)
        {
            if (++made == 17) source.Cancel();
            return 0.1;
        }

        var result = new ExperimentSeries(Spec, 1, Standstill, null, new ToyEvaluators(Judge).Factory).Run(source.Token);
        Assert.Equal((StopReason.Canceled, 17, 17), (result.Stop, result.Counters.Individuals, made));
        Assert.NotNull(result.Program);
        Assert.Equal(0.1, result.SearchFitness);
        Assert.Null(result.SelectFitness);
        Assert.Null(result.TestFitness);
    }

    [Fact]
    public void A_search_that_is_canceled_before_it_begins_has_no_program()
    {
        var result = new ExperimentSeries(Spec, 1, Standstill, null, Constant).Run(new CancellationToken(true));
        Assert.Equal((StopReason.Canceled, 0, null), (result.Stop, result.Counters.Individuals, result.Program));
    }

    [Theory]
    [InlineData(SearchMethod.Evolution)]
    [InlineData(SearchMethod.Random)]
    public void The_same_seed_gives_the_same_result_and_another_another(SearchMethod method)
    {
        SearchResult Result(ulong seed) => new ExperimentSeries(
            Spec with { Method = method, SolvedAt = 1 }, seed, Standstill, null, new ToyEvaluators((program, _) => Hash(program)).Factory)
            .Run(Never);
        Assert.Equal(Result(7), Result(7));
        Assert.NotEqual(Result(7).Program, Result(8).Program);
    }

    [Fact]
    public void The_clock_changes_nothing_but_times()
    {
        SearchResult Result(TimeSpan step) => new ExperimentSeries(
            Spec, 3, new ManualTime(step), new Reports(), new ToyEvaluators((program, _) => 0.8 * Hash(program)).Factory).Run(Never);
        Assert.Equal(Result(TimeSpan.Zero), Result(TimeSpan.FromHours(1)) with { Elapsed = TimeSpan.Zero });
    }

    [Fact]
    public void Progress_is_reported_at_most_ten_times_a_second()
    {
        var reports = new Reports();
        new ExperimentSeries(Spec with { ExperimentLength = 3000 }, 1, new ManualTime(TimeSpan.FromMilliseconds(30)), reports, Constant).Run(Never);
        var times = reports.Heard.Select(report => report.Elapsed).ToArray();
        Assert.NotEmpty(times);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(100)));
        Assert.All(reports.Heard, report => Assert.Equal(0.1, report.Best!.Fitness));
        Assert.All(reports.Heard.Zip(reports.Heard.Skip(1)), pair => Assert.True(pair.Second.Counters.Individuals > pair.First.Counters.Individuals));
    }

    [Fact]
    public void Functions_without_operations_are_those_of_the_given_program()
    {
        var spec = Spec with { Setup = null, Predict = null, Start = new(StartKind.Random, BuiltInPrograms.Linear), SolvedAt = 1 };
        var result = Run(spec, new ToyEvaluators((program, _) => Hash(program)));
        Assert.Equal(BuiltInPrograms.Linear.Setup, result.Program!.Setup);
        Assert.Equal(BuiltInPrograms.Linear.Predict, result.Program.Predict);
        Assert.Equal(8, result.Program.Learn.Length);
    }

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    private static SearchResult Run(ExperimentSpec spec, ToyEvaluators toys) =>
        new ExperimentSeries(spec, 1, Standstill, null, toys.Factory).Run(Never);

    /// <summary>1 for a program whose Predict adds vectors only: easy to find.</summary>
    private static double ShareOfAdditions(Program program, TaskSet tasks) =>
        program.Predict.Count(instruction => instruction.Op == Op.VectorAdd) / (double)program.Predict.Length;

    /// <summary>A number in [0, 1) that differs from program to program, the same in every process.</summary>
    private static double Hash(Program program) =>
        program.ToString().Aggregate(17u, (hash, letter) => (hash * 31) + letter) / (double)(1L << 32);

    private sealed class Reports : IProgress<SearchProgress>
    {
        public List<SearchProgress> Heard { get; } = [];

        public void Report(SearchProgress value) => Heard.Add(value);
    }
}
