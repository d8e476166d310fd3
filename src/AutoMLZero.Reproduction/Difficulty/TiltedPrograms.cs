using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Draws programs that are more often worth running than those of random search, each with the ratio of its probabilities for random search
/// and here: sums of weights estimate what random search would find (importance sampling). Predict and Learn come first, then any number of
/// Setups for them. Functions that are given are not drawn.
/// </summary>
internal sealed class TiltedPrograms
{
    private static readonly double[] Sizes = [0.05, 0.3];

    private readonly Program given;
    private readonly Cells cells;
    private readonly CandidateFilter filter;
    private readonly TiltedFunction? setup;
    private readonly TiltedFunction? predict;
    private readonly TiltedFunction? learn;
    private readonly Wire[] givenPredict;
    private Program drawn = Program.Empty;
    private uint needed;

    /// <summary>Takes what programs are made of.</summary>
    /// <param name="spec">The programs of random search.</param>
    /// <param name="tilt">See <see cref="TiltedFunction"/>.</param>
    public TiltedPrograms(ExperimentSpec spec, double tilt)
    {
        given = spec.Start.Program ?? Program.Empty;
        cells = new Cells(spec.Memory);
        filter = new CandidateFilter(cells);
        setup = Function(spec.Setup, []);
        predict = Function(spec.Predict, Recipe.OfPredict);
        learn = Function(spec.Learn, Recipe.OfLearn);
        givenPredict = [.. given.Predict.Select(instruction => cells.Of(instruction))];

        TiltedFunction? Function(FunctionSpec? function, ImmutableArray<Recipe> recipes) =>
            function is null ? null : new TiltedFunction(function.Ops, function.InitialLength, spec.Memory, recipes, tilt);
    }

    /// <summary>Whether Setup is drawn.</summary>
    public bool DrawsSetup => setup is not null;

    /// <summary>Draws Predict and Learn.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <param name="weight">Their weight.</param>
    /// <returns>Whether they may learn.</returns>
    public bool Next(RandomSource random, out double weight)
    {
        weight = 1;
        needed = cells.Prediction;
        if (predict is null) needed = CandidateFilter.Needed(givenPredict, needed) & ~cells.Features;
        else weight *= predict.Draw(ref needed, 0, random);
        var found = needed;
        if (learn is not null) weight *= learn.Draw(ref needed, found, random);
        if (!filter.MayLearn(predict is null ? givenPredict : predict.Wires, learn is null ? [] : learn.Wires)) return false;
        needed |= found;
        drawn = new Program(given.Setup, Of(predict, given.Predict), Of(learn, given.Learn));
        return true;
    }

    /// <summary>A program of the Predict and Learn that were drawn last, with a Setup of random search.</summary>
    /// <param name="random">The source of randomness.</param>
    public Program WithSetup(RandomSource random)
    {
        if (setup is null) return drawn;
        var after = needed;
        setup.Draw(ref after, 0, random);
        return drawn with { Setup = setup.ToInstructions() };
    }

    /// <summary>
    /// Programs of the Predict and Learn that were drawn last in whose Setup each scalar that they need has the size of a learning rate or of its
    /// root, with either sign: if none of these learns, hardly any does.
    /// </summary>
    public IEnumerable<Program> WithUsualSetups()
    {
        if (setup is null) return [drawn];
        var scalars = needed & cells.Writable(OperandType.Scalar) & ~cells.Prediction;
        int[] addresses = [.. Enumerable.Range(0, 32).Where(cell => (scalars >> cell & 1) != 0)];
        return Sizes.Take(addresses.Length == 0 ? 1 : Sizes.Length)
            .SelectMany(size => Enumerable.Range(0, 1 << addresses.Length).Select(signs => drawn with
            {
                Setup = [.. addresses.Select((address, i) => new Instruction(Op.ScalarConstant, (byte)address, Constant1: (signs >> i & 1) == 0 ? size : -size))],
            }));
    }

    private static ImmutableArray<Instruction> Of(TiltedFunction? function, ImmutableArray<Instruction> given) =>
        function is null ? given : function.ToInstructions();
}
