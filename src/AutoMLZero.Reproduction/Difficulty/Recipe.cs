using System.Collections.Immutable;
using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>Which cells an instruction of a recipe writes, of those that are needed later.</summary>
internal enum RecipeOutput : byte
{
    /// <summary>Any.</summary>
    Needed,

    /// <summary>One that Predict finds in memory.</summary>
    Learned,

    /// <summary>Any other.</summary>
    Fresh,
}

/// <summary>Which cells an instruction of a recipe reads.</summary>
internal enum RecipeInput : byte
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>The cell that it writes.</summary>
    Itself,

    /// <summary>Any but the cell that it writes.</summary>
    NotItself,

    /// <summary>The label.</summary>
    Label,

    /// <summary>The prediction.</summary>
    Prediction,

    /// <summary>The features.</summary>
    Features,

    /// <summary>Any but the features.</summary>
    NotFeatures,
}

/// <summary>A kind of instruction that learning is often made of, which writes a cell that is needed later; an instruction of it is drawn uniformly.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Output">What it writes.</param>
/// <param name="Input1">What it reads first.</param>
/// <param name="Input2">What it reads second.</param>
internal sealed record Recipe(Op Op, RecipeOutput Output, RecipeInput Input1, RecipeInput Input2)
{
    /// <summary>Those of Predict: a product of features, a sum. What stands twice is twice as probable.</summary>
    public static ImmutableArray<Recipe> OfPredict { get; } =
    [
        new(Op.VectorDot, RecipeOutput.Needed, RecipeInput.Features, RecipeInput.NotFeatures),
        new(Op.VectorDot, RecipeOutput.Needed, RecipeInput.NotFeatures, RecipeInput.Features),
        new(Op.ScalarAdd, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.Any),
        new(Op.ScalarAdd, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.Any),
    ];

    /// <summary>Those of Learn: an error, products, sums with itself. What stands twice is twice as probable.</summary>
    public static ImmutableArray<Recipe> OfLearn { get; } =
    [
        new(Op.ScalarSubtract, RecipeOutput.Fresh, RecipeInput.Label, RecipeInput.Prediction),
        new(Op.ScalarSubtract, RecipeOutput.Fresh, RecipeInput.Prediction, RecipeInput.Label),
        new(Op.ScalarMultiply, RecipeOutput.Fresh, RecipeInput.Any, RecipeInput.Any),
        new(Op.ScalarMultiply, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.Any),
        new(Op.ScalarAdd, RecipeOutput.Learned, RecipeInput.Itself, RecipeInput.NotItself),
        new(Op.ScalarAdd, RecipeOutput.Learned, RecipeInput.NotItself, RecipeInput.Itself),
        new(Op.ScalarAdd, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.Any),
        new(Op.VectorScale, RecipeOutput.Fresh, RecipeInput.Any, RecipeInput.Features),
        new(Op.VectorScale, RecipeOutput.Fresh, RecipeInput.Any, RecipeInput.NotFeatures),
        new(Op.VectorScale, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.Features),
        new(Op.VectorScale, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.NotFeatures),
        new(Op.VectorAdd, RecipeOutput.Learned, RecipeInput.Itself, RecipeInput.NotItself),
        new(Op.VectorAdd, RecipeOutput.Learned, RecipeInput.NotItself, RecipeInput.Itself),
        new(Op.VectorAdd, RecipeOutput.Needed, RecipeInput.Any, RecipeInput.Any),
    ];

    private readonly OpInfo info = Op.Info();

    /// <summary>The cells that an instruction of the recipe may write.</summary>
    /// <param name="cells">The memory.</param>
    /// <param name="needed">The cells that are needed.</param>
    /// <param name="learned">The cells that Predict finds in memory.</param>
    public uint Outputs(Cells cells, uint needed, uint learned) => cells.Writable(info.Output) & Output switch
    {
        RecipeOutput.Learned => needed & learned,
        RecipeOutput.Fresh => needed & ~learned,
        _ => needed,
    };

    /// <summary>Draws an instruction.</summary>
    /// <param name="cells">The memory.</param>
    /// <param name="outputs">The cells that it may write, at least one.</param>
    /// <param name="random">The source of randomness.</param>
    public Instruction Draw(Cells cells, uint outputs, RandomSource random)
    {
        var output = Cells.OneOf(outputs, random);
        var input1 = Cells.OneOf(Inputs(cells, info.Input1, Input1, output), random);
        var input2 = Cells.OneOf(Inputs(cells, info.Input2, Input2, output), random);
        return new Instruction(Op, cells.Address(info.Output, output), cells.Address(info.Input1, input1), cells.Address(info.Input2, input2));
    }

    /// <summary>The probability with which the recipe gives an instruction.</summary>
    /// <param name="cells">The memory.</param>
    /// <param name="outputs">The cells that it may write, at least one.</param>
    /// <param name="instruction">The instruction.</param>
    public double Probability(Cells cells, uint outputs, in Instruction instruction)
    {
        if (instruction.Op != Op) return 0;
        var output = cells.Of(info.Output, instruction.Output);
        return Share(outputs, output)
            * Share(Inputs(cells, info.Input1, Input1, output), cells.Of(info.Input1, instruction.Input1))
            * Share(Inputs(cells, info.Input2, Input2, output), cells.Of(info.Input2, instruction.Input2));
    }

    private static double Share(uint choices, uint chosen) => (choices & chosen) == 0 ? 0 : 1.0 / BitOperations.PopCount(choices);

    private static uint Inputs(Cells cells, OperandType type, RecipeInput input, uint output) => input switch
    {
        RecipeInput.Itself => output,
        RecipeInput.NotItself => cells.All(type) & ~output,
        RecipeInput.Label => cells.Label,
        RecipeInput.Prediction => cells.Prediction,
        RecipeInput.Features => cells.Features,
        RecipeInput.NotFeatures => cells.All(type) & ~cells.Features,
        _ => cells.All(type),
    };
}
