using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Statistics;

/// <summary>Student's t distribution with a whole number of degrees of freedom.</summary>
public static class StudentDistribution
{
    /// <summary>The number within which, above and below zero, 95 % lie.</summary>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Quantile95(int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var (low, high) = (0.0, 100.0);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (Within(middle, degrees) < 0.95) low = middle;
            else high = middle;
        }

        return high;
    }

    /// <summary>The probability of a number between -t and t, by its finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4).</summary>
    /// <param name="t">At least 0.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Within(double t, int degrees)
    {
        var angle = Elementary.Arctan(t / Math.Sqrt(degrees));
        var (sine, cosine) = (Elementary.Sin(angle), Elementary.Cos(angle));
        var isOdd = degrees % 2 == 1;
        var term = isOdd ? cosine : 1.0;
        var sum = degrees == 1 ? 0 : term;
        for (var power = isOdd ? 3 : 2; power <= degrees - 2; power += 2)
        {
            term *= cosine * cosine * (power - 1) / power;
            sum += term;
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }
}
