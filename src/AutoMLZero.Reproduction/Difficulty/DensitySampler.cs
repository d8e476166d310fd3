using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>Draws programs of a setting and counts those that are acceptable on one set of tasks.</summary>
internal sealed class DensitySampler : IDisposable
{
    private const int Setups = 200;

    private readonly TiltedPrograms programs;
    private readonly RandomSource random;
    private readonly IEvaluator evaluator;
    private readonly FirstLook look;
    private readonly double threshold;
    private readonly bool isTilted;

    /// <summary>Makes the tasks.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="threshold">The fitness from which a program is acceptable, given the tasks.</param>
    /// <param name="tilt">See <see cref="TiltedFunction"/>; with 0, programs are those of random search, and all that may learn run in full.</param>
    /// <param name="seed">Decides tasks and programs.</param>
    public DensitySampler(ExperimentSpec spec, Func<Tasks.TaskSet, double> threshold, double tilt, ulong seed)
    {
        var tasks = spec.Tasks.Search.Create(SplitMix.Derive(seed, 0));
        this.threshold = threshold(tasks);
        isTilted = tilt > 0;
        programs = new TiltedPrograms(spec, tilt);
        random = new RandomSource(SplitMix.Derive(seed, 1));
        evaluator = Evaluators.Create(tasks, spec.Evaluation, spec.EarlyExits);
        look = new FirstLook(spec, SplitMix.Derive(seed, 2));
    }

    /// <summary>Draws programs.</summary>
    /// <param name="draws">Number of programs.</param>
    /// <param name="cancellation">Ends it.</param>
    public DensitySample Draw(long draws, CancellationToken cancellation)
    {
        var sample = new DensitySample(draws, 0, 0, 0, 0);
        for (var i = 0L; i < draws; i++)
        {
            if (!programs.Next(random, out var weight)) continue;
            cancellation.ThrowIfCancellationRequested();
            sample = sample.With(weight * (isTilted ? LookedAt() : Attempt(1)));
        }

        return sample;
    }

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose()
    {
        evaluator.Dispose();
        look.Dispose();
    }

    /// <summary>The share of Setups with which Predict and Learn are acceptable; 0 where they are not worth trying.</summary>
    private double LookedAt() => programs.WithUsualSetups().Any(look.Passes) ? Attempt(programs.DrawsSetup ? Setups : 1) : 0;

    private double Attempt(int setups)
    {
        var acceptable = 0;
        for (var i = 0; i < setups; i++)
        {
            var program = programs.WithSetup(random);
            if (isTilted && !look.Passes(program)) continue;
            if (evaluator.Evaluate(program).Fitness >= threshold) acceptable++;
        }

        return (double)acceptable / setups;
    }
}
