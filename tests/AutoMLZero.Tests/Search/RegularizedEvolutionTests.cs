using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class RegularizedEvolutionTests
{
    private static readonly EvolutionSettings Small = new()
    {
        PopulationSize = 20,
        TournamentSize = 4,
        Mutations = MutationMix.Uniform(MutationType.AlterArgument, MutationType.RandomizeInstruction, MutationType.RandomizeFunction),
    };

    [Fact]
    public void The_population_is_the_last_individuals_in_order()
    {
        using var evaluator = new ToyEvaluator();
        var search = Create(evaluator, Small);
        var made = new List<Individual>();
        for (var i = 0; i < 500; i++)
        {
            var before = evaluator.Evaluations;
            search.Advance();
            made.Add(search.Population[^1]);
            if (evaluator.Evaluations > before) Assert.Same(evaluator.Last, made[^1].Program);
            else Assert.Contains(made[^1], made[..^1]);
            Assert.Equal(made[Math.Max(0, made.Count - 20)..], search.Population);
            Assert.Same(made.First(individual => individual.Fitness == made.Max(other => other.Fitness)), search.Best);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        using var evaluator1 = new ToyEvaluator();
        using var evaluator2 = new ToyEvaluator();
        using var evaluator3 = new ToyEvaluator();
        var (first, second, other) = (Create(evaluator1, Small), Create(evaluator2, Small), Create(evaluator3, Small, seed: 2));
        Advance(first, 2000);
        Advance(second, 2000);
        Advance(other, 2000);
        Assert.Equal(first.Population, second.Population);
        Assert.Equal(first.Counters, second.Counters);
        Assert.Equal(first.Best, second.Best);
        Assert.NotEqual(first.Population, other.Population);
    }

    [Fact]
    public void Every_child_is_counted_once()
    {
        using var evaluator = new ToyEvaluator();
        var search = Create(evaluator, Small);
        Advance(search, 5000);
        var counters = search.Counters;
        Assert.Equal(5000, counters.Generated);
        Assert.Equal(5000, counters.Individuals);
        Assert.Equal(0, counters.Rejected);
        Assert.Equal(5000, counters.Cached + counters.Partial + counters.Evaluated);
        Assert.Equal(evaluator.Evaluations, counters.Partial + counters.Evaluated);
        Assert.Equal(evaluator.Evaluations / 7, counters.Partial);
    }

    [Fact]
    public void Copies_are_answered_without_a_run_as_often_as_mutation_is_left_out()
    {
        using var evaluator = new ToyEvaluator();
        var search = Create(evaluator, Small with { MutationProbability = 0.7, Mutations = MutationMix.Uniform(MutationType.RandomizeFunction) });
        Advance(search, 30_020);
        ChiSquare.AssertFrequencies([search.Counters.Cached, 30_000 - search.Counters.Cached], [0.3, 0.7]);
    }

    [Fact]
    public void Without_mutation_only_the_first_programs_are_evaluated()
    {
        using var evaluator = new ToyEvaluator();
        var search = Create(evaluator, Small with { MutationProbability = 0 });
        Advance(search, 500);
        Assert.Equal(20, evaluator.Evaluations);
        Assert.Equal(480, search.Counters.Cached);
    }

    [Theory]
    [InlineData(InitialPrograms.Empty)]
    [InlineData(InitialPrograms.Given)]
    public void Evolution_starts_from_what_the_settings_say(InitialPrograms start)
    {
        using var evaluator = new ToyEvaluator();
        var search = Create(evaluator, Small with { Start = start, Given = BuiltInPrograms.Linear });
        Advance(search, 20);
        var expected = start == InitialPrograms.Empty ? Program.Empty : BuiltInPrograms.Linear;
        Assert.All(search.Population, individual => Assert.Equal(expected, individual.Program));
    }

    [Fact]
    public void Evolution_finds_in_the_same_number_of_individuals_what_random_search_does_not()
    {
        using var evaluator = new ToyEvaluator();
        for (ulong seed = 0; seed < 5; seed++)
        {
            var evolution = Create(evaluator, Small, seed);
            var random = new RandomSearch(Spaces.Linear, evaluator, new RandomSource(seed));
            Advance(evolution, 5000);
            Advance(random, 5000);
            Assert.Equal(1, evolution.Best!.Fitness);
            Assert.True(random.Best!.Fitness < 0.75);
        }
    }

    [Fact]
    public void Random_search_counts_every_program_and_keeps_the_first_of_the_best()
    {
        using var evaluator = new ToyEvaluator();
        var search = new RandomSearch(Spaces.Linear, evaluator, new RandomSource(71));
        Assert.Null(search.Best);
        Individual? best = null;
        for (var i = 0; i < 3000; i++)
        {
            search.Advance();
            if (best is null || evaluator.TaskFitness[0] > best.Fitness) best = new Individual(evaluator.Last!, evaluator.TaskFitness[0]);
            Assert.Equal(best, search.Best);
            Assert.Same(best.Program, search.Best!.Program);
        }

        Assert.Equal(new SearchCounters(3000, 0, 0, 3000 / 7, 3000 - (3000 / 7), 3000), search.Counters);
    }

    [Fact]
    public void An_individual_costs_at_most_a_kilobyte()
    {
        using var evaluator = new ToyEvaluator();
        var search = Create(evaluator, Small with { PopulationSize = 1000, TournamentSize = 10 });
        Advance(search, 5000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Advance(search, 100_000);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100_000.0, 1, 1024);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        EvolutionSettings[] bad =
        [
            Small with { PopulationSize = 0 },
            Small with { PopulationSize = int.MaxValue },
            Small with { TournamentSize = 0 },
            Small with { MutationProbability = -0.1 },
            Small with { MutationProbability = 1.1 },
            Small with { MutationProbability = double.NaN },
            Small with { HurdlePercentile = -1 },
            Small with { HurdlePercentile = double.NaN },
            Small with { Mutations = new([]) },
            Small with { Start = (InitialPrograms)9 },
            Small with { ConstantChange = (ConstantChange)9 },
            Small with { Given = BuiltInPrograms.NeuralNet },
        ];
        using var evaluator = new ToyEvaluator();
        Assert.All(bad, settings => Assert.Throws<InputException>(() => Create(evaluator, settings)));
    }

    private static RegularizedEvolution Create(IEvaluator evaluator, EvolutionSettings settings, ulong seed = 1) =>
        new(Spaces.Linear, settings, evaluator, new RandomSource(seed));

    private static void Advance(ISearch search, int individuals)
    {
        for (var i = 0; i < individuals; i++) search.Advance();
    }
}
