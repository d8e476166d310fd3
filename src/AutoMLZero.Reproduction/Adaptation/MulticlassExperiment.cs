using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>Ten classes: the learning rate follows from the weights (section 4.3).</summary>
public sealed class MulticlassExperiment : AdaptationExperiment
{
    /// <inheritdoc/>
    public override string Name => "multiclass";

    /// <inheritdoc/>
    public override string Shows => "With ten classes, evolution finds a learning rate that is computed from the weights.";

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 5, 2, 700);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("experiments", 2, 12, 30),
        ("individuals", 150, 20_000, 100_000),
        ("search-tasks", 2, 2, 10),
        ("select-tasks", 2, 4, 20),
        ("test-tasks", 2, 18, 100),
        ("examples", 20, 4_000, 45_000),
        ("epochs", 1, 1, 1),
        ("valid", 10, 500, 5_000),
        ("hurdle-examples", 10, 200, 500));

    internal override string Technique => "weight-derived-learning-rate";

    internal override Condition Treatment { get; } = new("ten", "ten classes", "24/30")
    {
        Network = BuiltInPrograms.NeuralNetOfClasses,
        WithTechnique = WithDerivedRate(BuiltInPrograms.NeuralNetOfClasses, 1),
        Examples = "examples",
        Epochs = "epochs",
        IsMultiClass = true,
    };

    internal override Condition Control { get; } = new("two", "two classes", "0/30")
    {
        Network = BuiltInPrograms.NeuralNet,
        WithTechnique = WithDerivedRate(BuiltInPrograms.NeuralNet, 0),
        Examples = "examples",
        Epochs = "epochs",
    };

    internal override ImmutableArray<string> Notes { get; } =
    [
        "The planted learning rate is that of the paper's program: the sine of the absolute mean of a weight matrix, of the output with ten classes, of the hidden layer with two.",
    ];

    /// <summary>The network with s3 = sin(abs(mean(weights))) before anything else in Learn.</summary>
    private static Program WithDerivedRate(Program network, byte weights) => network with
    {
        Learn = [new Instruction(Op.MatrixMean, 3, weights), new Instruction(Op.ScalarAbs, 3, 3), new Instruction(Op.ScalarSin, 3, 3), .. network.Learn],
    };
}
