using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class MutationMixTests
{
    [Fact]
    public void The_papers_mix_removes_twice_as_often_as_it_inserts_and_divides_the_rest_evenly() =>
        AssertDrawn(MutationMix.Paper, [1 / 9.0, 2 / 9.0, 0, 3 / 9.0, 3 / 9.0, 0]);

    [Fact]
    public void A_uniform_mix_draws_its_types_equally() =>
        AssertDrawn(
            MutationMix.Uniform(MutationType.AlterArgument, MutationType.RandomizeInstruction, MutationType.RandomizeFunction),
            [0, 0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0]);

    [Fact]
    public void Weights_that_are_zero_are_never_drawn() =>
        AssertDrawn(
            new MutationMix([new(MutationType.Trade, 0), new(MutationType.InsertInstruction, 0.3), new(MutationType.AlterArgument, 0)]),
            [1, 0, 0, 0, 0, 0]);

    [Fact]
    public void Mixes_that_cannot_be_drawn_from_are_refused()
    {
        MutationMix[] bad =
        [
            new([]),
            new(default),
            new([new(MutationType.Trade, 0)]),
            new([new(MutationType.Trade, -1), new(MutationType.InsertInstruction, 5)]),
            new([new(MutationType.Trade, double.NaN)]),
            new([new(MutationType.Trade, double.MaxValue), new(MutationType.InsertInstruction, double.MaxValue)]),
            new([new((MutationType)99, 1)]),
        ];
        Assert.All(bad, mix => Assert.Throws<InputException>(mix.Validated));
    }

    private static void AssertDrawn(MutationMix mix, double[] probabilities)
    {
        var random = new RandomSource(21);
        var counts = new long[probabilities.Length];
        for (var i = 0; i < 90_000; i++) counts[(int)mix.Draw(random)]++;
        var possible = Enumerable.Range(0, counts.Length).Where(type => probabilities[type] > 0).ToArray();
        Assert.Equal(90_000, possible.Sum(type => counts[type]));
        if (possible.Length == 1) return;
        ChiSquare.AssertFrequencies([.. possible.Select(type => counts[type])], [.. possible.Select(type => probabilities[type])]);
    }
}
