using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The weight of each type of mutation: it is chosen with its share of the sum. Each is 0 to 1,000,000, one is not 0.</summary>
public sealed record MutationWeights
{
    /// <summary>Weight of <see cref="MutationType.InsertInstruction"/>.</summary>
    public double InsertInstruction { get; init; }

    /// <summary>Weight of <see cref="MutationType.RemoveInstruction"/>.</summary>
    public double RemoveInstruction { get; init; }

    /// <summary>Weight of <see cref="MutationType.RandomizeInstruction"/>.</summary>
    public double RandomizeInstruction { get; init; }

    /// <summary>Weight of <see cref="MutationType.RandomizeFunction"/>.</summary>
    public double RandomizeFunction { get; init; }

    /// <summary>Weight of <see cref="MutationType.AlterArgument"/>.</summary>
    public double AlterArgument { get; init; }

    /// <summary>Weight of <see cref="MutationType.Trade"/>.</summary>
    public double Trade { get; init; }

    /// <summary>Weight of <see cref="MutationType.AlterConstant"/>.</summary>
    public double AlterConstant { get; init; }

    /// <summary>Weight of <see cref="MutationType.RebuildValue"/>.</summary>
    public double RebuildValue { get; init; }

    /// <summary>Weight of <see cref="MutationType.InsertValue"/>.</summary>
    public double InsertValue { get; init; }

    /// <summary>Weight of <see cref="MutationType.LearnValue"/>.</summary>
    public double LearnValue { get; init; }

    /// <summary>Weight of <see cref="MutationType.AlterRegister"/>.</summary>
    public double AlterRegister { get; init; }

    /// <summary>Weight of <see cref="MutationType.AlterOperation"/>.</summary>
    public double AlterOperation { get; init; }

    /// <summary>The weights as the search takes them.</summary>
    public MutationMix ToMix() => new(
    [
        new(MutationType.InsertInstruction, InsertInstruction),
        new(MutationType.RemoveInstruction, RemoveInstruction),
        new(MutationType.RandomizeInstruction, RandomizeInstruction),
        new(MutationType.RandomizeFunction, RandomizeFunction),
        new(MutationType.AlterArgument, AlterArgument),
        new(MutationType.Trade, Trade),
        new(MutationType.AlterConstant, AlterConstant),
        new(MutationType.RebuildValue, RebuildValue),
        new(MutationType.InsertValue, InsertValue),
        new(MutationType.LearnValue, LearnValue),
        new(MutationType.AlterRegister, AlterRegister),
        new(MutationType.AlterOperation, AlterOperation),
    ]);
}
