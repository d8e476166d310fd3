using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Tests.Csv;

public class SampleTests
{
    [Theory]
    [InlineData("houses.csv", "price")]
    [InlineData("machines.csv", "failed")]
    public void A_short_search_on_a_sample_table_finds_what_beats_the_linear_model_on_held_out_rows(string name, string target)
    {
        var baselines = Samples.Baselines(Samples.Experiment(name, target).Spec);
        var start = baselines.MaxBy(baseline => baseline.SelectFitness)!.Program;
        var (spec, table) = Samples.Experiment(name, target, start, new("experimentLength", "2000"), new("budget.experiments", "1"));
        var found = new ExperimentSeries(spec, 1, TimeProvider.System).Run(TestContext.Current.CancellationToken).Program!;
        var (program, linear, trivial) = (Samples.Score(found, spec), Samples.Score(baselines[0].Program, spec), HeldOutScore.OfTrivial(table));
        Assert.Equal(Baselines.Linear, baselines[0].Name);
        Assert.True(program.Error < linear.Error, $"{program} is not better than {linear}");
        Assert.True(linear.Error < trivial.Error, $"{linear} is not better than {trivial}");
    }

    [Fact]
    public void The_score_is_what_fitness_says_in_other_units()
    {
        var (spec, table) = Samples.Experiment("houses.csv", "price");
        var score = Samples.Score(BuiltInPrograms.Affine, spec);
        var standardized = Math.Tan((1 - Samples.TestFitness(BuiltInPrograms.Affine, spec)) * Math.PI / 2);
        Assert.Equal(standardized * table.Transformation.Target.Numbers.Scale, score.Error, 6);
        var (classes, _) = Samples.Experiment("machines.csv", "failed");
        Assert.Equal(Samples.TestFitness(BuiltInPrograms.Affine, classes), Samples.Score(BuiltInPrograms.Affine, classes).Gain, 12);
    }

    [Fact]
    public void The_trivial_prediction_is_the_mean_or_the_commonest_class()
    {
        var prepared = Tables.Prepare(Tables.Lines("a,y", 100, i => $"{i},{(i % 4 == 0 ? "rare" : "common")}"), "y");
        Assert.Equal(0.75, HeldOutScore.OfTrivial(prepared).Gain);
        var (_, table) = Samples.Experiment("houses.csv", "price");
        Assert.InRange(HeldOutScore.OfTrivial(table).Gain, -1e-12, 1e-12);
        var numbers = Tables.Prepare(Tables.Lines("a,y", 100, i => $"{i},{i}"), "y");
        var mean = numbers.Training.Labels.ToArray().Average();
        Assert.Equal(0, mean, 12);
        Assert.Equal(
            Math.Sqrt(numbers.HeldOut.Labels.ToArray().Average(label => label * label)) * numbers.Transformation.Target.Numbers.Scale,
            HeldOutScore.OfTrivial(numbers).Error,
            9);
    }

    [Fact]
    public void Baselines_learn_several_classes()
    {
        var (spec, table) = Samples.Experiment("houses.csv", "district");
        Assert.Equal("csv-classification", spec.Name);
        Assert.Equal(4, spec.Tasks.Search.Classes);
        foreach (var baseline in Samples.Baselines(spec))
        {
            Assert.True(Samples.Score(baseline.Program, spec).Gain > HeldOutScore.OfTrivial(table).Gain, baseline.ToString());
            Assert.Contains(baseline.LearningRate, Baselines.LearningRates);
        }
    }
}
