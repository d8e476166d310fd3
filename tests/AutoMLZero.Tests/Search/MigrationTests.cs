using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class MigrationTests
{
    private static readonly Individual[][] Populations =
        [.. new[] { 20, 20, 7, 0, 31 }.Select((size, island) => Enumerable.Range(0, size).Select(i => Named(island, i)).ToArray())];

    [Theory]
    [InlineData(MigrationKind.Ring)]
    [InlineData(MigrationKind.Random)]
    [InlineData(MigrationKind.Halves)]
    public void It_is_a_function_of_the_populations_and_the_random_stream(MigrationKind kind)
    {
        Assert.Equal(Of(kind, 3, 1).SelectMany(arrivals => arrivals), Of(kind, 3, 1).SelectMany(arrivals => arrivals));
        Assert.NotEqual(Of(kind, 3, 1).SelectMany(arrivals => arrivals), Of(kind, 3, 2).SelectMany(arrivals => arrivals));
    }

    [Theory]
    [InlineData(MigrationKind.Ring)]
    [InlineData(MigrationKind.Random)]
    [InlineData(MigrationKind.Halves)]
    public void Arrivals_come_from_where_they_say_and_take_places_that_exist_once_each(MigrationKind kind)
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var all = Of(kind, 5, seed);
            for (var island = 0; island < all.Length; island++)
            {
                Assert.All(all[island], arrival => Assert.Contains(arrival.Individual, Populations[arrival.From]));
                Assert.All(all[island], arrival => Assert.InRange(arrival.Place, 0, Populations[island].Length - 1));
                Assert.Distinct(all[island].Select(arrival => arrival.Place));
                Assert.Distinct(all[island].Select(arrival => arrival.Individual));
            }
        }
    }

    [Fact]
    public void In_a_ring_individuals_come_from_the_island_before() => Assert.Equal(
        [(5, 4), (5, 0), (5, 1), (0, 0), (0, 0)],
        Of(MigrationKind.Ring, 5, 3).Select(arrivals => (arrivals.Length, arrivals.FirstOrDefault().From)));

    [Fact]
    public void At_random_individuals_come_from_any_other_island()
    {
        var sources = new HashSet<(int, int)>();
        for (ulong seed = 0; seed < 300; seed++)
        {
            var all = Of(MigrationKind.Random, 5, seed);
            for (var island = 0; island < all.Length; island++)
            {
                foreach (var arrival in all[island]) sources.Add((arrival.From, island));
            }
        }

        Assert.Equal(12, sources.Count);
        Assert.DoesNotContain(sources, pair => pair.Item1 == pair.Item2);
    }

    [Fact]
    public void With_halves_each_island_gives_half_and_receives_as_many_and_nobody_is_lost()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var all = Of(MigrationKind.Halves, 1, seed);
            Assert.Equal([10, 10, 3, 0, 15], all.Select(arrivals => arrivals.Length));
            var after = Populations.Select(population => (Individual[])population.Clone()).ToArray();
            for (var island = 0; island < all.Length; island++)
            {
                foreach (var arrival in all[island]) after[island][arrival.Place] = arrival.Individual;
            }

            Assert.Equal(Populations.SelectMany(names => names).OrderBy(Name), after.SelectMany(names => names).OrderBy(Name));
        }
    }

    [Fact]
    public void Halves_mix_all_islands()
    {
        var counts = new long[Populations.Length];
        for (ulong seed = 0; seed < 2000; seed++)
        {
            foreach (var arrival in Of(MigrationKind.Halves, 1, seed)[0]) counts[arrival.From]++;
        }

        ChiSquare.AssertFrequencies([counts[0], counts[1], counts[2], counts[4]], [10 / 38.0, 10 / 38.0, 3 / 38.0, 15 / 38.0]);
    }

    [Fact]
    public void Nobody_moves_without_migration_or_with_one_island()
    {
        Assert.All(Of(MigrationKind.None, 5, 1), arrivals => Assert.Empty(arrivals));
        Assert.Empty(Assert.Single(Migration.Of(MigrationKind.Halves, 5, [Populations[0]], new RandomSource(1))));
    }

    private static ImmutableArray<ImmutableArray<Arrival>> Of(MigrationKind kind, int migrants, ulong seed) =>
        Migration.Of(kind, migrants, Populations, new RandomSource(seed));

    private static Individual Named(int island, int number) => new(Program.Empty, (island * 100) + number);

    private static double Name(Individual individual) => individual.Fitness;
}
