using System.Runtime.CompilerServices;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis.Algebra;

/// <summary>
/// What stands in the field for operations on numbers. Those that are not made of sums, products and quotients are hashes, which keep what is
/// certain of the operation: its values at 0 and 1, and whether it is even, odd or symmetric.
/// </summary>
internal static class AlgebraicFunctions
{
    private const ulong Half = PrimeField.Prime / 2;
    private const ulong RootTag = 201;

    /// <summary>The quotient; dividing by 0 gives an element that stands for it.</summary>
    public static ulong Divide(ulong a, ulong b) =>
        b == 0 ? Hash((ulong)Op.ScalarDivide, a) : PrimeField.Multiply(a, PrimeField.Invert(b));

    /// <summary>The smaller.</summary>
    public static ulong Minimum(ulong a, ulong b) =>
        a == b ? a : Hash((ulong)Op.ScalarMinimum, PrimeField.Add(a, b) ^ SplitMix.Mix(PrimeField.Multiply(a, b)));

    /// <summary>The larger: both sum to the sum of the operands.</summary>
    public static ulong Maximum(ulong a, ulong b) => PrimeField.Subtract(PrimeField.Add(a, b), Minimum(a, b));

    /// <summary>The square root.</summary>
    public static ulong Root(ulong a) => a <= 1 ? a : Hash(RootTag, a);

    /// <summary>A function of one number.</summary>
    /// <param name="op">The operation on scalars.</param>
    /// <param name="a">Its operand.</param>
    public static ulong Of(Op op, ulong a) => op switch
    {
        Op.ScalarAbs => a <= 1 ? a : Even(op, a),
        Op.ScalarReciprocal => Divide(1, a),
        Op.ScalarCos => a == 0 ? 1 : Even(op, a),
        Op.ScalarSin or Op.ScalarTan or Op.ScalarArcsin or Op.ScalarArctan => Odd(op, a),
        Op.ScalarExp when a == 0 => 1,
        Op.ScalarLog when a == 1 => 0,
        Op.ScalarHeaviside when a <= 1 => 1,
        Op.VectorHeaviside when a <= 1 => a,
        Op.ScalarHeaviside or Op.VectorHeaviside => Hash((ulong)Op.ScalarHeaviside, a),
        _ => Hash((ulong)op, a),
    };

    /// <summary>An element that stands for a function of some bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ulong function, ulong bits) => PrimeField.OfBits(bits ^ SplitMix.Mix(function + SplitMix.Increment));

    private static ulong Even(Op op, ulong a) => Hash((ulong)op, a > Half ? PrimeField.Negate(a) : a);

    private static ulong Odd(Op op, ulong a) =>
        a == 0 ? 0 : a > Half ? PrimeField.Negate(Hash((ulong)op, PrimeField.Negate(a))) : Hash((ulong)op, a);
}
