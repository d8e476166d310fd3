using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoMLZero.Numerics;

/// <summary>Four lanes.</summary>
internal readonly unsafe struct Wide256(Vector256<double> value) : IWide<Wide256>
{
    public static int Count => Vector256<double>.Count;

    public Vector256<double> Value { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide256(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 OfBits(ulong bits) => new(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load<T>(T* source)
        where T : unmanaged =>
        new(typeof(T) == typeof(double) ? Vector256.Load((double*)source) : Vector256.WidenLower(Vector128.Load((float*)source).ToVector256Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(T* target)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double)) Value.Store((double*)target);
        else Narrowed().Store((float*)target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePair<T>(Wide256 first, Wide256 second, T* target)
        where T : unmanaged
    {
        first.Store(target);
        second.Store(target + Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator +(Wide256 left, Wide256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator -(Wide256 left, Wide256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator *(Wide256 left, Wide256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator /(Wide256 left, Wide256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Sqrt(Wide256 value) => new(Vector256.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Abs(Wide256 value) => new(Vector256.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator <(Wide256 left, Wide256 right) => new(Vector256.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator >(Wide256 left, Wide256 right) => new(Vector256.GreaterThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Wide256 mask) => mask.Value.AsUInt64() != Vector256<ulong>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Wide256 mask) => mask.Value.AsUInt64() == Vector256<ulong>.AllBitsSet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Select(Wide256 mask, Wide256 holds, Wide256 fails) =>
        new(Vector256.ConditionalSelect(mask.Value, holds.Value, fails.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator &(Wide256 left, Wide256 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator |(Wide256 left, Wide256 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator ^(Wide256 left, Wide256 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator <<(Wide256 bits, int count) => new((bits.Value.AsUInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator >>>(Wide256 bits, int count) => new((bits.Value.AsUInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 AddWhole(Wide256 left, Wide256 right) =>
        new((left.Value.AsUInt64() + right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 SubtractWhole(Wide256 left, Wide256 right) =>
        new((left.Value.AsUInt64() - right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 MultiplyWhole(Wide256 left, Wide256 right) =>
        new((left.Value.AsUInt64() * right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 FromWhole(Wide256 bits) => new(Vector256.ConvertToDouble(bits.Value.AsUInt64()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<float> Narrowed() =>
        Avx.IsSupported ? Avx.ConvertToVector128Single(Value) : Vector256.Narrow(Value, Value).GetLower();
}
