using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Numerics;

/// <summary>Two lanes.</summary>
internal readonly unsafe struct Wide128(Vector128<double> value) : IWide<Wide128>
{
    public static int Count => Vector128<double>.Count;

    public Vector128<double> Value { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Wide128(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 OfBits(ulong bits) => new(Vector128.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Load<T>(T* source)
        where T : unmanaged =>
        new(typeof(T) == typeof(double) ? Vector128.Load((double*)source) : Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)source).AsSingle()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(T* target)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double)) Value.Store((double*)target);
        else *(ulong*)target = Vector128.Narrow(Value, Value).AsUInt64().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePair<T>(Wide128 first, Wide128 second, T* target)
        where T : unmanaged
    {
        first.Store(target);
        second.Store(target + Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator +(Wide128 left, Wide128 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator -(Wide128 left, Wide128 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator *(Wide128 left, Wide128 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator /(Wide128 left, Wide128 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Sqrt(Wide128 value) => new(Vector128.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Abs(Wide128 value) => new(Vector128.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator <(Wide128 left, Wide128 right) => new(Vector128.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator >(Wide128 left, Wide128 right) => new(Vector128.GreaterThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Wide128 mask) => mask.Value.AsUInt64() != Vector128<ulong>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Wide128 mask) => mask.Value.AsUInt64() == Vector128<ulong>.AllBitsSet;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Select(Wide128 mask, Wide128 holds, Wide128 fails) =>
        new(Vector128.ConditionalSelect(mask.Value, holds.Value, fails.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator &(Wide128 left, Wide128 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator |(Wide128 left, Wide128 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator ^(Wide128 left, Wide128 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator <<(Wide128 bits, int count) => new((bits.Value.AsUInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator >>>(Wide128 bits, int count) => new((bits.Value.AsUInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 AddWhole(Wide128 left, Wide128 right) =>
        new((left.Value.AsUInt64() + right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 SubtractWhole(Wide128 left, Wide128 right) =>
        new((left.Value.AsUInt64() - right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 MultiplyWhole(Wide128 left, Wide128 right) =>
        new((left.Value.AsUInt64() * right.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 FromWhole(Wide128 bits) => new(Vector128.ConvertToDouble(bits.Value.AsUInt64()));
}
