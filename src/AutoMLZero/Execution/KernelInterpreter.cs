using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Execution.Kernels;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution;

/// <summary>Runs instructions on all lanes, each by its kernel.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TKernels">The kernels of the layout.</typeparam>
internal sealed unsafe class KernelInterpreter<T, TKernels> : Interpreter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernels : struct, IKernels<T>
{
    private readonly MemoryLayout<T> layout;
    private readonly nint scalar;
    private readonly nint vector;
    private readonly nint matrix;
    private readonly NativeBuffer stepKeys;
    private readonly LaneGuards<T> guards;
    private NativeBuffer scratch = new(0);

    /// <summary>Makes an interpreter for a layout.</summary>
    public KernelInterpreter(MemoryLayout<T> layout)
    {
        this.layout = layout;
        (scalar, vector, matrix) = (layout.Size(OperandType.Scalar), layout.Size(OperandType.Vector), layout.Size(OperandType.Matrix));
        stepKeys = new NativeBuffer((nuint)(layout.Lanes * sizeof(ulong)));
        guards = new LaneGuards<T>(layout);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(LoweredInstruction<T>* instructions, int count, long step)
    {
        for (var instruction = instructions; instruction < instructions + count; instruction++)
        {
            if (instruction->Op < Op.ScalarConstant) Compute(instruction->Op, instruction->Input1, instruction->Input2, instruction->Output);
            else if (instruction->Op >= FusedOps.First) RunFused(*instruction);
            else if (instruction->Op <= Op.MatrixGaussian) Set(*instruction, step);
            else if (instruction->Op == Op.VectorElement) Element(*instruction);
            else if (instruction->Op == Op.SetElement) SetElement(*instruction);
            else instruction = RunGuarded(instruction, instructions + count, step);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        stepKeys.Dispose();
        scratch.Dispose();
        guards.Dispose();
    }

    /// <summary>Runs an instruction behind guards: where a task's guards all allow it, its result takes the place of what was there.</summary>
    /// <returns>The last instruction that was run.</returns>
    private LoweredInstruction<T>* RunGuarded(LoweredInstruction<T>* guard, LoweredInstruction<T>* end, long step)
    {
        guards.Start();
        var instruction = guard;
        for (; instruction < end && guards.TryAdd(*instruction); instruction++)
        {
        }

        if (instruction < end && guards.AllowAny && instruction->Op != Op.NoOp)
        {
            var apart = *instruction;
            apart.Output = guards.Begin(*instruction);
            Run(&apart, 1, step);
            guards.End(*instruction);
        }

        return instruction;
    }

    private void Element(in LoweredInstruction<T> instruction)
    {
        var element = instruction.Input1 + (Position(instruction.Constant1) * layout.ElementStride);
        if (layout.IsLanes)
        {
            Elementwise.Copy(element, instruction.Output, scalar);
            return;
        }

        for (var task = 0; task < layout.Tasks; task++) instruction.Output[task] = element[task * layout.TaskStride];
    }

    private void SetElement(in LoweredInstruction<T> instruction)
    {
        var element = instruction.Output + (Position(instruction.Constant1) * layout.ElementStride);
        if (layout.IsLanes)
        {
            Elementwise.Copy(instruction.Input1, element, scalar);
            return;
        }

        for (var task = 0; task < layout.Tasks; task++) element[task * layout.TaskStride] = instruction.Input1[task];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compute(Op op, T* a, T* b, T* o)
    {
        switch (op)
        {
            case Op.ScalarAdd: Elementwise.Binary<Add<T>, T>(a, b, o, scalar); break;
            case Op.ScalarSubtract: Elementwise.Binary<Subtract<T>, T>(a, b, o, scalar); break;
            case Op.ScalarMultiply: Elementwise.Binary<Multiply<T>, T>(a, b, o, scalar); break;
            case Op.ScalarDivide: Elementwise.Binary<Divide<T>, T>(a, b, o, scalar); break;
            case Op.ScalarAbs: Elementwise.Unary<Abs<T>, T>(a, o, scalar); break;
            case Op.ScalarReciprocal: Elementwise.Unary<Reciprocal<T>, T>(a, o, scalar); break;
            case Op.ScalarSin: Apply<Trigonometric<SineRatio>>(a, o); break;
            case Op.ScalarCos: Apply<Trigonometric<CosineRatio>>(a, o); break;
            case Op.ScalarTan: Apply<Trigonometric<TangentRatio>>(a, o); break;
            case Op.ScalarArcsin: Apply<Arcsine>(a, o); break;
            case Op.ScalarArccos: Apply<Arccosine>(a, o); break;
            case Op.ScalarArctan: Apply<Arctangent>(a, o); break;
            case Op.ScalarExp: Apply<Exponential>(a, o); break;
            case Op.ScalarLog: Apply<Logarithm>(a, o); break;
            case Op.ScalarHeaviside: Elementwise.Unary<StepFromZero<T>, T>(a, o, scalar); break;
            case Op.VectorHeaviside: Elementwise.Unary<StepAboveZero<T>, T>(a, o, vector); break;
            case Op.MatrixHeaviside: Elementwise.Unary<StepAboveZero<T>, T>(a, o, matrix); break;
            case Op.VectorScale: TKernels.VectorScale(layout, a, b, o); break;
            case Op.ScalarBroadcast: TKernels.Broadcast(layout, a, o); break;
            case Op.VectorReciprocal: Elementwise.Unary<Reciprocal<T>, T>(a, o, vector); break;
            case Op.VectorNorm: TKernels.VectorNorm(layout, a, o); break;
            case Op.VectorAbs: Elementwise.Unary<Abs<T>, T>(a, o, vector); break;
            case Op.VectorAdd: Elementwise.Binary<Add<T>, T>(a, b, o, vector); break;
            case Op.VectorSubtract: Elementwise.Binary<Subtract<T>, T>(a, b, o, vector); break;
            case Op.VectorMultiply: Elementwise.Binary<Multiply<T>, T>(a, b, o, vector); break;
            case Op.VectorDivide: Elementwise.Binary<Divide<T>, T>(a, b, o, vector); break;
            case Op.VectorDot: TKernels.Dot(layout, a, b, o); break;
            case Op.VectorOuter: TKernels.Outer(layout, a, b, o); break;
            case Op.MatrixScale: TKernels.MatrixScale(layout, a, b, o); break;
            case Op.MatrixReciprocal: Elementwise.Unary<Reciprocal<T>, T>(a, o, matrix); break;
            case Op.MatrixVectorProduct: TKernels.MatrixVector(layout, a, Apart(b, o, vector), o); break;
            case Op.VectorBroadcastColumns: TKernels.Columns(layout, a, o); break;
            case Op.VectorBroadcastRows: TKernels.Rows(layout, a, o); break;
            case Op.MatrixNorm: TKernels.MatrixNorm(layout, a, o); break;
            case Op.MatrixColumnNorm: TKernels.ColumnNorm(layout, a, o); break;
            case Op.MatrixRowNorm: TKernels.RowNorm(layout, a, o); break;
            case Op.MatrixTranspose: TKernels.Transpose(layout, Apart(a, o, matrix), o); break;
            case Op.MatrixAbs: Elementwise.Unary<Abs<T>, T>(a, o, matrix); break;
            case Op.MatrixAdd: Elementwise.Binary<Add<T>, T>(a, b, o, matrix); break;
            case Op.MatrixSubtract: Elementwise.Binary<Subtract<T>, T>(a, b, o, matrix); break;
            case Op.MatrixMultiply: Elementwise.Binary<Multiply<T>, T>(a, b, o, matrix); break;
            case Op.MatrixDivide: Elementwise.Binary<Divide<T>, T>(a, b, o, matrix); break;
            case Op.MatrixProduct: MatrixProduct(a, b, o); break;
            case Op.ScalarMinimum: Elementwise.Binary<Minimum<T>, T>(a, b, o, scalar); break;
            case Op.VectorMinimum: Elementwise.Binary<Minimum<T>, T>(a, b, o, vector); break;
            case Op.MatrixMinimum: Elementwise.Binary<Minimum<T>, T>(a, b, o, matrix); break;
            case Op.ScalarMaximum: Elementwise.Binary<Maximum<T>, T>(a, b, o, scalar); break;
            case Op.VectorMaximum: Elementwise.Binary<Maximum<T>, T>(a, b, o, vector); break;
            case Op.MatrixMaximum: Elementwise.Binary<Maximum<T>, T>(a, b, o, matrix); break;
            case Op.VectorMean: TKernels.VectorMean(layout, a, o); break;
            case Op.MatrixMean: TKernels.MatrixMean(layout, a, o); break;
            case Op.MatrixRowMean: TKernels.RowMean(layout, a, o); break;
            case Op.MatrixRowStd: TKernels.RowStd(layout, a, o); break;
            case Op.VectorStd: TKernels.VectorStd(layout, a, o); break;
            case Op.MatrixStd: TKernels.MatrixStd(layout, a, o); break;
        }
    }

    private void RunFused(in LoweredInstruction<T> instruction)
    {
        T* a = instruction.Input1, b = instruction.Input2, c = instruction.Input3, first = instruction.Output2, output = instruction.Output;
        switch (instruction.Op)
        {
            case FusedOps.ScaleAdd: TKernels.ScaleAdd(layout, a, b, c, first, output); break;
            case FusedOps.MultiplyAdd: Elementwise.Pair<Multiply<T>, Add<T>, T>(a, b, c, first, output, vector); break;
            case FusedOps.AddMaximum: Elementwise.Pair<Add<T>, Maximum<T>, T>(a, b, c, first, output, vector); break;
            case FusedOps.StepMultiply: Elementwise.Pair<StepAboveZero<T>, Multiply<T>, T>(a, c, first, output, vector); break;
            case FusedOps.SubtractMultiply: Elementwise.Pair<Subtract<T>, Multiply<T>, T>(a, b, c, first, output, scalar); break;
            case FusedOps.OuterAdd: TKernels.OuterAdd(layout, a, b, c, output); break;
            case FusedOps.OuterAddProduct: TKernels.OuterAddProduct(layout, a, b, c, output, instruction.Next, first); break;
        }
    }

    private void Set(in LoweredInstruction<T> instruction, long step)
    {
        var (c1, c2) = (instruction.Constant1, instruction.Constant2);
        switch (instruction.Op)
        {
            case Op.ScalarConstant: Elementwise.Fill(T.CreateTruncating(c1), instruction.Output, scalar); break;
            case Op.VectorConstant: TKernels.SetElement(layout, instruction.Output, Position(c1), T.CreateTruncating(c2)); break;
            case Op.MatrixConstant: TKernels.SetElement(layout, instruction.Output, Position(c1), Position(c2), T.CreateTruncating(instruction.Constant3)); break;
            case < Op.ScalarGaussian: Draw(new UniformDistribution(c1, c2), instruction, step); break;
            default: Draw(new NormalDistribution(c1, c2), instruction, step); break;
        }
    }

    private int Position(double index) => (int)Math.Floor(layout.Dimension * index);

    private void Draw<TDistribution>(TDistribution distribution, in LoweredInstruction<T> instruction, long step)
        where TDistribution : struct, IDistribution
    {
        var keys = (ulong*)stepKeys.Pointer;
        for (var lane = 0; lane < layout.Lanes; lane++) keys[lane] = CounterRandom.StepKey(instruction.Keys[lane], step + (lane / layout.LanesOfExample));
        switch (instruction.Op.Info().Output)
        {
            case OperandType.Scalar: RandomFill.Lanes(distribution, keys, 0, instruction.Output, layout.Lanes); break;
            case OperandType.Vector: TKernels.DrawVector(layout, distribution, keys, instruction.Output); break;
            default: TKernels.DrawMatrix(layout, distribution, keys, instruction.Output); break;
        }
    }

    private void Apply<TFunction>(T* a, T* output)
        where TFunction : struct, IElementaryFunction
    {
        if (typeof(T) == typeof(double)) ElementaryLoops.Apply<TFunction>((double*)a, (double*)output, scalar);
        else ElementaryLoops.Apply<TFunction>((float*)a, (float*)output, scalar);
    }

    private void MatrixProduct(T* a, T* b, T* output)
    {
        if (output != a && output != b)
        {
            TKernels.MatrixProduct(layout, a, b, output);
            return;
        }

        var product = Scratch(matrix);
        TKernels.MatrixProduct(layout, a, b, product);
        Elementwise.Copy(product, output, matrix);
    }

    /// <summary>The operand, or a copy of it when the output would overwrite it too early.</summary>
    private T* Apart(T* operand, T* output, nint count)
    {
        if (operand != output) return operand;
        var copy = Scratch(count);
        Elementwise.Copy(operand, copy, count);
        return copy;
    }

    private T* Scratch(nint count)
    {
        var bytes = (nuint)(count * sizeof(T));
        if (scratch.Size < bytes)
        {
            scratch.Dispose();
            scratch = new NativeBuffer(bytes);
        }

        return (T*)scratch.Pointer;
    }
}
