using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.State;

namespace AutoMLZero.Tests.Search;

public class HallOfFameTests
{
    [Fact]
    public void Members_are_the_Pareto_front_of_all_that_was_considered()
    {
        var random = new RandomSource(1);
        for (var round = 0; round < 200; round++)
        {
            var hall = new HallOfFame(1000);
            HallOfFameMember[] all = [.. Enumerable.Range(0, 50).Select(_ => Member(random.NextInt(20), random.NextInt(20) / 20.0))];
            foreach (var member in all) hall.Consider(member);
            var front = all.Where(member => !all.Any(other => Dominates(other, member))).Select(Key).Distinct().OrderBy(key => key.Cost);
            Assert.Equal(front, hall.Members.Select(Key));
        }
    }

    [Fact]
    public void Of_equals_the_first_stays()
    {
        var hall = new HallOfFame();
        Assert.True(hall.Consider(Member(5, 0.5) with { Experiment = 1 }));
        Assert.False(hall.Consider(Member(5, 0.5) with { Experiment = 2 }));
        Assert.False(hall.Consider(Member(6, 0.5) with { Experiment = 3 }));
        Assert.True(hall.Consider(Member(5, 0.6) with { Experiment = 4 }));
        Assert.Equal([4], hall.Members.Select(member => member.Experiment));
    }

    [Fact]
    public void Memory_is_bounded_and_the_cheapest_and_the_fittest_stay()
    {
        var hall = new HallOfFame(3);
        foreach (var (cost, fitness) in new[] { (0.0, 0.1), (10, 0.9), (5, 0.5), (7, 0.51), (2, 0.4), (3, 0.45) }) hall.Consider(Member(cost, fitness));
        Assert.Equal(3, hall.Members.Count);
        Assert.Equal((0, 0.1), Key(hall.Members[0]));
        Assert.Equal((10, 0.9), Key(hall.Members[^1]));
    }

    [Fact]
    public void What_cannot_enter_is_known_before_its_cost_is()
    {
        var hall = new HallOfFame();
        Assert.Equal(0, hall.CostToBeat(0));
        Assert.Equal(double.PositiveInfinity, hall.CostToBeat(0.1));
        hall.Consider(Member(0, 0.3));
        hall.Consider(Member(5, 0.5));
        Assert.Equal(0, hall.CostToBeat(0.3));
        Assert.Equal(5, hall.CostToBeat(0.31));
        Assert.Equal(5, hall.CostToBeat(0.5));
        Assert.Equal(double.PositiveInfinity, hall.CostToBeat(0.51));
    }

    [Fact]
    public void The_state_is_restored()
    {
        var hall = new HallOfFame();
        foreach (var (cost, fitness) in new[] { (0.0, 0.1), (10, 0.9), (5, 0.5) }) hall.Consider(new(BuiltInPrograms.Linear, fitness, cost) { Experiment = 7 });
        var writer = new StateWriter();
        hall.Save(writer);
        var restored = new HallOfFame();
        restored.Restore(new StateReader(writer.Written));
        Assert.Equal(hall.Members, restored.Members);
    }

    [Fact]
    public void A_search_keeps_the_front_of_what_it_evaluated_whatever_the_number_of_threads()
    {
        var spec = Presets.Load("linear", [new("evolution.population", "50"), new("experimentLength", "600"), new("budget.experiments", "3"), new("tasks.test.count", "2")]);
        var result = new ExperimentSeries(spec, 3).Run(TestContext.Current.CancellationToken);
        Assert.True(result.HallOfFame.Count > 1);
        foreach (var member in result.HallOfFame)
        {
            var tasks = spec.Tasks.Search.Create(ExperimentSeeds.SearchTasks(3, member.Experiment));
            using var evaluator = Evaluators.Create(tasks, spec.Evaluation);
            Assert.Equal(member.Fitness, evaluator.Evaluate(member.Program).Fitness, 1e-9);
        }

        Assert.Equal(result.HallOfFame.Select(Key).OrderBy(key => key.Cost), result.HallOfFame.Select(Key).OrderBy(key => key.Fitness));
        var other = new ExperimentSeries(spec, 3, options: new SeriesOptions { Workers = 2 }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(result.HallOfFame, other.HallOfFame);
    }

    private static HallOfFameMember Member(double cost, double fitness) => new(Program.Empty, fitness, cost);

    private static (double Cost, double Fitness) Key(HallOfFameMember member) => (member.Cost, member.Fitness);

    private static bool Dominates(HallOfFameMember a, HallOfFameMember b) =>
        a.Cost <= b.Cost && a.Fitness >= b.Fitness && (a.Cost < b.Cost || a.Fitness > b.Fitness);
}
