using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoMLZero.Numerics;

/// <summary>Eight lanes.</summary>
internal readonly unsafe struct Wide512(Vector512<double> value) : IWide<Wide512>
{
    public static int Count => Vector512<double>.Count;

    public Vector512<double> Value { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide512(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 OfBits(ulong bits) => new(Vector512.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load<T>(T* source)
        where T : unmanaged =>
        new(typeof(T) == typeof(double) ? Vector512.Load((double*)source) : Vector512.WidenLower(Vector256.Load((float*)source).ToVector512Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(T* target)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double)) Value.Store((double*)target);
        else Narrowed().Store((float*)target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePair<T>(Wide512 first, Wide512 second, T* target)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Vector512.Create(first.Narrowed(), second.Narrowed()).Store((float*)target);
            return;
        }

        first.Store(target);
        second.Store(target + Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator +(Wide512 left, Wide512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator -(Wide512 left, Wide512 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator *(Wide512 left, Wide512 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator /(Wide512 left, Wide512 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Sqrt(Wide512 value) => new(Vector512.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Abs(Wide512 value) => new(Vector512.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator <(Wide512 left, Wide512 right) => new(Vector512.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator >(Wide512 left, Wide512 right) => new(Vector512.GreaterThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Wide512 mask) => mask.Value.AsUInt64() != Vector512<ulong>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Wide512 mask) => mask.Value.AsUInt64() == Vector512<ulong>.AllBitsSet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Select(Wide512 mask, Wide512 holds, Wide512 fails) =>
        new(Vector512.ConditionalSelect(mask.Value, holds.Value, fails.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator &(Wide512 left, Wide512 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator |(Wide512 left, Wide512 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator ^(Wide512 left, Wide512 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator <<(Wide512 bits, int count) => new((bits.Value.AsUInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator >>>(Wide512 bits, int count) => new((bits.Value.AsUInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 AddWhole(Wide512 left, Wide512 right) =>
        new((left.Value.AsUInt64() + right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 SubtractWhole(Wide512 left, Wide512 right) =>
        new((left.Value.AsUInt64() - right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 MultiplyWhole(Wide512 left, Wide512 right) =>
        new((left.Value.AsUInt64() * right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 FromWhole(Wide512 bits) => new(Vector512.ConvertToDouble(bits.Value.AsUInt64()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Narrowed() =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector256Single(Value) : Vector512.Narrow(Value, Value).GetLower();
}
