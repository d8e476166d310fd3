using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Tuning;

/// <summary>The best program so far, the first of equals, and what it took to find it.</summary>
internal sealed class TuningBest
{
    private readonly Lock gate = new();
    private readonly long budget;
    private readonly IProgress<TuningProgress>? progress;
    private long reported;
    private double reportedFitness;

    /// <summary>Begins with the untuned program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="fitness">Its fitness.</param>
    /// <param name="budget">How many evaluations there may be, this one among them.</param>
    /// <param name="progress">Hears how far it is.</param>
    public TuningBest(Program program, double fitness, long budget, IProgress<TuningProgress>? progress)
    {
        this.budget = budget;
        this.progress = progress;
        Program = program;
        Evaluations = 1;
        Curve = [new TuningStep(1, fitness)];
        reportedFitness = fitness;
        Report(fitness);
    }

    /// <summary>The best program.</summary>
    public Program Program { get; private set; }

    /// <summary>Number of programs evaluated.</summary>
    public long Evaluations { get; private set; }

    /// <summary>How many more may be evaluated.</summary>
    public long Left => budget - Evaluations;

    /// <summary>The untuned program, and each that was better than all before it.</summary>
    public List<TuningStep> Curve { get; }

    /// <summary>Takes programs in the order in which they were proposed, whatever the order in which they were evaluated.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="values">Their fitness; not a number where they were not evaluated.</param>
    public void Take(ImmutableArray<Program> programs, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            Evaluations++;
            if (values[i] <= Curve[^1].Fitness) continue;
            Program = programs[i];
            Curve.Add(new TuningStep(Evaluations, values[i]));
        }
    }

    /// <summary>Says how far it is, after one more evaluation.</summary>
    /// <param name="fitness">What it gave.</param>
    public void Report(double fitness)
    {
        if (progress is null) return;
        lock (gate)
        {
            reportedFitness = Math.Max(reportedFitness, fitness);
            progress.Report(new TuningProgress(++reported, budget, Curve[0].Fitness, reportedFitness));
        }
    }
}
