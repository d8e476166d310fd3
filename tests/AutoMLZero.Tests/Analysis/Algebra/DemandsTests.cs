using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis.Algebra;

/// <summary>What predictions depend on, by algebra, and by who reads what.</summary>
public class DemandsTests
{
    private const Demands OfMemory = Demands.Memory | Demands.Examples | Demands.Errors;

    [Theory]
    [InlineData("linear", Demands.All)]
    [InlineData("affine", Demands.All)]
    [InlineData("neural-net", Demands.All)]
    public void Built_in_learners_meet_all_demands(string name, Demands expected) => Assert.Equal(expected, Met(BuiltInPrograms.ByName[name], PredictionForm.Number));

    [Theory]
    [InlineData("no program", "||", Demands.None)]
    [InlineData("no learning", "|s1 = mean(v0)|", Demands.Features)]
    [InlineData("a learned constant", "s2 = 0.1||s3 = s0 - s4; s3 = s2 * s3; s4 = s4 + s3; s1 = s4 + s5", Demands.Labels | Demands.Memory)]
    [InlineData("a learned bias", "s2 = 0.1|s1 = s4 + s5|s3 = s0 - s1; s3 = s2 * s3; s4 = s4 + s3", Demands.Labels | Demands.Memory | Demands.Errors)]
    [InlineData("Hebb's rule", "|s1 = dot(v0, v1)|v2 = s0 * v0; v1 = v1 + v2", Demands.All & ~Demands.Errors)]
    [InlineData("weights that are forgotten", "|s1 = dot(v0, v1)|v1 = s0 * v0", Demands.Features)]
    [InlineData("errors that are forgotten when there are none", "|s1 = dot(v0, v1)|s3 = s0 - s1; v2 = s3 * v0; v1 = s3 * v1; v1 = v1 + v2", Demands.Features | Demands.Labels | Demands.Weights | Demands.Errors)]
    [InlineData("labels without their examples", "v3[0.2] = 0.4|s1 = dot(v0, v1)|s3 = s0 - s1; v2 = s3 * v3; v1 = v1 + v2", Demands.All & ~Demands.Examples)]
    [InlineData("a bias beside the features", "s2 = 0.1|s3 = mean(v0); s1 = s4 + s3|s3 = s0 - s1; s3 = s2 * s3; s4 = s4 + s3", Demands.Features | Demands.Labels | Demands.Memory | Demands.Errors)]
    public void Programs_meet_what_they_are_worth(string name, string line, Demands expected) =>
        Assert.Equal((name, expected & Possible(line)), (name, Met(Effects.Program(line), PredictionForm.Number) & Possible(line)));

    [Fact]
    public void The_logistic_function_does_not_hide_what_is_learned() =>
        Assert.Equal(Demands.All, Met(BuiltInPrograms.Linear, PredictionForm.Probability));

    [Fact]
    public void Learners_of_several_classes_meet_all_demands() =>
        Assert.Equal(Demands.All, Met(Oracle.Learners.MultiClass, PredictionForm.Scores, true));

    [Theory]
    [InlineData("s2 = 0.01 | s1 = dot(v0, v1) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", true)]
    [InlineData("|s1 = dot(v0, v1)|v1 = s0 * v0", true)]
    [InlineData("|s1 = mean(v0)|", false)]
    [InlineData("|s1 = s2 + s3|s2 = s2 + s0", false)]
    [InlineData("|s1 = s2 + s3|s2 = dot(v0, v0); s2 = s2 * s0", false)]
    [InlineData("|s1 = dot(v0, v1)|v1 = v1 + v0", false)]
    [InlineData("|s2 = mean(v0); s1 = s4 + s2|s4 = s4 - s3; s3 = s0 - s4", true)]
    [InlineData("|s2 = mean(v0); s1 = s0 + s2|", false)]
    public void A_chain_of_instructions_must_lead_from_features_and_from_labels_to_the_prediction(string line, bool expected)
    {
        var dependence = new Dependence();
        Assert.True(dependence.IsLearner(BuiltInPrograms.NeuralNet, false));
        Assert.Equal(expected, dependence.IsLearner(Effects.Program(line), false));
        Assert.True(dependence.IsLearner(BuiltInPrograms.Linear, false));
    }

    [Fact]
    public void What_meets_the_demands_has_such_chains()
    {
        var (introns, dependence, learners) = (new IntronRemoval(false), new Dependence(), 0);
        var analysis = new AlgebraicAnalysis(MemoryShape.Largest, 4, PredictionForm.Number);
        foreach (var sample in Sample.Some(3000, false))
        {
            var program = introns.Apply(sample.Program);
            analysis.Fingerprint(program);
            if (!analysis.Meets(Demands.Features | Demands.Labels)) continue;
            Assert.True(dependence.IsLearner(program, false), program.ToString());
            learners++;
        }

        Assert.InRange(learners, 100, 2900);
    }

    /// <summary>Without a value that lasts, it is by chance what the demands on memory are.</summary>
    private static Demands Possible(string line) => line.Contains("v1 = s0", StringComparison.Ordinal) || line == "||" || line.EndsWith('|')
        ? Demands.All & ~OfMemory
        : Demands.All;

    private static Demands Met(Program program, PredictionForm form, bool multiClass = false)
    {
        var analysis = new AlgebraicAnalysis(MemoryShape.Largest, 4, form);
        analysis.Fingerprint(new IntronRemoval(multiClass).Apply(program));
        var met = Demands.None;
        foreach (var demand in Enum.GetValues<Demands>().Where(demand => demand is not (Demands.None or Demands.All)))
            met |= analysis.Meets(demand) ? demand : Demands.None;
        return met;
    }
}
