using System.Runtime.CompilerServices;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// The instructions of the streams of a program and their constants, outside the managed heap so that their addresses stay. Reused from program to
/// program.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class StreamCode<T> : IDisposable
    where T : unmanaged
{
    private NativeBuffer buffer = new(0);
    private NativeBuffer constants = new(0);
    private int constantCount;
    private int capacity;

    /// <summary>Number of instructions.</summary>
    public int Count => (int)(End - Instructions);

    /// <summary>The instructions.</summary>
    public StreamInstruction<T>* Instructions { get; private set; }

    /// <summary>Where the next instruction will be.</summary>
    public StreamInstruction<T>* End { get; private set; }

    /// <summary>Removes all instructions and makes room.</summary>
    /// <param name="instructions">The largest number of instructions.</param>
    public void Start(int instructions)
    {
        constantCount = 0;
        if (capacity < instructions) Reserve(instructions);
        End = Instructions;
    }

    /// <summary>Adds an instruction at the end.</summary>
    /// <param name="op">What it does.</param>
    /// <param name="cell">The number of the cell written.</param>
    /// <param name="output">The cell written.</param>
    /// <param name="a">The first operand.</param>
    /// <param name="b">The second operand.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(StreamOp op, int cell, T* output = null, T* a = null, T* b = null)
    {
        *End = new StreamInstruction<T> { Op = op, Cell = cell, Output = output, A = a, B = b };
        End++;
    }

    /// <summary>Writes a constant where the next one belongs, and keeps it there if there is one.</summary>
    /// <returns>Where it is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Constant(T value, bool isConstant)
    {
        var constant = (T*)constants.Pointer + constantCount;
        *constant = value;
        constantCount += isConstant ? 1 : 0;
        return constant;
    }

    /// <summary>Makes instructions write only what is read from memory.</summary>
    /// <param name="first">The first of the instructions.</param>
    /// <param name="end">The end of the instructions.</param>
    /// <param name="isRead">For each cell 1 if it is read, else 0.</param>
    /// <returns>Whether any still writes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool DropStores(StreamInstruction<T>* first, StreamInstruction<T>* end, byte* isRead)
    {
        nint any = 0;
        for (var instruction = first; instruction < end; instruction++)
        {
            instruction->Output = (T*)((nint)instruction->Output & -(nint)isRead[instruction->Cell]);
            any |= (nint)instruction->Output;
        }

        return any != 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        buffer.Dispose();
        constants.Dispose();
    }

    private void Reserve(int instructions)
    {
        Dispose();
        capacity = instructions;
        buffer = new((nuint)(instructions * sizeof(StreamInstruction<T>)));
        constants = new((nuint)((instructions + 1) * sizeof(T)));
        Instructions = (StreamInstruction<T>*)buffer.Pointer;
    }
}
