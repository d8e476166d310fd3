using AutoMLZero.Numerics;

namespace AutoMLZero.Tuning;

/// <summary>
/// The covariance matrix adaptation evolution strategy: minimizes a function of real variables of which nothing is known but how its values compare. It
/// draws a generation of points from a normal distribution, moves the mean to the weighted best half of them, and learns from where they are how far
/// and in which directions to look next. The same seed gives the same points on every machine. After Hansen's tutorial, arXiv:1604.00772.
/// </summary>
internal sealed class CmaEs
{
    /// <summary>With more variables, only their variances are learned: all covariances would take too many generations, and too long.</summary>
    public const int MostCorrelated = 40;

    private readonly RandomSource random;
    private readonly CmaParameters parameters;
    private readonly ICovariance covariance;
    private readonly double[] mean;
    private readonly double[] pathOfSteps;
    private readonly double[] pathOfCovariance;
    private readonly double[][] draws;
    private readonly double[][] steps;
    private double forgotten = 1;

    /// <summary>Begins.</summary>
    /// <param name="mean">The first mean, with a number for each variable; at least one.</param>
    /// <param name="stepSize">The first standard deviation of each variable.</param>
    /// <param name="population">Number of points of a generation, at least 4.</param>
    /// <param name="random">Draws the points.</param>
    public CmaEs(ReadOnlySpan<double> mean, double stepSize, int population, RandomSource random)
    {
        this.random = random;
        this.mean = mean.ToArray();
        StepSize = stepSize;
        var isDiagonal = mean.Length > MostCorrelated;
        parameters = new CmaParameters(mean.Length, population, isDiagonal);
        covariance = isDiagonal ? new DiagonalCovariance(mean.Length) : new FullCovariance(mean.Length);
        pathOfSteps = new double[mean.Length];
        pathOfCovariance = new double[mean.Length];
        draws = [.. Enumerable.Range(0, population).Select(_ => new double[this.mean.Length])];
        steps = [.. Enumerable.Range(0, population).Select(_ => new double[this.mean.Length])];
    }

    /// <summary>The step size sigma: points are drawn with sigma^2 times the covariances.</summary>
    public double StepSize { get; private set; }

    /// <summary>The largest standard deviation of the points in any direction.</summary>
    public double Spread => StepSize * covariance.Largest;

    /// <summary>The ratio of the largest to the smallest standard deviation; infinite when rounding has used a direction up.</summary>
    public double Elongation => covariance.Largest / covariance.Smallest;

    /// <summary>The mean of the points.</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>The usual population size for a number of variables: 4 + floor(3 ln n).</summary>
    public static int UsualPopulation(int dimension) => 4 + (int)(3 * Elementary.Log(dimension));

    /// <summary>Draws a generation of points.</summary>
    public double[][] Draw()
    {
        var points = new double[draws.Length][];
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < mean.Length; j++) draws[i][j] = random.NextGaussian();
            covariance.Transform(draws[i], steps[i]);
            points[i] = new double[mean.Length];
            for (var j = 0; j < mean.Length; j++) points[i][j] = mean[j] + (StepSize * steps[i][j]);
        }

        return points;
    }

    /// <summary>Learns from the values at the points that were drawn last.</summary>
    /// <param name="values">The values, of which small ones are good. Of equals the first is taken for the better one.</param>
    public void Learn(ReadOnlySpan<double> values)
    {
        var ranks = Ranks(values);
        var step = Weighted(steps, ranks);
        for (var j = 0; j < mean.Length; j++) mean[j] += StepSize * step[j];
        var hasStalled = FollowSteps(Weighted(draws, ranks));
        LearnCovariances(step, ranks, hasStalled);
        LearnStepSize(IsFlat(values, ranks));
    }

    private static int[] Ranks(ReadOnlySpan<double> values)
    {
        var copy = values.ToArray();
        return [.. Enumerable.Range(0, copy.Length).OrderBy(i => copy[i])];
    }

    /// <summary>Points that are all as good as each other say nothing; larger steps may find where that ends.</summary>
    private static bool IsFlat(ReadOnlySpan<double> values, int[] ranks) => values[ranks[0]] == values[ranks[ranks.Length * 7 / 10]];

    private double[] Weighted(double[][] vectors, int[] ranks)
    {
        var sum = new double[mean.Length];
        for (var i = 0; i < parameters.Weights.Length; i++)
        {
            for (var j = 0; j < sum.Length; j++) sum[j] += parameters.Weights[i] * vectors[ranks[i]][j];
        }

        return sum;
    }

    /// <summary>Adds a step of the mean to the path that decides the step size.</summary>
    /// <param name="draw">The step in the coordinates of the draws.</param>
    /// <returns>Whether the path is so long that the step size is about to grow; then the covariances should not grow with it.</returns>
    private bool FollowSteps(double[] draw)
    {
        var keep = 1 - parameters.PathOfSteps;
        var direction = new double[draw.Length];
        covariance.Rotate(draw, direction);
        Follow(pathOfSteps, parameters.PathOfSteps, direction);
        forgotten *= keep * keep;
        var limit = (1.4 + (2.0 / (mean.Length + 1))) * parameters.ExpectedNorm;
        return Norm(pathOfSteps) >= limit * Math.Sqrt(1 - forgotten);
    }

    private void LearnCovariances(double[] step, int[] ranks, bool hasStalled)
    {
        var (rankOne, rankMany, rate) = (parameters.RankOne, parameters.RankMany, parameters.PathOfCovariance);
        if (hasStalled) Forget(pathOfCovariance, rate);
        else Follow(pathOfCovariance, rate, step);
        covariance.Scale(1 - rankOne - rankMany + (hasStalled ? rankOne * rate * (2 - rate) : 0));
        covariance.Add(rankOne, pathOfCovariance);
        for (var i = 0; i < parameters.Weights.Length; i++) covariance.Add(rankMany * parameters.Weights[i], steps[ranks[i]]);
        covariance.Apply();
    }

    private void LearnStepSize(bool isFlat)
    {
        var rate = parameters.PathOfSteps / parameters.Damping;
        var growth = isFlat ? 0.2 + rate : rate * ((Norm(pathOfSteps) / parameters.ExpectedNorm) - 1);
        StepSize *= Elementary.Exp(Math.Min(growth, 1));
    }

    private void Follow(double[] path, double rate, double[] step)
    {
        Forget(path, rate);
        var share = Math.Sqrt(rate * (2 - rate) * parameters.EffectiveParents);
        for (var j = 0; j < path.Length; j++) path[j] += share * step[j];
    }

    private static void Forget(double[] path, double rate)
    {
        for (var j = 0; j < path.Length; j++) path[j] *= 1 - rate;
    }

    private static double Norm(double[] vector)
    {
        var squares = 0.0;
        foreach (var value in vector) squares += value * value;
        return Math.Sqrt(squares);
    }
}
