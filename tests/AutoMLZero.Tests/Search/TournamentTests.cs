using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class TournamentTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 3)]
    [InlineData(5, 4)]
    public void A_rank_wins_as_often_as_the_formula_says(int size, int draws)
    {
        var population = Create(size, i => i / (double)size);
        var random = new RandomSource(31);
        var wins = new long[size];
        for (var i = 0; i < 200_000; i++) wins[(int)Math.Round(Tournament.Select(population, draws, random).Fitness * size)]++;
        double Share(int ranks) => Math.Pow(ranks / (double)size, draws);
        ChiSquare.AssertFrequencies(wins, [.. Enumerable.Range(0, size).Select(rank => Share(rank + 1) - Share(rank))]);
    }

    [Fact]
    public void The_first_drawn_wins_a_tie()
    {
        var population = Create(50, _ => 0.5);
        var random = new RandomSource(0);
        for (ulong seed = 0; seed < 1000; seed++)
        {
            random.State = new RandomSource(seed).State;
            var first = population[new RandomSource(seed).NextInt(50)];
            Assert.Same(first, Tournament.Select(population, 10, random));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void It_is_as_if_rivals_came_one_by_one(int draws)
    {
        var population = Create(300, i => i * 37 % 101 / 101.0);
        for (var i = 0; i < 100; i++) population.Add(new Individual(Program.Empty, i * 53 % 97 / 97.0));
        for (ulong seed = 0; seed < 200; seed++)
        {
            var (random, again) = (new RandomSource(seed), new RandomSource(seed));
            var rivals = Enumerable.Range(0, draws).Select(_ => population[again.NextInt(300)]).ToList();
            Assert.Same(rivals.MaxBy(rival => rival.Fitness), Tournament.Select(population, draws, random));
            Assert.Equal(again.State, random.State);
        }
    }

    private static Population Create(int size, Func<int, double> fitness)
    {
        var population = new Population(size);
        for (var i = 0; i < size; i++) population.Add(new Individual(Program.Empty, fitness(i)));
        return population;
    }
}
