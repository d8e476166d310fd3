using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Reports.Milestones;
using AutoMLZero.Runs;
using AutoMLZero.Search;
using AutoMLZero.Tasks;

namespace AutoMLZero.Reports.Tests;

public class MilestoneFinderTests
{
    private static readonly Program Empty = Program("", "", "");
    private static readonly Program Constant = Program("s1 = 0.5", "", "");
    private static readonly Program Step = Program("", "s1 = dot(v1, v0)", "s3 = s0 - s1; v2 = s3 * v0; v1 = v1 + v2");

    [Fact]
    public void A_technique_is_named_where_it_came_to_stay()
    {
        var milestones = Find(0, (1, Empty), (10, Step), (20, Constant), (30, Step), (40, BuiltInPrograms.Linear));
        Assert.Equal([30L, 40L], milestones.Select(milestone => milestone.Born));
        Assert.Equal(["gradient-step"], milestones[0].Techniques);
        Assert.Equal(["learning-rate"], milestones[1].Techniques);
        Assert.DoesNotContain(milestones, milestone => milestone.IsFirstKept);
    }

    [Fact]
    public void After_a_gap_techniques_may_be_older()
    {
        Assert.True(Assert.Single(Find(128, (1, Empty), (500, Step), (600, Step))).IsFirstKept);
        Assert.False(Assert.Single(Find(128, (1, Empty), (500, Empty), (600, Step))).IsFirstKept);
        Assert.False(Assert.Single(Find(128, (1, Step), (500, Step))).IsFirstKept);
    }

    [Fact]
    public void Without_techniques_or_ancestors_there_are_none()
    {
        Assert.Empty(Find(0, (1, Empty), (2, Constant)));
        Assert.Empty(Find(0));
    }

    private static ImmutableArray<Milestone> Find(long omitted, params (long Born, Program Program)[] steps) => MilestoneFinder.Find(
        new ChampionNote(0, Step, 0.9, 0.9, [.. steps.Select(step => new LineageStep(step.Born, step.Program, 0.5))], omitted), TaskKind.Regression);

    private static Program Program(string setup, string predict, string learn) =>
        ProgramParser.Parse($"def Setup():\n  {setup}\ndef Predict():\n  {predict}\ndef Learn():\n  {learn}\n");
}
