using AutoMLZero.Reproduction.Adaptation;
using AutoMLZero.Reproduction.Champions;
using AutoMLZero.Reproduction.Reporting;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Tests;

public class ProgramTests
{
    public static TheoryData<AdaptationExperiment> Adaptations => [new FewExamplesExperiment(), new FastTrainingExperiment(), new MulticlassExperiment()];

    [Theory]
    [MemberData(nameof(Adaptations))]
    public void The_technique_is_seen_where_it_is_planted_and_not_before(AdaptationExperiment experiment)
    {
        foreach (var condition in new[] { experiment.Treatment, experiment.Control })
        {
            Assert.Contains(experiment.Technique, Techniques.Of(condition.WithTechnique, condition.IsMultiClass));
            Assert.DoesNotContain(experiment.Technique, Techniques.Of(condition.Network, condition.IsMultiClass));
        }
    }

    [Fact]
    public void Programs_without_a_part_lack_it()
    {
        Assert.Equal(
            ["input-noise", "multiplicative", "normalized-gradient", "weight-averaging"],
            Techniques.Of(ChampionPrograms.Evolved).Intersect(["input-noise", "multiplicative", "normalized-gradient", "weight-averaging"]).Order());
        Assert.DoesNotContain("input-noise", Techniques.Of(ChampionPrograms.WithoutNoise));
        Assert.DoesNotContain("multiplicative", Techniques.Of(ChampionPrograms.WithoutBilinear));
        Assert.DoesNotContain("normalized-gradient", Techniques.Of(ChampionPrograms.WithoutNormalization));
        Assert.DoesNotContain("weight-averaging", Techniques.Of(ChampionPrograms.WithoutAveraging));
    }

    [Theory]
    [InlineData(5, 4, 6, Verdict.Agrees)]
    [InlineData(7, 4, 6, Verdict.Differs)]
    [InlineData(3, 4, 6, Verdict.Differs)]
    public void A_number_agrees_when_the_interval_holds_it(double paper, double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, SummaryRow.Against("a", paper, "b", Measured.Of(5, new Interval(low, high), 1)).Verdict);

    [Theory]
    [InlineData(0.1, 0.2, Verdict.Agrees)]
    [InlineData(-0.1, 0.2, Verdict.Undecided)]
    [InlineData(-0.2, -0.1, Verdict.Differs)]
    public void A_claim_agrees_when_the_interval_is_above_zero(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, SummaryRow.Above("a", "b", Measured.Of(0.1, new Interval(low, high), 1)).Verdict);

    [Fact]
    public void Figures_are_quoted_where_they_must_be() =>
        Assert.Equal("a,b\n1,\"x, \"\"y\"\"\"\n", SummaryText.Csv(new FigureData("t", ["a", "b"], [["1", "x, \"y\""]])));
}
