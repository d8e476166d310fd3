using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Tournament selection (Goldberg and Deb, 1991).</summary>
internal static class Tournament
{
    /// <summary>The fittest of some individuals drawn with replacement, each with the same probability; the first drawn on a tie.</summary>
    /// <param name="population">At least one individual.</param>
    /// <param name="size">The number of draws, at least 1.</param>
    /// <param name="random">The source of randomness.</param>
    public static Individual Select(Population population, int size, RandomSource random)
    {
        var winner = random.NextInt(population.Count);
        var best = population.Fitness(winner);
        for (var i = 1; i < size; i++)
        {
            var rival = random.NextInt(population.Count);
            var fitness = population.Fitness(rival);
            if (fitness > best) (winner, best) = (rival, fitness);
        }

        return population[winner];
    }
}
