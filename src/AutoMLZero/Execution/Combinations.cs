namespace AutoMLZero.Execution;

/// <summary>Combines fitness values.</summary>
public static class Combinations
{
    /// <summary>The fitness over tasks.</summary>
    /// <param name="combination">Mean or median.</param>
    /// <param name="taskFitness">Fitness on each task, at least one.</param>
    public static double Of(this Combination combination, ReadOnlySpan<double> taskFitness)
    {
        if (combination == Combination.Mean) return Mean(taskFitness);
        Span<double> sorted = taskFitness.Length <= 256 ? stackalloc double[taskFitness.Length] : new double[taskFitness.Length];
        taskFitness.CopyTo(sorted);
        sorted.Sort();
        return sorted[sorted.Length / 2];
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
