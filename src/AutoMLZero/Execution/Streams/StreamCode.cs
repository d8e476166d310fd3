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
    private int[] outputs = [];
    private int constantCount;

    /// <summary>Number of instructions.</summary>
    public int Count { get; private set; }

    /// <summary>The instructions.</summary>
    public StreamInstruction<T>* Instructions { get; private set; }

    /// <summary>Where the next instruction will be.</summary>
    public StreamInstruction<T>* End { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Instructions + Count; }

    /// <summary>Removes all instructions and makes room.</summary>
    /// <param name="instructions">The largest number of instructions.</param>
    public void Start(int instructions)
    {
        (Count, constantCount) = (0, 0);
        if (outputs.Length >= instructions) return;
        Dispose();
        (buffer, constants) = (new((nuint)(instructions * sizeof(StreamInstruction<T>))), new((nuint)(instructions * sizeof(T))));
        Instructions = (StreamInstruction<T>*)buffer.Pointer;
        outputs = new int[instructions];
    }

    /// <summary>Adds an instruction at the end.</summary>
    /// <param name="op">What it does.</param>
    /// <param name="cell">The number of the cell written, or -1.</param>
    /// <param name="output">The cell written.</param>
    /// <param name="a">The first operand.</param>
    /// <param name="b">The second operand.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(StreamOp op, int cell, T* output = null, T* a = null, T* b = null)
    {
        *End = new StreamInstruction<T> { Op = op, Output = output, A = a, B = b };
        outputs[Count++] = cell;
    }

    /// <summary>Keeps a constant.</summary>
    /// <returns>Where it stays.</returns>
    public T* Constant(T value)
    {
        var constant = (T*)constants.Pointer + constantCount++;
        *constant = value;
        return constant;
    }

    /// <summary>Makes instructions write only what is read from memory.</summary>
    /// <param name="first">The first of the instructions.</param>
    /// <param name="end">The end of the instructions.</param>
    /// <param name="isRead">For each cell whether it is read.</param>
    public void DropStores(StreamInstruction<T>* first, StreamInstruction<T>* end, ReadOnlySpan<bool> isRead)
    {
        for (var i = (int)(first - Instructions); i < (int)(end - Instructions); i++)
        {
            if (outputs[i] >= 0 && !isRead[outputs[i]]) Instructions[i].Output = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        buffer.Dispose();
        constants.Dispose();
    }
}
