using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>What came of drawing programs.</summary>
/// <param name="Draws">Programs drawn.</param>
/// <param name="Run">How many of them were run.</param>
/// <param name="Acceptable">How many of those were acceptable.</param>
/// <param name="Weights">The sum of the weights of acceptable programs.</param>
/// <param name="Squares">The sum of the squares of the weights.</param>
internal sealed record DensitySample(long Draws, long Run, long Acceptable, double Weights, double Squares)
{
    /// <summary>Two samples together.</summary>
    public static DensitySample operator +(DensitySample a, DensitySample b) =>
        new(a.Draws + b.Draws, a.Run + b.Run, a.Acceptable + b.Acceptable, a.Weights + b.Weights, a.Squares + b.Squares);

    /// <summary>Draws programs and runs those that may be acceptable.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="draws">Number of programs.</param>
    /// <param name="tilt">See <see cref="TiltedPrograms"/>.</param>
    /// <param name="seed">Decides tasks and programs.</param>
    /// <param name="cancellation">Ends it.</param>
    public static DensitySample Draw(RegressionSetting setting, ExperimentSpec spec, long draws, double tilt, ulong seed, CancellationToken cancellation)
    {
        var tasks = spec.Tasks.Search.Create(SplitMix.Derive(seed, 0));
        var threshold = Acceptance.Threshold(setting.Reference, tasks, spec.Evaluation);
        using var evaluator = Evaluators.Create(tasks, spec.Evaluation, spec.EarlyExits);
        var programs = new TiltedPrograms(spec, tilt);
        var random = new RandomSource(SplitMix.Derive(seed, 1));
        var sample = new DensitySample(draws, 0, 0, 0, 0);
        for (var i = 0L; i < draws; i++)
        {
            if (programs.Next(random, out var weight) is not { } program) continue;
            cancellation.ThrowIfCancellationRequested();
            var isAcceptable = evaluator.Evaluate(program).Fitness >= threshold;
            sample += new DensitySample(0, 1, isAcceptable ? 1 : 0, isAcceptable ? weight : 0, isAcceptable ? weight * weight : 0);
        }

        return sample;
    }
}
