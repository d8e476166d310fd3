using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>What a cache knows of a program.</summary>
/// <param name="First">The first fitness; NaN when there was no first part.</param>
/// <param name="Full">The fitness of a full run; NaN when it was stopped.</param>
internal readonly record struct KnownFitness(double First, double Full)
{
    /// <summary>What an evaluation found out.</summary>
    public static KnownFitness From(in Evaluation evaluation) =>
        new(evaluation.FirstFitness ?? double.NaN, evaluation.IsPartial ? double.NaN : evaluation.Fitness);

    /// <summary>The evaluation that a new one would repeat; null when it would find out more.</summary>
    /// <param name="hurdle">What the first fitness must reach; null when nothing is asked of it.</param>
    public Evaluation? Answer(double? hurdle)
    {
        if (hurdle is null) return double.IsNaN(Full) ? null : new Evaluation(Full, EvaluationOutcome.Cached);
        if (First < hurdle) return new Evaluation(First, EvaluationOutcome.Cached) { FirstFitness = First, IsPartial = true };
        if (double.IsNaN(First) || double.IsNaN(Full)) return null;
        return new Evaluation(Full, EvaluationOutcome.Cached) { FirstFitness = First };
    }

    /// <summary>Writes both.</summary>
    public void Save(StateWriter writer)
    {
        writer.Write(First);
        writer.Write(Full);
    }

    /// <summary>Reads both.</summary>
    public static KnownFitness Restore(StateReader reader) => new(reader.ReadDouble(), reader.ReadDouble());
}
