using System.Numerics;
using System.Runtime.InteropServices;
using AutoMLZero.Analysis;
using AutoMLZero.Execution.Kernels;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>The memory of all lanes and the program that runs on it. Reused from program to program.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
/// <param name="seeds">The seed of each task.</param>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label.</param>
/// <param name="fusesPairs">Whether common pairs of instructions run as one loop.</param>
/// <param name="hoists">Whether instructions that have the same result at every step run once, after <c>Setup</c>.</param>
internal sealed unsafe class Machine<T>(MemoryLayout<T> layout, ulong[] seeds, bool multiClass, bool fusesPairs = true, bool hoists = false)
    : ICells<T>, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Interpreter<T> interpreter =
        layout.IsLanes ? new KernelInterpreter<T, LaneKernels<T>>(layout) : new KernelInterpreter<T, ElementKernels<T>>(layout);
    private readonly LoweredFunction<T>[] functions = [new(), new(), new()];
    private readonly LoweredFunction<T> learnAhead = new();
    private readonly LoweredFunction<T> predictRest = new();
    private readonly Lowering<T> lowering = new(layout, seeds, multiClass, fusesPairs);
    private NativeBuffer memory = new(0);
    private NativeBuffer keys = new(0);
    private Cells<T> cells;

    /// <summary>Whether <see cref="LearnAhead"/> can do a part of the next <c>Predict</c>, which <see cref="PredictRest"/> leaves out.</summary>
    public bool CarriesProduct { get; private set; }

    /// <summary>Loads a program and sets all memory to zero.</summary>
    public void Load(EffectiveCode program)
    {
        Clear(program);
        Lower(program);
    }

    /// <summary>Makes the memory that a program uses zero.</summary>
    public void Clear(EffectiveCode program)
    {
        var bytes = Reserve(program);
        NativeMemory.Clear(memory.Pointer, bytes);
    }

    /// <summary>Loads a program for whose memory there is room, and leaves memory as it is.</summary>
    public void Lower(EffectiveCode program)
    {
        var invariants = hoists ? LoopInvariants.Find(program, multiClass) : default;
        var carried = fusesPairs && !layout.IsLanes ? CarriedProduct.Find(program) : null;
        if (carried is { } found && invariants.Contains(ComponentFunction.Learn, found.Outer)) carried = null;
        CarriesProduct = carried.HasValue;
        lowering.Start(program, cells, invariants);
        var predictKeys = lowering.Lower(ComponentFunction.Setup, (ulong*)keys.Pointer, functions[0]);
        var learnKeys = lowering.Lower(ComponentFunction.Predict, predictKeys, functions[1]);
        lowering.Lower(ComponentFunction.Learn, learnKeys, functions[2]);
        lowering.AddInvariants(functions[0]);
        if (carried is not { } product) return;
        lowering.Lower(ComponentFunction.Predict, predictKeys, predictRest, leaveOut: product.Product);
        lowering.Lower(ComponentFunction.Learn, learnKeys, learnAhead, ahead: product);
    }

    /// <summary>Loads only <c>Predict</c>, all of it, and leaves memory as it is.</summary>
    public void LoadPredict(EffectiveCode program)
    {
        Reserve(program);
        lowering.Start(program, cells, default);
        lowering.Lower(ComponentFunction.Predict, (ulong*)keys.Pointer, functions[1]);
    }

    /// <inheritdoc/>
    public T* Cell(OperandType type, int address) => cells.At(type, address);

    /// <summary>Runs a function.</summary>
    /// <param name="function">The component function.</param>
    /// <param name="inputs">What it finds in the cells that the task sets.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Run(ComponentFunction function, in Inputs<T> inputs, long step) => Run(functions[(int)function], inputs, step);

    /// <summary>Runs <c>Learn</c>, and of the <c>Predict</c> of the next example the product that <see cref="PredictRest"/> leaves out.</summary>
    /// <param name="inputs">What it finds in the cells that the task sets, the features of the next example too.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void LearnAhead(in Inputs<T> inputs, long step) => Run(learnAhead, inputs, step);

    /// <summary>Runs the rest of <c>Predict</c> after <see cref="LearnAhead"/>.</summary>
    /// <param name="inputs">What it finds in the cells that the task sets.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void PredictRest(in Inputs<T> inputs, long step) => Run(predictRest, inputs, step);

    /// <summary>Runs one instruction of a function.</summary>
    /// <param name="function">The component function.</param>
    /// <param name="index">Place of the instruction.</param>
    /// <param name="inputs">What the function finds in the cells that the task sets.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Run(ComponentFunction function, int index, in Inputs<T> inputs, long step)
    {
        var lowered = functions[(int)function];
        lowered.SetInputs(inputs);
        interpreter.Run(lowered.Instructions + index, 1, step);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        memory.Dispose();
        keys.Dispose();
        foreach (var function in functions) function.Dispose();
        learnAhead.Dispose();
        predictRest.Dispose();
        interpreter.Dispose();
    }

    private void Run(LoweredFunction<T> lowered, in Inputs<T> inputs, long step)
    {
        lowered.SetInputs(inputs);
        interpreter.Run(lowered.Instructions, lowered.Count, step);
    }

    private nuint Reserve(EffectiveCode program)
    {
        var shape = program.Memory;
        var bytes = (nuint)(Cells<T>.Count(shape, layout) * sizeof(T));
        Reserve(ref memory, bytes);
        Reserve(ref keys, (nuint)(program.Length * (long)layout.Lanes * sizeof(ulong)));
        cells = new Cells<T>((T*)memory.Pointer, shape, layout);
        return bytes;
    }

    private static void Reserve(ref NativeBuffer buffer, nuint bytes)
    {
        if (buffer.Size >= bytes && buffer.Size > 0) return;
        buffer.Dispose();
        buffer = new NativeBuffer(bytes);
    }
}
