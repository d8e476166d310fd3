using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis.Algebra;

/// <summary>Runs instructions on field elements. Means what the engine means, apart from rounding, NaN and the order of numbers.</summary>
internal sealed class AlgebraicMachine(AlgebraicMemory memory)
{
    private readonly int dimension = memory.Dimension;
    private readonly ulong perElement = PrimeField.Invert((ulong)memory.Dimension);
    private readonly ulong[] result = new ulong[memory.Dimension * memory.Dimension];

    /// <summary>Runs the instructions of a function.</summary>
    /// <param name="instructions">The instructions.</param>
    /// <param name="function">Which function it is: together with the step it decides what random operations draw.</param>
    /// <param name="step">How often the function ran before.</param>
    public void Run(ReadOnlySpan<Instruction> instructions, ComponentFunction function, int step)
    {
        var (draws, guards) = (0UL, 0UL);
        foreach (ref readonly var instruction in instructions)
        {
            var info = instruction.Op.Info();
            if (info.IsGuard)
            {
                guards = Condition(guards, instruction);
                continue;
            }

            if (guards != 0) RunGuarded(instruction, info, guards, function, step, ref draws);
            else Run(instruction, info, function, step, ref draws);
            guards = 0;
        }
    }

    /// <summary>Whether a guard allows it has no meaning in a field: what comes of it is a hash of the condition, the old and the new.</summary>
    private void RunGuarded(in Instruction instruction, OpInfo info, ulong guards, ComponentFunction function, int step, ref ulong draws)
    {
        if (info.Output == OperandType.None) return;
        var output = memory.Elements(info.Output, instruction.Output);
        var old = output.ToArray();
        Run(instruction, info, function, step, ref draws);
        for (var i = 0; i < output.Length; i++)
        {
            if (output[i] != old[i]) output[i] = AlgebraicFunctions.Hash(guards, SplitMix.Mix((old[i] * 3) + output[i]));
        }
    }

    /// <summary>What stands for all guards so far; never 0.</summary>
    private ulong Condition(ulong guards, in Instruction guard)
    {
        var condition = SplitMix.Mix((guards * 3) + (ulong)guard.Op);
        condition = SplitMix.Mix((condition * 3) + memory.Scalar(guard.Input1));
        return SplitMix.Mix((condition * 3) + memory.Scalar(guard.Input2)) | 1;
    }

    private void Run(in Instruction instruction, OpInfo info, ComponentFunction function, int step, ref ulong draws)
    {
        if (info.Output == OperandType.None) return;
        var output = memory.Elements(info.Output, instruction.Output);
        if (info.IsRandom) Draw(instruction, output, SplitMix.Derive(((ulong)function << 32) + (ulong)step, draws++));
        else if (info.InputCount == 0) SetConstant(instruction, output);
        else if (info.Input1 == info.Output && (info.InputCount == 1 || info.Input2 == info.Output)) Elementwise(instruction, info, output);
        else Structure(instruction, info, output);
    }

    private void SetConstant(in Instruction instruction, Span<ulong> output)
    {
        if (instruction.Op == Op.ScalarConstant) output[0] = PrimeField.OfNumber(instruction.Constant1);
        else if (instruction.Op == Op.VectorConstant) SetElement(output, Place(instruction.Constant1), PrimeField.OfNumber(instruction.Constant2));
        else SetElement(output, ((long)Place(instruction.Constant1) * dimension) + Place(instruction.Constant2), PrimeField.OfNumber(instruction.Constant3));
    }

    private int Place(double index) => (int)(memory.Features * index);

    /// <summary>Where there are fewer elements than features, several places share one; which was meant goes into its value.</summary>
    private static void SetElement(Span<ulong> output, long place, ulong element)
    {
        var (lap, index) = Math.DivRem(place, output.Length);
        output[(int)index] = lap == 0 ? element : AlgebraicFunctions.Hash((ulong)lap, element);
    }

    private static ulong Element(ReadOnlySpan<ulong> values, int place)
    {
        var (lap, index) = Math.DivRem(place, values.Length);
        return lap == 0 ? values[index] : AlgebraicFunctions.Hash((ulong)lap, values[index]);
    }

    private static void Draw(in Instruction instruction, Span<ulong> output, ulong draw)
    {
        var isGaussian = instruction.Op is Op.ScalarGaussian or Op.VectorGaussian or Op.MatrixGaussian;
        var first = PrimeField.OfNumber(instruction.Constant1);
        var scale = PrimeField.OfNumber(instruction.Constant2);
        if (!isGaussian) scale = instruction.Constant1 < instruction.Constant2 ? PrimeField.Subtract(scale, first) : 0;
        for (var i = 0; i < output.Length; i++)
        {
            var drawn = AlgebraicFunctions.Hash(draw, ((ulong)i * 2) + (isGaussian ? 1UL : 0));
            output[i] = PrimeField.Add(first, PrimeField.Multiply(scale, drawn));
        }
    }

    private void Elementwise(in Instruction instruction, OpInfo info, Span<ulong> output)
    {
        var a = memory.Elements(info.Output, instruction.Input1);
        var b = info.InputCount == 2 ? memory.Elements(info.Output, instruction.Input2) : a;
        switch (instruction.Op)
        {
            case Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd:
                for (var i = 0; i < output.Length; i++) output[i] = PrimeField.Add(a[i], b[i]);
                break;
            case Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract:
                for (var i = 0; i < output.Length; i++) output[i] = PrimeField.Subtract(a[i], b[i]);
                break;
            case Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply:
                for (var i = 0; i < output.Length; i++) output[i] = PrimeField.Multiply(a[i], b[i]);
                break;
            case Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide:
                for (var i = 0; i < output.Length; i++) output[i] = AlgebraicFunctions.Divide(a[i], b[i]);
                break;
            case Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum:
                for (var i = 0; i < output.Length; i++) output[i] = AlgebraicFunctions.Minimum(a[i], b[i]);
                break;
            case Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum:
                for (var i = 0; i < output.Length; i++) output[i] = AlgebraicFunctions.Maximum(a[i], b[i]);
                break;
            case Op.MatrixTranspose:
                Transpose(a, output);
                break;
            case Op.MatrixProduct:
                Product(a, b, dimension, output);
                break;
            default:
                var function = ScalarForm(instruction.Op);
                for (var i = 0; i < output.Length; i++) output[i] = AlgebraicFunctions.Of(function, a[i]);
                break;
        }
    }

    private static Op ScalarForm(Op op) => op switch
    {
        Op.VectorAbs or Op.MatrixAbs => Op.ScalarAbs,
        Op.VectorReciprocal or Op.MatrixReciprocal => Op.ScalarReciprocal,
        Op.MatrixHeaviside => Op.VectorHeaviside,
        _ => op,
    };

    private void Structure(in Instruction instruction, OpInfo info, Span<ulong> output)
    {
        var a = memory.Elements(info.Input1, instruction.Input1);
        var b = info.InputCount == 2 ? memory.Elements(info.Input2, instruction.Input2) : a;
        switch (instruction.Op)
        {
            case Op.VectorScale or Op.MatrixScale:
                var factor = a[0];
                for (var i = 0; i < output.Length; i++) output[i] = PrimeField.Multiply(factor, b[i]);
                break;
            case Op.ScalarBroadcast:
                output.Fill(a[0]);
                break;
            case Op.VectorElement:
                output[0] = Element(a, Place(instruction.Constant1));
                break;
            case Op.SetElement:
                SetElement(output, Place(instruction.Constant1), a[0]);
                break;
            case Op.VectorDot:
                output[0] = Dot(a, b);
                break;
            case Op.VectorOuter:
                for (var i = 0; i < output.Length; i++) output[i] = PrimeField.Multiply(a[i / dimension], b[i % dimension]);
                break;
            case Op.MatrixVectorProduct:
                Product(a, b, 1, output);
                break;
            case Op.VectorBroadcastColumns:
                for (var i = 0; i < output.Length; i++) output[i] = a[i / dimension];
                break;
            case Op.VectorBroadcastRows:
                for (var i = 0; i < output.Length; i++) output[i] = a[i % dimension];
                break;
            case Op.MatrixColumnNorm:
                ColumnNorms(a, output);
                break;
            case Op.MatrixRowNorm or Op.MatrixRowMean or Op.MatrixRowStd:
                for (var i = 0; i < output.Length; i++) output[i] = Statistic(instruction.Op, a.Slice(i * dimension, dimension));
                break;
            default:
                output[0] = Statistic(instruction.Op, a);
                break;
        }
    }

    private ulong Statistic(Op op, ReadOnlySpan<ulong> values) => op switch
    {
        Op.VectorNorm or Op.MatrixNorm or Op.MatrixRowNorm => AlgebraicFunctions.Root(Dot(values, values)),
        Op.VectorMean or Op.MatrixMean or Op.MatrixRowMean => Mean(Sum(values), values.Length),
        _ => Deviation(values),
    };

    private ulong Deviation(ReadOnlySpan<ulong> values)
    {
        var mean = Mean(Sum(values), values.Length);
        return AlgebraicFunctions.Root(PrimeField.Subtract(Mean(Dot(values, values), values.Length), PrimeField.Multiply(mean, mean)));
    }

    private ulong Mean(ulong sum, int count)
    {
        var mean = PrimeField.Multiply(sum, perElement);
        return count == dimension ? mean : PrimeField.Multiply(mean, perElement);
    }

    private static ulong Sum(ReadOnlySpan<ulong> values)
    {
        var sum = 0UL;
        foreach (var value in values) sum = PrimeField.Add(sum, value);
        return sum;
    }

    private static ulong Dot(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var sum = 0UL;
        for (var i = 0; i < a.Length; i++) sum = PrimeField.Add(sum, PrimeField.Multiply(a[i], b[i]));
        return sum;
    }

    private void ColumnNorms(ReadOnlySpan<ulong> a, Span<ulong> output)
    {
        for (var column = 0; column < dimension; column++)
        {
            var sum = 0UL;
            for (var row = 0; row < dimension; row++)
            {
                var value = a[(row * dimension) + column];
                sum = PrimeField.Add(sum, PrimeField.Multiply(value, value));
            }

            output[column] = AlgebraicFunctions.Root(sum);
        }
    }

    private void Transpose(ReadOnlySpan<ulong> a, Span<ulong> output)
    {
        for (var i = 0; i < output.Length; i++) result[i] = a[(i % dimension * dimension) + (i / dimension)];
        result.AsSpan(0, output.Length).CopyTo(output);
    }

    /// <summary>The product of a matrix with a matrix of some columns.</summary>
    private void Product(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, int columns, Span<ulong> output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            var sum = 0UL;
            for (var k = 0; k < dimension; k++)
                sum = PrimeField.Add(sum, PrimeField.Multiply(a[(row * dimension) + k], b[(k * columns) + column]));
            result[i] = sum;
        }

        result.AsSpan(0, output.Length).CopyTo(output);
    }
}
