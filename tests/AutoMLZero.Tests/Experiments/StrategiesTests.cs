using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Experiments;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Experiments;

public class StrategiesTests
{
    [Fact]
    public void Fast_changes_how_programs_are_searched_and_not_what_they_are_or_meet()
    {
        foreach (var preset in Presets.Names.Where(preset => Presets.Load(preset).Registers is null))
        {
            var (plain, fast) = (Presets.Load(preset), Strategies.Load(Presets.Json(preset), preset, Strategies.Fast));
            Assert.NotNull(fast.Strategy);
            Assert.Equal(
                plain with
                {
                    Evolution = fast.Evolution,
                    Strategy = fast.Strategy,
                    ExperimentLength = fast.ExperimentLength,
                    Budget = fast.Budget,
                    FunctionalCache = fast.FunctionalCache,
                    CanonicalCache = fast.CanonicalCache,
                    Hurdles = fast.Hurdles,
                },
                fast);
            Assert.Equal(plain, Strategies.Load(Presets.Json(preset), preset, Strategies.Faithful));
            Assert.Equal(plain, Strategies.Load(Presets.Json(preset), preset, null));
            Assert.Equal((Strategies.Faithful, Strategies.Fast), (Strategies.NameOf(plain), Strategies.NameOf(fast)));
        }
    }

    [Theory]
    [InlineData("{\"experiments\": 3}", 2_610_000L)]
    [InlineData("{\"experiments\": 3, \"individuals\": 1000}", 1000L)]
    [InlineData("{\"individuals\": 1000}", 1000L)]
    [InlineData("{\"experiments\": 1000000000000000}", 1_000_000_000_000_000L)]
    [InlineData("{\"trainingSteps\": 1000}", null)]
    public void Fast_has_as_many_individuals_as_all_experiments_together(string budget, long? individuals)
    {
        var fast = Strategies.Apply(Presets.Load("linear", [new("budget", budget)]), Strategies.Fast);
        Assert.Equal((null, individuals), (fast.Budget.Experiments, fast.Budget.Individuals));
    }

    [Fact]
    public void A_spec_with_a_strategy_is_read_from_what_is_written()
    {
        var spec = Strategies.Apply(Presets.Load("affine"), Strategies.Fast);
        StrategySettings[] all =
        [
            new(),
            new()
            {
                Validity = Validity.Syntactic,
                Demands = Demands.Features | Demands.Errors,
                AllowsDuplicates = true,
                KeepsIntrons = true,
                Construction = Construction.Random,
                Founders = 3,
                Replacement = Replacement.Oldest,
                RestartAfter = 77,
                AnotherMutation = 0.125,
                FirstLook = null,
            },
            new() { Validity = Validity.None, Demands = Demands.None, FirstLook = new FirstLookSettings(1, 2, 3) },
        ];
        foreach (var strategy in all)
        {
            var expected = spec with { Strategy = strategy };
            Assert.Equal(expected, SpecReader.Read(SpecWriter.Write(expected), "spec"));
        }
    }

    [Fact]
    public void Single_values_of_a_strategy_are_put_in_after_it_and_others_before()
    {
        var spec = Strategies.Load(Presets.Json("linear"), "linear", Strategies.Fast, new Dictionary<string, string>
        {
            ["strategy.founders"] = "7",
            ["evolution.population"] = "33",
            ["evolution.mutations.trade"] = "2",
            ["experimentLength"] = "444",
            ["tasks.search.count"] = "3",
        });
        Assert.Equal((7, 33, 444L, 3), (spec.Strategy!.Founders, spec.Evolution.Population, spec.ExperimentLength, spec.Tasks.Search.Count));
        Assert.Equal(Strategies.Apply(spec, Strategies.Fast).Evolution.Mutations with { Trade = 2 }, spec.Evolution.Mutations);
    }

    [Theory]
    [InlineData("quick", "there is no strategy 'quick', expected one of faithful, fast")]
    [InlineData("", "there is no strategy '', expected one of faithful, fast")]
    public void An_unknown_strategy_is_answered_by_those_there_are(string name, string complaint) =>
        Assert.Equal(complaint, Specs.Complaint(() => Strategies.Load(Presets.Json("linear"), "linear", name)));

    [Fact]
    public void Random_search_is_not_fast() => Assert.Equal(
        "the strategy fast is a way of evolution, expected a spec whose method is evolution",
        Specs.Complaint(() => Strategies.Apply(Presets.Load("linear") with { Method = SearchMethod.Random }, Strategies.Fast)));

    [Theory]
    [InlineData("strategy.validity", "magic")]
    [InlineData("strategy.demands", "[\"gold\"]")]
    [InlineData("strategy.demands", "features")]
    [InlineData("strategy.founders", "0")]
    [InlineData("strategy.anotherMutation", "1")]
    [InlineData("strategy.restartAfter", "0")]
    [InlineData("strategy.firstLook.tasks", "0")]
    [InlineData("strategy.speed", "9")]
    [InlineData("strategy.replacement", "null")]
    public void Bad_values_are_one_sentence_that_names_the_place(string path, string value) =>
        Assert.Contains(
            path.Split('.')[1],
            Specs.Complaint(() => Strategies.Load(Presets.Json("linear"), "linear", Strategies.Fast, [new(path, value)])),
            StringComparison.Ordinal);
}
