using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Draws programs that are more often worth running than those of random search, each with the ratio of its probabilities for random search
/// and here: sums of weights estimate what random search would find (importance sampling). Functions that are given are not drawn.
/// </summary>
internal sealed class TiltedPrograms
{
    private readonly Program given;
    private readonly Cells cells;
    private readonly CandidateFilter filter;
    private readonly TiltedFunction? setup;
    private readonly TiltedFunction? predict;
    private readonly TiltedFunction? learn;
    private readonly Wire[] givenPredict;

    /// <summary>Takes what programs are made of.</summary>
    /// <param name="spec">The programs of random search.</param>
    /// <param name="tilt">The probability, below 1, with which an instruction is made to write what is needed later; with 0, programs are those of random search.</param>
    public TiltedPrograms(ExperimentSpec spec, double tilt)
    {
        given = spec.Start.Program ?? Program.Empty;
        cells = new Cells(spec.Memory);
        filter = new CandidateFilter(cells);
        setup = Function(spec.Setup);
        predict = Function(spec.Predict);
        learn = Function(spec.Learn);
        givenPredict = [.. given.Predict.Select(instruction => cells.Of(instruction))];

        TiltedFunction? Function(FunctionSpec? function) =>
            function is null ? null : new TiltedFunction(function.Ops, function.InitialLength, spec.Memory, tilt);
    }

    /// <summary>Draws a program.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <param name="weight">Its weight.</param>
    /// <returns>The program; null when it cannot learn.</returns>
    public Program? Next(RandomSource random, out double weight)
    {
        weight = 1;
        var needed = cells.Prediction;
        if (predict is null) needed = CandidateFilter.Needed(givenPredict, needed) & ~cells.Features;
        else weight *= predict.Draw(ref needed, random);
        var found = needed;
        if (learn is not null) weight *= learn.Draw(ref needed, random);
        if (!filter.MayLearn(predict is null ? givenPredict : predict.Wires, learn is null ? [] : learn.Wires)) return null;
        needed |= found;
        if (setup is not null) weight *= setup.Draw(ref needed, random);
        return new Program(Of(setup, given.Setup), Of(predict, given.Predict), Of(learn, given.Learn));
    }

    private static ImmutableArray<Instruction> Of(TiltedFunction? drawn, ImmutableArray<Instruction> given) => drawn is null ? given : drawn.ToInstructions();
}
