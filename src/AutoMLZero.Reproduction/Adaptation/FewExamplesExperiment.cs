using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>Few examples, gone through often: noise appears before the rectifier (section 4.3).</summary>
public sealed class FewExamplesExperiment : AdaptationExperiment
{
    private static readonly Program Noisy = BuiltInPrograms.NeuralNet with
    {
        Predict = ProgramParser.Parse(
            """
            def Setup():
            def Predict():
              v3 = dot(m0, v0)
              v3 = v3 + v1
              v9 = gaussian(-0.5, 0.41)
              v3 = v3 + v9
              v4 = maximum(v3, v5)
              s1 = dot(v4, v2)
              s1 = s1 + s2
            def Learn():
            """).Predict,
    };

    /// <inheritdoc/>
    public override string Name => "few-examples";

    /// <inheritdoc/>
    public override string Shows => "With few training examples, gone through often, evolution finds noisy rectified linear units.";

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 5, 4, 500);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("experiments", 2, 12, 30),
        ("individuals", 150, 16_000, 100_000),
        ("search-tasks", 2, 2, 10),
        ("select-tasks", 2, 4, 20),
        ("test-tasks", 2, 18, 100),
        ("few-examples", 10, 80, 80),
        ("many-examples", 20, 800, 800),
        ("epochs", 5, 100, 100),
        ("valid", 10, 100, 1_000),
        ("hurdle-examples", 10, 100, 100));

    internal override string Technique => "noisy-relu";

    internal override Condition Treatment { get; } = new("few", "few examples", "8/30")
    {
        Network = BuiltInPrograms.NeuralNet,
        WithTechnique = Noisy,
        Examples = "few-examples",
        Epochs = "epochs",
    };

    internal override Condition Control { get; } = new("many", "many examples", "0/30")
    {
        Network = BuiltInPrograms.NeuralNet,
        WithTechnique = Noisy,
        Examples = "many-examples",
        Epochs = "epochs",
    };

    internal override ImmutableArray<string> Notes { get; } = ["The planted noise is that of the paper's program: gaussian(-0.5, 0.41)."];
}
