namespace AutoMLZero.Data.ImageTasks;

/// <summary>Brings features to mean 0 and standard deviation 1 on the training examples; one that is constant there becomes 0 there.</summary>
internal sealed class FeatureScale
{
    private readonly double[] means;
    private readonly double[] deviations;

    /// <summary>Takes the scale from training examples.</summary>
    /// <param name="features">Their features, row by row.</param>
    /// <param name="dimension">Number of features of a row.</param>
    public FeatureScale(ReadOnlySpan<double> features, int dimension)
    {
        means = new double[dimension];
        deviations = new double[dimension];
        var count = features.Length / dimension;
        for (var i = 0; i < features.Length; i++) means[i % dimension] += features[i];
        foreach (ref var mean in means.AsSpan()) mean /= count;
        for (var i = 0; i < features.Length; i++)
        {
            var difference = features[i] - means[i % dimension];
            deviations[i % dimension] += difference * difference;
        }

        foreach (ref var deviation in deviations.AsSpan()) deviation = deviation > 0 ? Math.Sqrt(deviation / count) : 1;
    }

    /// <summary>The features on that scale, rounded to single precision, so that a task is the same whatever precision programs run in.</summary>
    /// <param name="features">Features, row by row.</param>
    public float[] Apply(ReadOnlySpan<double> features)
    {
        var scaled = new float[features.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = (float)((features[i] - means[i % means.Length]) / deviations[i % means.Length]);
        return scaled;
    }
}
