using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

public class PresetTests
{
    [Fact]
    public void There_are_six_presets() => Assert.Equal(["affine", "affine-6-2-6", "linear", "linear-5-1-4", "linear-gp", "nonlinear"], Presets.Names);

    [Fact]
    public void A_preset_bears_its_name()
    {
        foreach (var name in Presets.Names) Assert.Equal(name, Presets.Load(name).Name);
    }

    [Fact]
    public void An_unknown_preset_is_answered_by_those_there_are() => Assert.Equal(
        "there is no preset 'cubic', expected one of affine, affine-6-2-6, linear, linear-5-1-4, linear-gp, nonlinear", Specs.Complaint(() => Presets.Load("cubic")));

    [Fact]
    public void Linear_has_the_numbers_of_the_authors_demo()
    {
        var spec = Presets.Load("linear");
        Op[] ops = [Op.ScalarConstant, Op.VectorDot, Op.ScalarSubtract, Op.ScalarMultiply, Op.VectorScale, Op.VectorAdd];
        Assert.Equal(new MemoryShape(4, 3, 1), spec.Memory);
        Assert.Equal(new FunctionSpec([.. ops], 10, 10), spec.Setup);
        Assert.Equal(new FunctionSpec([.. ops], 2, 2), spec.Predict);
        Assert.Equal(new FunctionSpec([.. ops], 8, 8), spec.Learn);
        Assert.Equal(new StartSpec(StartKind.Random), spec.Start);
        Assert.Equal(new EvaluationSettings(), spec.Evaluation);
        Assert.Equal(DemoEvolution, spec.Evolution);
        Assert.Equal(new FunctionalCacheSettings(), spec.FunctionalCache);
        Assert.Equal(Synthetic(SyntheticKind.Linear, 10, 4, 100), spec.Tasks.Search);
        Assert.Equal(Synthetic(SyntheticKind.Linear, 100, 4, 1000), spec.Tasks.Select);
        Assert.Equal(Synthetic(SyntheticKind.Linear, 100, 4, 1000), spec.Tasks.Test);
        Assert.Equal((870_000, 0.9999, true), (spec.ExperimentLength, spec.SolvedAt, spec.StopWhenSolved));
    }

    [Fact]
    public void Affine_has_the_numbers_of_section_4_1()
    {
        var spec = Presets.Load("affine");
        Assert.Equal(new MemoryShape(5, 3, 1), spec.Memory);
        Assert.Equal(new FunctionSpec([(Op)56, (Op)57], 6, 6), spec.Setup);
        Assert.Equal(new FunctionSpec([(Op)1, (Op)27], 2, 2), spec.Predict);
        Assert.Equal(new FunctionSpec([(Op)1, (Op)2, (Op)3, (Op)18, (Op)23], 6, 6), spec.Learn);
        Assert.Equal(DemoEvolution, spec.Evolution);
        Assert.Equal(Synthetic(SyntheticKind.Affine, 3, 8, 1000), spec.Tasks.Search);
        Assert.Equal(100_000, spec.ExperimentLength);
    }

    [Fact]
    public void Nonlinear_has_the_numbers_of_section_4_1()
    {
        var spec = Presets.Load("nonlinear");
        Assert.Equal(new MemoryShape(4, 8, 2), spec.Memory);
        Assert.Equal(new FunctionSpec([(Op)56, (Op)63, (Op)64], 21, 21), spec.Setup);
        Assert.Equal(new FunctionSpec([(Op)27, (Op)31, (Op)48], 3, 3), spec.Predict);
        Assert.Equal(new FunctionSpec([(Op)2, (Op)3, (Op)16, (Op)18, (Op)23, (Op)25, (Op)28, (Op)39], 9, 9), spec.Learn);
        Assert.Equal(DemoEvolution, spec.Evolution);
        Assert.Equal(new FunctionalCacheSettings(), spec.FunctionalCache);
        Assert.Equal(Synthetic(SyntheticKind.Teacher, 10, 8, 5000), spec.Tasks.Search);
    }

    private static EvolutionSpec DemoEvolution { get; } = new()
    {
        Population = 1000,
        Tournament = 10,
        MutationProbability = 0.9,
        Mutations = new() { AlterArgument = 1, RandomizeInstruction = 1, RandomizeFunction = 1 },
        ConstantChange = ConstantChange.LogNormal,
    };

    private static SyntheticTaskSource Synthetic(SyntheticKind kind, int count, int features, int train) => new(
        new() { Kind = kind, Count = count, Dimension = features, TrainExamples = train, ValidExamples = 100 });
}
