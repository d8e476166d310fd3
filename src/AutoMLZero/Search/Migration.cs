using System.Collections.Immutable;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Who moves where when islands meet: a function of all populations and of a random stream, and of nothing else.</summary>
public static class Migration
{
    /// <summary>What arrives at each island.</summary>
    /// <param name="kind">How islands exchange individuals.</param>
    /// <param name="migrants">How many an island receives in a ring or from a random island, as far as there are as many.</param>
    /// <param name="populations">The population of each island.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>One list an island, no place twice in it.</returns>
    public static ImmutableArray<ImmutableArray<Arrival>> Of(
        MigrationKind kind, int migrants, IReadOnlyList<IReadOnlyList<Individual>> populations, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(populations);
        ArgumentNullException.ThrowIfNull(random);
        if (kind == MigrationKind.None || populations.Count < 2) return [.. populations.Select(_ => ImmutableArray<Arrival>.Empty)];
        if (kind == MigrationKind.Halves) return Halves(populations, random);
        var arrivals = ImmutableArray.CreateBuilder<ImmutableArray<Arrival>>(populations.Count);
        for (var island = 0; island < populations.Count; island++)
        {
            var from = kind == MigrationKind.Ring ? Before(island, populations.Count) : Other(island, populations.Count, random);
            arrivals.Add(Copies(populations[from], from, populations[island].Count, migrants, random));
        }

        return arrivals.MoveToImmutable();
    }

    private static int Before(int island, int count) => (island + count - 1) % count;

    private static int Other(int island, int count, RandomSource random)
    {
        var drawn = random.NextInt(count - 1);
        return drawn < island ? drawn : drawn + 1;
    }

    private static ImmutableArray<Arrival> Copies(IReadOnlyList<Individual> source, int from, int places, int migrants, RandomSource random)
    {
        var count = Math.Min(migrants, Math.Min(source.Count, places));
        var who = Draw(source.Count, count, random);
        var where = Draw(places, count, random);
        return [.. who.Zip(where, (individual, place) => new Arrival(place, from, source[individual]))];
    }

    private static ImmutableArray<ImmutableArray<Arrival>> Halves(IReadOnlyList<IReadOnlyList<Individual>> populations, RandomSource random)
    {
        int[][] places = [.. populations.Select(population => Draw(population.Count, population.Count / 2, random))];
        (int From, Individual Individual)[] given =
            [.. places.SelectMany((island, from) => island.Select(place => (from, populations[from][place])))];
        var dealt = Draw(given.Length, given.Length, random);
        var next = 0;
        return [.. places.Select(island => ImmutableArray.CreateRange(island.Select(place => Take(place, given[dealt[next++]]))))];

        static Arrival Take(int place, (int From, Individual Individual) item) => new(place, item.From, item.Individual);
    }

    /// <summary>Some numbers below a bound, none twice, in random order.</summary>
    private static int[] Draw(int bound, int count, RandomSource random)
    {
        int[] numbers = [.. Enumerable.Range(0, bound)];
        for (var i = 0; i < count; i++)
        {
            var other = i + random.NextInt(bound - i);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }

        return numbers[..count];
    }
}
