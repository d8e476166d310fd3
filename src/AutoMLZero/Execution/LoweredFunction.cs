using System.Runtime.InteropServices;

namespace AutoMLZero.Execution;

/// <summary>A component function whose operands are resolved to memory. Reused from program to program.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class LoweredFunction<T> : IDisposable
    where T : unmanaged
{
    private readonly List<(Input Input, nint Operand)> inputs = [];
    private NativeBuffer buffer = new(0);

    /// <summary>The instructions.</summary>
    public LoweredInstruction<T>* Instructions => (LoweredInstruction<T>*)buffer.Pointer;

    /// <summary>Number of instructions.</summary>
    public int Count { get; private set; }

    /// <summary>Removes all instructions and makes room.</summary>
    public void Start(int instructions)
    {
        Count = 0;
        inputs.Clear();
        var bytes = (nuint)(instructions * sizeof(LoweredInstruction<T>));
        if (buffer.Size >= bytes) return;
        buffer.Dispose();
        buffer = new NativeBuffer(bytes);
    }

    /// <summary>Adds an instruction at the end, and gives the place where it stays.</summary>
    public ref LoweredInstruction<T> Add(in LoweredInstruction<T> instruction)
    {
        Instructions[Count] = instruction;
        return ref Instructions[Count++];
    }

    /// <summary>Makes an operand of an added instruction follow an input.</summary>
    public void AddInput(Input input, ref T* operand) => inputs.Add((input, (nint)Address(ref operand)));

    /// <summary>Lets operands read the inputs where they are.</summary>
    public void SetInputs(in Inputs<T> sources)
    {
        foreach (ref readonly var follower in CollectionsMarshal.AsSpan(inputs)) *(T**)follower.Operand = sources[follower.Input];
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    /// <summary>Instructions are outside the managed heap, so that their addresses stay.</summary>
    private static T** Address(ref T* operand)
    {
        fixed (T** address = &operand) return address;
    }
}
