using System.Collections.Immutable;
using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Draws the instructions of a function from the last to the first: each as random search would, or, with some probability, by one of the recipes
/// that write a cell that is needed later. The weight is the ratio of the probabilities of the drawn instructions for random search and here.
/// </summary>
internal sealed class TiltedFunction
{
    private readonly ImmutableArray<OpInfo> ops;
    private readonly ImmutableArray<Recipe> recipes;
    private readonly uint[] outputs;
    private readonly Cells cells;
    private readonly double tilt;
    private readonly Wire[] wires;
    private readonly Instruction[] instructions;

    /// <summary>Takes what instructions are made of.</summary>
    /// <param name="ops">The operations; each writes a cell.</param>
    /// <param name="length">Number of instructions.</param>
    /// <param name="memory">The addresses.</param>
    /// <param name="recipes">The recipes; those of other operations are left out.</param>
    /// <param name="tilt">The probability, below 1, with which an instruction is drawn by a recipe; 0 for random search.</param>
    public TiltedFunction(ImmutableArray<Op> ops, int length, MemoryShape memory, ImmutableArray<Recipe> recipes, double tilt)
    {
        this.ops = [.. ops.Select(op => op.Info())];
        this.recipes = [.. recipes.Where(recipe => ops.Contains(recipe.Op))];
        this.tilt = tilt;
        cells = new Cells(memory);
        outputs = [.. this.ops.Select(op => cells.Writable(op.Output))];
        wires = new Wire[length];
        instructions = new Instruction[length];
    }

    /// <summary>What the last drawn instructions read and write.</summary>
    public ReadOnlySpan<Wire> Wires => wires;

    /// <summary>The last drawn instructions.</summary>
    public ImmutableArray<Instruction> ToInstructions() => [.. instructions];

    /// <summary>Draws instructions.</summary>
    /// <param name="needed">The cells that are needed after them; on return, before them.</param>
    /// <param name="learned">The cells that Predict finds in memory.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The weight.</returns>
    public double Draw(ref uint needed, uint learned, RandomSource random)
    {
        var weight = 1.0;
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            var usable = tilt > 0 ? CountUsable(needed, learned) : 0;
            var drawn = usable > 0 && random.NextDouble() < tilt ? DrawByRecipe(random.NextInt(usable), needed, learned, random) : DrawAny(random);
            if (usable > 0) weight /= 1 - tilt + (tilt / usable * ByRecipes(drawn, needed, learned) / ByRandomSearch(drawn));
            instructions[i] = drawn;
            var wire = wires[i] = cells.Of(drawn);
            if ((wire.Output & needed) != 0) needed = ((needed & ~wire.Output) | wire.Inputs) & ~(cells.Label | cells.Features);
        }

        return weight;
    }

    private int CountUsable(uint needed, uint learned)
    {
        var count = 0;
        foreach (var recipe in recipes) count += recipe.Outputs(cells, needed, learned) != 0 ? 1 : 0;
        return count;
    }

    private Instruction DrawByRecipe(int skipped, uint needed, uint learned, RandomSource random)
    {
        foreach (var recipe in recipes)
        {
            var choices = recipe.Outputs(cells, needed, learned);
            if (choices != 0 && skipped-- == 0) return recipe.Draw(cells, choices, random);
        }

        throw new InvalidOperationException("There are fewer recipes than were counted.");
    }

    private double ByRecipes(in Instruction drawn, uint needed, uint learned)
    {
        var sum = 0.0;
        foreach (var recipe in recipes)
        {
            if (recipe.Outputs(cells, needed, learned) is var choices and not 0) sum += recipe.Probability(cells, choices, drawn);
        }

        return sum;
    }

    /// <summary>The probability for random search, but for constants, which are drawn alike.</summary>
    private double ByRandomSearch(in Instruction drawn)
    {
        var info = drawn.Op.Info();
        return 1.0 / (ops.Length * Count(cells.Writable(info.Output)) * Count(cells.All(info.Input1)) * Count(cells.All(info.Input2)));

        static double Count(uint choices) => choices == 0 ? 1 : BitOperations.PopCount(choices);
    }

    private Instruction DrawAny(RandomSource random)
    {
        var op = random.NextInt(outputs.Length);
        var info = ops[op];
        var drawn = new Instruction(
            info.Op,
            cells.Address(info.Output, Cells.OneOf(outputs[op], random)),
            cells.Address(info.Input1, Cells.OneOf(cells.All(info.Input1), random)),
            cells.Address(info.Input2, Cells.OneOf(cells.All(info.Input2), random)));
        for (var i = 0; i < info.Constants.Length; i++) drawn = drawn.WithConstant(i, Constant(info.Constants[i], random));
        return drawn;
    }

    /// <summary>As random search draws constants.</summary>
    private static double Constant(ConstantRole role, RandomSource random) =>
        role is ConstantRole.Index or ConstantRole.StandardDeviation ? random.NextDouble() : (2 * random.NextDouble()) - 1;
}
