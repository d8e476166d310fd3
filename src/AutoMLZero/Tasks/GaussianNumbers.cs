using AutoMLZero.Numerics;

namespace AutoMLZero.Tasks;

/// <summary>Independent standard normal numbers.</summary>
internal static class GaussianNumbers
{
    /// <summary>Draws an array of them.</summary>
    public static double[] Draw(int count, RandomSource random)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++) numbers[i] = random.NextGaussian();
        return numbers;
    }
}
