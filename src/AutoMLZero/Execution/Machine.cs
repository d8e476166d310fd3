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
/// <param name="fusesPairs">Whether common pairs of instructions run as one loop.</param>
internal sealed unsafe class Machine<T>(MemoryLayout<T> layout, ulong[] seeds, bool multiClass, bool fusesPairs = true) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Interpreter<T> interpreter =
        layout.IsLanes ? new KernelInterpreter<T, LaneKernels<T>>(layout) : new KernelInterpreter<T, ElementKernels<T>>(layout);
    private readonly LoweredFunction<T>[] functions = [new(), new(), new()];
    private readonly LoweredFunction<T> learnAhead = new();
    private readonly LoweredFunction<T> predictRest = new();
    private NativeBuffer memory = new(0);
    private NativeBuffer keys = new(0);
    private T* scalars;
    private T* vectors;
    private T* matrices;

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
        var carried = fusesPairs && !layout.IsLanes ? CarriedProduct.Find(program) : null;
        CarriesProduct = carried.HasValue;
        var predictKeys = Lower(ComponentFunction.Setup, program, (ulong*)keys.Pointer, functions[0]);
        var learnKeys = Lower(ComponentFunction.Predict, program, predictKeys, functions[1]);
        Lower(ComponentFunction.Learn, program, learnKeys, functions[2]);
        if (carried is not { } product) return;
        Lower(ComponentFunction.Predict, program, predictKeys, predictRest, leaveOut: product.Product);
        Lower(ComponentFunction.Learn, program, learnKeys, learnAhead, ahead: product);
    }

    /// <summary>Loads only <c>Predict</c>, and leaves memory as it is.</summary>
    public void LoadPredict(EffectiveCode program)
    {
        Reserve(program);
        Lower(ComponentFunction.Predict, program, (ulong*)keys.Pointer, functions[1]);
    }

    /// <summary>The memory of an address.</summary>
    public T* Cell(OperandType type, int address) => type switch
    {
        OperandType.Scalar => scalars + (address * (nint)layout.Lanes),
        OperandType.Vector => vectors + (address * layout.VectorSize),
        _ => matrices + (address * layout.MatrixSize),
    };

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
        var vectorsAt = shape.Scalars * (nint)layout.Lanes;
        var matricesAt = vectorsAt + (shape.Vectors * layout.VectorSize);
        var bytes = (nuint)((matricesAt + (shape.Matrices * layout.MatrixSize)) * sizeof(T));
        Reserve(ref memory, bytes);
        Reserve(ref keys, (nuint)(program.Length * (long)layout.Lanes * sizeof(ulong)));
        scalars = (T*)memory.Pointer;
        vectors = scalars + vectorsAt;
        matrices = scalars + matricesAt;
        return bytes;
    }

    private static void Reserve(ref NativeBuffer buffer, nuint bytes)
    {
        if (buffer.Size >= bytes && buffer.Size > 0) return;
        buffer.Dispose();
        buffer = new NativeBuffer(bytes);
    }

    private ulong* Lower(
        ComponentFunction function, EffectiveCode program, ulong* nextKeys, LoweredFunction<T> lowered, int leaveOut = -1, CarriedProduct? ahead = null)
    {
        var instructions = program[function];
        lowered.Start(instructions.Length);
        var ordinal = 0;
        for (var i = 0; i < instructions.Length; i++)
        {
            if (i == leaveOut) continue;
            ref readonly var instruction = ref instructions[i];
            var info = instruction.Op.Info();
            ref var added = ref lowered.Add(Lower(instruction, info, nextKeys));
            var isUnguarded = i == 0 || !instructions[i - 1].Op.Info().IsGuard;
            if (fusesPairs && isUnguarded && i + 1 < instructions.Length && FusedOps.OfPair(program, instruction, instructions[i + 1]) is { } pair)
                Fuse(lowered, ref added, pair, instruction, instructions[++i]);
            if (function != ComponentFunction.Setup) AddInputs(lowered, ref added, instruction, info);
            if (ahead is { } carried && carried.Outer == i - 1) AddProduct(lowered, ref added, program[ComponentFunction.Predict][carried.Product]);
            if (!info.IsRandom) continue;
            for (var task = 0; task < layout.Lanes; task++)
                nextKeys[task] = Key(task % layout.LanesOfExample, function, ordinal);
            ordinal++;
            nextKeys += layout.Lanes;
        }

        return nextKeys;
    }

    private ulong Key(int task, ComponentFunction function, int ordinal) =>
        task < seeds.Length ? CounterRandom.InstructionKey(seeds[task], (int)function, ordinal) : 0;

    private void Fuse(LoweredFunction<T> lowered, ref LoweredInstruction<T> added, Op pair, in Instruction first, in Instruction second)
    {
        var (type, other) = (second.Op.Info().Output, second.Input1 == first.Output ? second.Input2 : second.Input1);
        added.Op = pair;
        added.Output2 = added.Output;
        added.Output = Cell(type, second.Output);
        added.Input3 = Cell(type, other);
        if (InputOf(type, other) is { } input) lowered.AddInput(input, ref added.Input3);
    }

    private void AddProduct(LoweredFunction<T> lowered, ref LoweredInstruction<T> outer, in Instruction product)
    {
        outer.Op = FusedOps.OuterAddProduct;
        outer.Output2 = Cell(OperandType.Vector, product.Output);
        lowered.AddInput(Input.NextFeatures, ref outer.Next);
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

    private void AddInputs(LoweredFunction<T> lowered, ref LoweredInstruction<T> added, in Instruction instruction, OpInfo info)
    {
        if (InputOf(info.Input1, instruction.Input1) is { } first) lowered.AddInput(first, ref added.Input1);
        if (InputOf(info.Input2, instruction.Input2) is { } second) lowered.AddInput(second, ref added.Input2);
    }

    private Input? InputOf(OperandType type, int address) => (type, address) switch
    {
        (OperandType.Scalar, 0) => Input.Label,
        (OperandType.Vector, 0) => Input.Features,
        (OperandType.Vector, 1) when multiClass => Input.OneHot,
        _ => null,
    };
}
