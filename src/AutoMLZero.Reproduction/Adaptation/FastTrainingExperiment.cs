using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>Few passes over the examples: the learning rate begins large and decays (section 4.3).</summary>
public sealed class FastTrainingExperiment : AdaptationExperiment
{
    private static readonly Program Decaying = BuiltInPrograms.NeuralNet with
    {
        Setup = [BuiltInPrograms.NeuralNet.Setup[0], BuiltInPrograms.NeuralNet.Setup[1], new Instruction(Op.ScalarConstant, 3, Constant1: 0.37)],
        Learn = [.. BuiltInPrograms.NeuralNet.Learn, new Instruction(Op.ScalarArctan, 3, 3)],
    };

    /// <inheritdoc/>
    public override string Name => "fast-training";

    /// <inheritdoc/>
    public override string Shows => "With few passes over the training examples, evolution finds a learning rate that decays.";

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 5, 4, 700);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("experiments", 2, 12, 30),
        ("individuals", 150, 16_000, 100_000),
        ("search-tasks", 2, 2, 10),
        ("select-tasks", 2, 4, 20),
        ("test-tasks", 2, 18, 100),
        ("examples", 20, 800, 800),
        ("few-epochs", 1, 10, 10),
        ("many-epochs", 5, 100, 100),
        ("valid", 10, 100, 1_000),
        ("hurdle-examples", 10, 100, 100));

    internal override string Technique => "learning-rate-decay";

    internal override Condition Treatment { get; } = new("few", "few epochs", "30/30")
    {
        Network = BuiltInPrograms.NeuralNet,
        WithTechnique = Decaying,
        Examples = "examples",
        Epochs = "few-epochs",
    };

    internal override Condition Control { get; } = new("many", "many epochs", "3/30")
    {
        Network = BuiltInPrograms.NeuralNet,
        WithTechnique = Decaying,
        Examples = "examples",
        Epochs = "many-epochs",
    };

    internal override ImmutableArray<string> Notes { get; } =
        ["The planted learning rate is that of the paper's program: 0.37, then its arctangent after each example."];
}
