using System.Runtime.CompilerServices;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis.Algebra;

/// <summary>
/// The whole numbers modulo the prime 2^61 - 1. Sums, differences and products there are exact, so that two formulas that are equal by algebra give
/// equal elements whatever their form, and two that are not almost never do when the variables are drawn at random (Schwartz, 1980; Zippel, 1979).
/// </summary>
internal static class PrimeField
{
    /// <summary>The number of elements; they are 0 to <see cref="Prime"/> - 1.</summary>
    public const ulong Prime = (1UL << Bits) - 1;

    private const int Bits = 61;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;
    private const ulong HiddenBit = 1UL << MantissaBits;

    /// <summary>The sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong a, ulong b) => Reduce(a + b);

    /// <summary>The difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subtract(ulong a, ulong b) => Reduce(a + Prime - b);

    /// <summary>The negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Negate(ulong a) => a == 0 ? 0 : Prime - a;

    /// <summary>The product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return Reduce((low & Prime) + ((high << (64 - Bits)) | (low >> Bits)));
    }

    /// <summary>The element whose product with another is 1; 0 of 0.</summary>
    public static ulong Invert(ulong a)
    {
        var result = 1UL;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = Multiply(result, a);
            a = Multiply(a, a);
        }

        return result;
    }

    /// <summary>The element of a finite number, so that sums and products of numbers that need no rounding are those of their elements.</summary>
    public static ulong OfNumber(double number)
    {
        var bits = BitConverter.DoubleToUInt64Bits(number);
        var exponent = (int)(bits >> MantissaBits & 0x7FF);
        var mantissa = bits & (HiddenBit - 1);
        if (exponent == 0) exponent = 1;
        else mantissa |= HiddenBit;
        var element = TimesPowerOfTwo(mantissa, exponent - ExponentBias);
        return (long)bits < 0 ? Negate(element) : element;
    }

    /// <summary>An element that stands for any 64 bits.</summary>
    public static ulong OfBits(ulong bits) => Reduce((SplitMix.Mix(bits) >> 3) & Prime);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Reduce(ulong sum) => sum >= Prime ? sum - Prime : sum;

    /// <summary>2^61 is 1, so that a factor of a power of two turns the bits round.</summary>
    private static ulong TimesPowerOfTwo(ulong element, int power)
    {
        var turn = ((power % Bits) + Bits) % Bits;
        return Reduce(((element << turn) & Prime) | (element >> (Bits - turn)));
    }
}
