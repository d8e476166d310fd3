using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Draws and changes the constants of instructions, within the range that their role allows.</summary>
internal static class Constants
{
    private const double SignFlipProbability = 0.1;

    /// <summary>A new constant: an index or a standard deviation from U[0, 1), any other from U[-1, 1).</summary>
    public static double Draw(ConstantRole role, RandomSource random) => role switch
    {
        ConstantRole.Index or ConstantRole.StandardDeviation => random.NextDouble(),
        _ => (2 * random.NextDouble()) - 1,
    };

    /// <summary>A changed constant; the same one when the change would not be finite.</summary>
    public static double Alter(double value, ConstantRole role, ConstantChange change, RandomSource random)
    {
        if (role == ConstantRole.Index) return random.NextDouble();
        var altered = change == ConstantChange.LogNormal ? AlterLogNormal(value, random) : AlterUniform(value, random);
        if (!double.IsFinite(altered)) return value;
        return role == ConstantRole.StandardDeviation ? Math.Abs(altered) : altered;
    }

    private static double AlterLogNormal(double value, RandomSource random) =>
        random.NextDouble() < SignFlipProbability ? -value : value * Elementary.Exp(random.NextGaussian());

    private static double AlterUniform(double value, RandomSource random)
    {
        var altered = value * (0.5 + (1.5 * random.NextDouble()));
        return random.NextDouble() < SignFlipProbability ? -altered : altered;
    }
}
