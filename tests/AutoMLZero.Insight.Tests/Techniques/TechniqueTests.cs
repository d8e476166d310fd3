using AutoMLZero.Analysis;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Tests.Techniques;

public class TechniqueTests
{
    public static TheoryData<string, string, string> Programs => new()
    {
        { "linear", BuiltInPrograms.Linear.ToString(), "gradient-step learning-rate" },
        { "affine", BuiltInPrograms.Affine.ToString(), "gradient-step learning-rate bias" },
        { "neural net", BuiltInPrograms.NeuralNet.ToString(), "gradient-step learning-rate bias relu random-initialization" },
        { "nonlinear of the paper", PaperPrograms.Nonlinear, "gradient-step learning-rate relu random-initialization" },
        { "best of the paper", PaperPrograms.Best, "gradient-step input-noise multiplicative normalized-gradient weight-averaging" },
        { "best of the paper, complete", PaperPrograms.BestComplete, "gradient-step input-noise multiplicative normalized-gradient weight-averaging" },
        { "noisy relu of the paper", PaperPrograms.NoisyRelu, "gradient-step learning-rate relu noisy-relu random-initialization" },
        { "decay of the paper", PaperPrograms.Decay, "gradient-step learning-rate learning-rate-decay bias relu random-initialization" },
        { "rate from weights of the paper", PaperPrograms.FromWeights, "gradient-step bias relu random-initialization weight-derived-learning-rate" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Known_programs_use_these_techniques(string name, string program, string expected) =>
        Assert.True(expected == Found(program), $"{name}: {Found(program)}");

    private static string Found(string program) =>
        string.Join(' ', TechniqueFinder.Find(DataFlow.Of(ProgramParser.Parse(program))).Select(technique => technique.Id));
}
