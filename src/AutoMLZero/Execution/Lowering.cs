using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution;

/// <summary>Turns instructions into operations on places in memory: pairs become one, what never changes leaves the loop. Reused from program to program.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
/// <param name="seeds">The seed of each task.</param>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label.</param>
/// <param name="fusesPairs">Whether common pairs of instructions run as one loop.</param>
internal sealed unsafe class Lowering<T>(MemoryLayout<T> layout, ulong[] seeds, bool multiClass, bool fusesPairs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private EffectiveCode program = null!;
    private Cells<T> cells;
    private LoopInvariants invariants;

    /// <summary>Takes the next program.</summary>
    /// <param name="next">The program.</param>
    /// <param name="memory">Its cells.</param>
    /// <param name="once">The instructions that run once, which <see cref="Lower(ComponentFunction, ulong*, LoweredFunction{T}, int, CarriedProduct?)"/> leaves out.</param>
    public void Start(EffectiveCode next, Cells<T> memory, LoopInvariants once) => (program, cells, invariants) = (next, memory, once);

    /// <summary>Lowers a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="nextKeys">Where the keys of its random operations go, one a lane and operation.</param>
    /// <param name="lowered">Where its instructions go.</param>
    /// <param name="leaveOut">An instruction that is left out, or -1.</param>
    /// <param name="ahead">The product of the next <c>Predict</c> that <c>Learn</c> makes, if any.</param>
    /// <returns>Where the next keys go.</returns>
    public ulong* Lower(ComponentFunction function, ulong* nextKeys, LoweredFunction<T> lowered, int leaveOut = -1, CarriedProduct? ahead = null)
    {
        var instructions = program[function];
        lowered.Start(program.Length);
        var ordinal = 0;
        for (var i = 0; i < instructions.Length; i++)
        {
            if (i == leaveOut || invariants.Contains(function, i)) continue;
            ref readonly var instruction = ref instructions[i];
            var info = instruction.Op.Info();
            ref var added = ref lowered.Add(Lower(instruction, info, nextKeys));
            if (function != ComponentFunction.Setup) AddInputs(lowered, ref added, instruction, info);
            if (PairAt(function, i) is { } pair) Fuse(function, lowered, ref added, pair, instruction, instructions[++i]);
            if (ahead is { } carried && carried.Outer == i - 1) AddProduct(lowered, ref added, program[ComponentFunction.Predict][carried.Product]);
            if (!info.IsRandom) continue;
            for (var task = 0; task < layout.Lanes; task++)
                nextKeys[task] = Key(task % layout.LanesOfExample, function, ordinal);
            ordinal++;
            nextKeys += layout.Lanes;
        }

        return nextKeys;
    }

    /// <summary>Adds the instructions that run once.</summary>
    /// <param name="setup">The function that runs before all others.</param>
    public void AddInvariants(LoweredFunction<T> setup)
    {
        AddInvariants(ComponentFunction.Predict, setup);
        AddInvariants(ComponentFunction.Learn, setup);
    }

    private void AddInvariants(ComponentFunction function, LoweredFunction<T> setup)
    {
        var instructions = program[function];
        for (var i = 0; i < instructions.Length; i++)
        {
            if (invariants.Contains(function, i)) setup.Add(Lower(instructions[i], instructions[i].Op.Info(), null));
        }
    }

    /// <summary>The operation that an instruction and the next are together, if any. What is behind a guard stays by itself.</summary>
    private Op? PairAt(ComponentFunction function, int first)
    {
        var instructions = program[function];
        if (!fusesPairs || first + 1 >= instructions.Length || invariants.Contains(function, first + 1)) return null;
        if (first > 0 && instructions[first - 1].Op.Info().IsGuard) return null;
        return FusedOps.OfPair(program, instructions[first], instructions[first + 1]);
    }

    private ulong Key(int task, ComponentFunction function, int ordinal) =>
        task < seeds.Length ? CounterRandom.InstructionKey(seeds[task], (int)function, ordinal) : 0;

    private void Fuse(ComponentFunction function, LoweredFunction<T> lowered, ref LoweredInstruction<T> added, Op pair, in Instruction first, in Instruction second)
    {
        var (type, other) = (second.Op.Info().Output, second.Input1 == first.Output ? second.Input2 : second.Input1);
        added.Op = pair;
        added.Output2 = added.Output;
        added.Output = cells.At(type, second.Output);
        added.Input3 = cells.At(type, other);
        if (function != ComponentFunction.Setup && InputOf(type, other) is { } input) lowered.AddInput(input, ref added.Input3);
    }

    private void AddProduct(LoweredFunction<T> lowered, ref LoweredInstruction<T> outer, in Instruction product)
    {
        outer.Op = FusedOps.OuterAddProduct;
        outer.Output2 = cells.At(OperandType.Vector, product.Output);
        lowered.AddInput(Input.NextFeatures, ref outer.Next);
    }

    private LoweredInstruction<T> Lower(in Instruction instruction, OpInfo info, ulong* instructionKeys) => new()
    {
        Op = instruction.Op,
        Output = cells.At(info.Output, instruction.Output),
        Input1 = info.InputCount > 0 ? cells.At(info.Input1, instruction.Input1) : null,
        Input2 = info.InputCount > 1 ? cells.At(info.Input2, instruction.Input2) : null,
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
