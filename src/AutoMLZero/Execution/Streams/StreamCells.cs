using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// What encoding knows of the cells at a place of a program: where they are, which of them the accumulators hold, and which are read from memory.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class StreamCells<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Stands for no address, of a type that no accumulator holds.</summary>
    public const int None = -1;

    /// <summary>The number of no cell, which counts as read.</summary>
    public const int NoCell = 2 * MemoryShape.MaxAddresses;

    private const int Types = (int)OperandType.Matrix + 1;
    private const int Numbers = NoCell + MemoryShape.MaxAddresses;

    private readonly NativeBuffer nothing;
    private readonly NativeBuffer buffer = new((nuint)(Types * sizeof(CellsOfType)) + Numbers);
    private readonly CellsOfType* types;

    /// <summary>Makes room.</summary>
    /// <param name="layout">The layout of memory.</param>
    public StreamCells(MemoryLayout<T> layout)
    {
        nothing = new NativeBuffer((nuint)(layout.VectorSize * sizeof(T)));
        types = (CellsOfType*)buffer.Pointer;
        IsRead = (byte*)(types + Types);
        Nothing = (T*)nothing.Pointer;
        types[(int)OperandType.None] = new CellsOfType { Number = NoCell };
        types[(int)OperandType.Scalar] = new CellsOfType { Number = 0, Size = layout.Lanes * sizeof(T) };
        types[(int)OperandType.Vector] = new CellsOfType { Number = MemoryShape.MaxAddresses, Size = layout.VectorSize * sizeof(T) };
        types[(int)OperandType.Matrix] = new CellsOfType { Number = NoCell };
    }

    /// <summary>By number of a cell 1 when it is read from memory, else 0.</summary>
    public byte* IsRead { get; }

    /// <summary>A vector that nothing uses.</summary>
    public T* Nothing { get; }

    /// <summary>Takes the memory of the next program.</summary>
    public void Start(T* scalars, T* vectors)
    {
        types[(int)OperandType.Scalar].First = (nint)scalars;
        types[(int)OperandType.Vector].First = (nint)vectors;
    }

    /// <summary>Begins to collect what is read.</summary>
    public void ForgetReads()
    {
        new Span<byte>(IsRead, Numbers).Clear();
        IsRead[NoCell] = 1;
    }

    /// <summary>The address that the accumulator of a type holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Last(OperandType type) => types[(int)type].Last;

    /// <summary>The accumulator of a type holds an address now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLast(OperandType type, int address) => types[(int)type].Last = address;

    /// <summary>The accumulators hold these addresses now.</summary>
    public void SetLast(int scalar, int vector)
    {
        types[(int)OperandType.None].Last = None;
        types[(int)OperandType.Scalar].Last = scalar;
        types[(int)OperandType.Vector].Last = vector;
    }

    /// <summary>The number of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Number(OperandType type, int address) => types[(int)type].Number + address;

    /// <summary>The memory of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(OperandType type, int address) => (T*)(types[(int)type].First + (address * types[(int)type].Size));

    /// <summary>Where an operand is, as <see cref="StreamForms"/> has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Place(OperandType type, byte address)
    {
        var isLast = Unsafe.BitCast<bool, byte>(address == types[(int)type].Last);
        var isFeatures = Unsafe.BitCast<bool, byte>((((int)type ^ (int)OperandType.Vector) | address) == 0);
        return (isLast * StreamForms.Accumulator) + (isFeatures * StreamForms.Features);
    }

    /// <summary>A cell is read if that is its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(OperandType type, int address, int place = StreamForms.Memory) =>
        IsRead[Number(type, address)] |= Unsafe.BitCast<bool, byte>(place == StreamForms.Memory);

    /// <inheritdoc/>
    public void Dispose()
    {
        nothing.Dispose();
        buffer.Dispose();
    }

    private struct CellsOfType
    {
        public nint First;
        public nint Size;
        public int Number;
        public int Last;
    }
}
