using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Execution.Kernels;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution;

/// <summary>Runs instructions on all lanes, each by its kernel.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class LaneInterpreter<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int dimension;
    private readonly int lanes;
    private readonly nint scalar;
    private readonly nint vector;
    private readonly nint matrix;
    private readonly NativeBuffer stepKeys;
    private NativeBuffer scratch = new(0);

    /// <summary>Makes an interpreter for a layout.</summary>
    public LaneInterpreter(LaneLayout<T> layout)
    {
        (dimension, lanes) = (layout.Dimension, layout.Lanes);
        (scalar, vector, matrix) = (layout.Size(OperandType.Scalar), layout.Size(OperandType.Vector), layout.Size(OperandType.Matrix));
        stepKeys = new NativeBuffer((nuint)(lanes * sizeof(ulong)));
    }

    /// <summary>Runs instructions in order.</summary>
    /// <param name="instructions">The instructions.</param>
    /// <param name="step">Number of examples seen before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<LoweredInstruction<T>> instructions, long step)
    {
        foreach (ref readonly var instruction in instructions)
        {
            if (instruction.Op < Op.ScalarConstant) Compute(instruction.Op, instruction.Input1, instruction.Input2, instruction.Output);
            else Set(instruction, step);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stepKeys.Dispose();
        scratch.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            case Op.VectorScale: LaneStructures<T>.Scale(a, b, o, dimension, lanes); break;
            case Op.ScalarBroadcast: LaneStructures<T>.Broadcast(a, o, dimension, lanes); break;
            case Op.VectorReciprocal: Elementwise.Unary<Reciprocal<T>, T>(a, o, vector); break;
            case Op.VectorNorm: LaneReductions<T>.Norm(a, o, 1, 0, 1, dimension, lanes); break;
            case Op.VectorAbs: Elementwise.Unary<Abs<T>, T>(a, o, vector); break;
            case Op.VectorAdd: Elementwise.Binary<Add<T>, T>(a, b, o, vector); break;
            case Op.VectorSubtract: Elementwise.Binary<Subtract<T>, T>(a, b, o, vector); break;
            case Op.VectorMultiply: Elementwise.Binary<Multiply<T>, T>(a, b, o, vector); break;
            case Op.VectorDivide: Elementwise.Binary<Divide<T>, T>(a, b, o, vector); break;
            case Op.VectorDot: LaneReductions<T>.Dot(a, b, o, dimension, lanes); break;
            case Op.VectorOuter: LaneStructures<T>.Outer(a, b, o, dimension, lanes); break;
            case Op.MatrixScale: LaneStructures<T>.Scale(a, b, o, (nint)dimension * dimension, lanes); break;
            case Op.MatrixReciprocal: Elementwise.Unary<Reciprocal<T>, T>(a, o, matrix); break;
            case Op.MatrixVectorProduct: LaneReductions<T>.MatrixVector(a, Apart(b, o, vector), o, dimension, lanes); break;
            case Op.VectorBroadcastColumns: LaneStructures<T>.Columns(a, o, dimension, lanes); break;
            case Op.VectorBroadcastRows: LaneStructures<T>.Rows(a, o, dimension, lanes); break;
            case Op.MatrixNorm: LaneReductions<T>.MatrixNorm(a, o, dimension, lanes); break;
            case Op.MatrixColumnNorm: LaneReductions<T>.Norm(a, o, dimension, 1, dimension, dimension, lanes); break;
            case Op.MatrixRowNorm: LaneReductions<T>.Norm(a, o, dimension, dimension, 1, dimension, lanes); break;
            case Op.MatrixTranspose: LaneStructures<T>.Transpose(Apart(a, o, matrix), o, dimension, lanes); break;
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
            case Op.VectorMean: LaneReductions<T>.Mean(a, o, 1, 0, 1, dimension, lanes); break;
            case Op.MatrixMean: LaneReductions<T>.MatrixMean(a, o, dimension, lanes); break;
            case Op.MatrixRowMean: LaneReductions<T>.Mean(a, o, dimension, dimension, 1, dimension, lanes); break;
            case Op.MatrixRowStd: LaneReductions<T>.Std(a, o, dimension, dimension, 1, dimension, lanes); break;
            case Op.VectorStd: LaneReductions<T>.Std(a, o, 1, 0, 1, dimension, lanes); break;
            case Op.MatrixStd: LaneReductions<T>.MatrixStd(a, o, dimension, lanes); break;
        }
    }

    private void Set(in LoweredInstruction<T> instruction, long step)
    {
        var (c1, c2) = (instruction.Constant1, instruction.Constant2);
        switch (instruction.Op)
        {
            case Op.ScalarConstant: Elementwise.Fill(T.CreateTruncating(c1), instruction.Output, scalar); break;
            case Op.VectorConstant: SetElement(instruction.Output, Position(c1), c2); break;
            case Op.MatrixConstant: SetElement(instruction.Output, (Position(c1) * dimension) + Position(c2), instruction.Constant3); break;
            case Op.ScalarUniform: Draw(new UniformDistribution(c1, c2), instruction, step, 1); break;
            case Op.VectorUniform: Draw(new UniformDistribution(c1, c2), instruction, step, dimension); break;
            case Op.MatrixUniform: Draw(new UniformDistribution(c1, c2), instruction, step, (nint)dimension * dimension); break;
            case Op.ScalarGaussian: Draw(new NormalDistribution(c1, c2), instruction, step, 1); break;
            case Op.VectorGaussian: Draw(new NormalDistribution(c1, c2), instruction, step, dimension); break;
            case Op.MatrixGaussian: Draw(new NormalDistribution(c1, c2), instruction, step, (nint)dimension * dimension); break;
        }
    }

    private nint Position(double index) => (nint)Math.Floor(dimension * index);

    private void SetElement(T* output, nint element, double value) => Elementwise.Fill(T.CreateTruncating(value), output + (element * lanes), lanes);

    private void Draw<TDistribution>(TDistribution distribution, in LoweredInstruction<T> instruction, long step, nint elements)
        where TDistribution : struct, IDistribution
    {
        var key = (ulong*)stepKeys.Pointer;
        for (var lane = 0; lane < lanes; lane++) key[lane] = CounterRandom.StepKey(instruction.Keys[lane], step);
        for (nint element = 0; element < elements; element++)
            RandomFill.Lanes(distribution, key, element, instruction.Output + (element * lanes), lanes);
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
            LaneReductions<T>.MatrixMatrix(a, b, output, dimension, lanes);
            return;
        }

        var product = Scratch(matrix);
        LaneReductions<T>.MatrixMatrix(a, b, product, dimension, lanes);
        LaneStructures<T>.Copy(product, output, matrix);
    }

    /// <summary>The operand, or a copy of it when the output would overwrite it too early.</summary>
    private T* Apart(T* operand, T* output, nint count)
    {
        if (operand != output) return operand;
        var copy = Scratch(count);
        LaneStructures<T>.Copy(operand, copy, count);
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
