using System.Numerics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Oracle;

/// <summary>What the oracle computes with: every step rounds once, in the order that the protocol fixes.</summary>
internal static class OracleMath
{
    /// <summary>The one reduction order: 1, 8 or 16 interleaved partial sums by the number of terms, then halving.</summary>
    public static T Sum<T>(T[] terms)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var partials = terms.Length < 8 ? 1 : terms.Length < 16 ? 8 : 16;
        var sums = terms[..partials];
        for (var i = partials; i < terms.Length; i++) sums[i % partials] += terms[i];
        for (var half = partials / 2; half > 0; half /= 2)
        {
            for (var k = 0; k < half; k++) sums[k] += sums[k + half];
        }

        return sums[0];
    }

    /// <summary>A function computed in double and rounded once.</summary>
    public static T InDouble<T>(Func<double, double> function, T x)
        where T : struct, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(function(double.CreateTruncating(x)));

    /// <summary>The smaller; the first on a tie or a NaN.</summary>
    public static T Minimum<T>(T a, T b)
        where T : struct, IBinaryFloatingPointIeee754<T> => b < a ? b : a;

    /// <summary>The larger; the first on a tie or a NaN.</summary>
    public static T Maximum<T>(T a, T b)
        where T : struct, IBinaryFloatingPointIeee754<T> => b > a ? b : a;

    /// <summary>The square root of the mean of squares minus the square of the mean.</summary>
    public static T StandardDeviation<T>(T mean, T meanOfSquares)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var square = mean * mean;
        return T.Sqrt(meanOfSquares - square);
    }

    /// <summary>The scores that class scores become: softmax over the first ones, zero in the others.</summary>
    public static T[] Softmax<T>(T[] scores, int classes)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var x = scores.Take(classes).Select(double.CreateTruncating).ToArray();
        var result = new T[scores.Length];
        if (x.Any(double.IsNaN))
        {
            Array.Fill(result, T.NaN, 0, classes);
            return result;
        }

        var exponentials = x.Select(score => Elementary.Exp(score - x.Max())).ToArray();
        var total = exponentials[0];
        for (var i = 1; i < classes; i++) total += exponentials[i];
        for (var i = 0; i < classes; i++) result[i] = T.CreateTruncating(exponentials[i] / total);
        return result;
    }
}
