using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Csv;

/// <summary>Random orders.</summary>
internal static class Shuffle
{
    /// <summary>Puts numbers into a uniformly random order (Fisher and Yates).</summary>
    public static void InPlace(Span<int> numbers, RandomSource random)
    {
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
        }
    }
}
