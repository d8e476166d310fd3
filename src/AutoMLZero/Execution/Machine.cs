using System.Numerics;
using System.Runtime.InteropServices;
using AutoMLZero.Analysis;
using AutoMLZero.Execution.Kernels;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution;

/// <summary>The memory of all lanes and the program that runs on it. Reused from program to program.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
/// <param name="seeds">The seed of each task.</param>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label.</param>
internal sealed unsafe class Machine<T>(MemoryLayout<T> layout, ulong[] seeds, bool multiClass) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Interpreter<T> interpreter =
        layout.IsLanes ? new KernelInterpreter<T, LaneKernels<T>>(layout) : new KernelInterpreter<T, ElementKernels<T>>(layout);
    private readonly List<LoweredInstruction<T>>[] functions = [[], [], []];
    private readonly List<Patch> patches = [];
    private NativeBuffer memory = new(0);
    private NativeBuffer keys = new(0);
    private MemoryShape shape;

    /// <summary>Loads a program and sets all memory to zero.</summary>
    public void Load(EffectiveCode program)
    {
        shape = program.Memory;
        patches.Clear();
        Reserve(ref memory, (nuint)(Offset(OperandType.Matrix, shape.Matrices) * sizeof(T)));
        Reserve(ref keys, (nuint)(program.Length * (long)layout.Lanes * sizeof(ulong)));
        NativeMemory.Clear(memory.Pointer, (nuint)(Offset(OperandType.Matrix, shape.Matrices) * sizeof(T)));
        var nextKeys = (ulong*)keys.Pointer;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
            nextKeys = Lower(function, program[function], nextKeys);
    }

    /// <summary>The memory of an address.</summary>
    public T* Cell(OperandType type, int address) => (T*)memory.Pointer + Offset(type, address);

    /// <summary>Whether a function has no instructions.</summary>
    public bool IsEmpty(ComponentFunction function) => functions[(int)function].Count == 0;

    /// <summary>Lets reads of the inputs of a function go to where they are.</summary>
    /// <param name="function">The component function.</param>
    /// <param name="features">What <c>v0</c> is.</param>
    /// <param name="label">What <c>s0</c> is.</param>
    /// <param name="oneHot">What <c>v1</c> is with several classes.</param>
    public void SetInputs(ComponentFunction function, T* features, T* label, T* oneHot)
    {
        foreach (var patch in patches)
        {
            if (patch.Function != function) continue;
            var source = patch.Type == OperandType.Scalar ? label : patch.Address == 0 ? features : oneHot;
            ref var instruction = ref CollectionsMarshal.AsSpan(functions[(int)function])[patch.Index];
            if (patch.IsFirst) instruction.Input1 = source;
            else instruction.Input2 = source;
        }
    }

    /// <summary>Runs a function.</summary>
    /// <param name="function">The component function.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Run(ComponentFunction function, long step) =>
        interpreter.Run(CollectionsMarshal.AsSpan(functions[(int)function]), step);

    /// <inheritdoc/>
    public void Dispose()
    {
        memory.Dispose();
        keys.Dispose();
        interpreter.Dispose();
    }

    private static void Reserve(ref NativeBuffer buffer, nuint bytes)
    {
        if (buffer.Size >= bytes && buffer.Size > 0) return;
        buffer.Dispose();
        buffer = new NativeBuffer(bytes);
    }

    private nint Offset(OperandType type, int address) => type switch
    {
        OperandType.Scalar => address * layout.Size(OperandType.Scalar),
        OperandType.Vector => Offset(OperandType.Scalar, shape.Scalars) + (address * layout.Size(OperandType.Vector)),
        _ => Offset(OperandType.Vector, shape.Vectors) + (address * layout.Size(OperandType.Matrix)),
    };

    private ulong* Lower(ComponentFunction function, ReadOnlySpan<Instruction> instructions, ulong* nextKeys)
    {
        var lowered = functions[(int)function];
        lowered.Clear();
        var ordinal = 0;
        foreach (var instruction in instructions)
        {
            var info = instruction.Op.Info();
            lowered.Add(Lower(instruction, info, nextKeys));
            AddPatch(function, info.Input1, instruction.Input1, isFirst: true);
            AddPatch(function, info.Input2, instruction.Input2, isFirst: false);
            if (!info.IsRandom) continue;
            for (var task = 0; task < layout.Lanes; task++)
                nextKeys[task] = task < seeds.Length ? CounterRandom.InstructionKey(seeds[task], (int)function, ordinal) : 0;
            ordinal++;
            nextKeys += layout.Lanes;
        }

        return nextKeys;
    }

    private LoweredInstruction<T> Lower(in Instruction instruction, OpInfo info, ulong* instructionKeys) => new()
    {
        Op = instruction.Op,
        Output = Cell(info.Output, instruction.Output),
        Input1 = info.InputCount > 0 ? Cell(info.Input1, instruction.Input1) : null,
        Input2 = info.InputCount > 1 ? Cell(info.Input2, instruction.Input2) : null,
        Constant1 = instruction.Constant1,
        Constant2 = instruction.Constant2,
        Constant3 = instruction.Constant3,
        Keys = instructionKeys,
    };

    private void AddPatch(ComponentFunction function, OperandType type, int address, bool isFirst)
    {
        var isInput = address == 0 ? type is OperandType.Scalar or OperandType.Vector : multiClass && address == 1 && type == OperandType.Vector;
        if (isInput && function != ComponentFunction.Setup)
            patches.Add(new Patch(function, functions[(int)function].Count - 1, type, address, isFirst));
    }

    /// <summary>An operand that changes from example to example.</summary>
    private readonly record struct Patch(ComponentFunction Function, int Index, OperandType Type, int Address, bool IsFirst);
}
