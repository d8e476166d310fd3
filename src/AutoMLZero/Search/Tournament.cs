using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Tournament selection (Goldberg and Deb, 1991).</summary>
internal static class Tournament
{
    private const int MostAtOnce = 64;
    private const long NoFitness = -1;

    /// <summary>The fittest of some individuals drawn with replacement, each with the same probability; the first drawn on a tie.</summary>
    /// <param name="population">At least one individual.</param>
    /// <param name="size">The number of draws, at least 1.</param>
    /// <param name="random">The source of randomness.</param>
    public static Individual Select(Population population, int size, RandomSource random)
    {
        Span<int> drawn = stackalloc int[Math.Min(size, MostAtOnce)];
        var (winner, best) = (0, NoFitness);
        for (var left = size; left > 0; left -= drawn.Length)
        {
            if (left < drawn.Length) drawn = drawn[..left];
            random.NextInts(drawn, population.Count);
            foreach (var rival in drawn)
            {
                // Without a branch, which would go either way: fitness is not negative, so that its bits compare as whole numbers do.
                var fitness = BitConverter.DoubleToInt64Bits(population.Fitness(rival));
                var isFitter = (best - fitness) >> 63;
                winner ^= (winner ^ rival) & (int)isFitter;
                best ^= (best ^ fitness) & isFitter;
            }
        }

        return population[winner];
    }
}
