using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// Runs steps of regression tasks with 4 features, without a call: the last scalar and the last vector stay in registers, since at this
/// size the way of each result through memory is what costs most. The bits are those of the kernels.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TBlocks">How many vectors the lanes of an element fill.</typeparam>
internal static unsafe class StreamLoop<T, TBlocks>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TBlocks : struct, IBlocks
{
    /// <summary>The number of features that the loop is made for.</summary>
    public const int Dimension = 4;

    /// <summary>Runs until all steps are done, every task has ended, or an instruction needs a kernel.</summary>
    /// <returns>Whether an instruction needs a kernel: the one before the next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Run(ref StreamState<T> state)
    {
        nint width = Vector512<T>.Count;
        var lanes = TBlocks.AreTwo ? 2 * width : width;
        var next = state.Instructions + state.Next;
        var memory = state.Memory;
        var example = state.Order[state.Step];
        var x = state.Features + (example * state.FeatureStride);
        var y = state.Labels + (example * state.LabelStride);
        var max = Vector512.Create(state.MaxAbsError);
        var alive = Load(state.Alive);
        var alive2 = TBlocks.AreTwo ? Load(state.Alive + width) : default;
        var s = Load(memory + state.LastScalar);
        var s2 = TBlocks.AreTwo ? Load(memory + state.LastScalar + width) : default;
        var last = memory + state.LastVector;
        var (v0, v1, v2, v3) = (Load(last), Load(last + lanes), Load(last + (2 * lanes)), Load(last + (3 * lanes)));
        var (w0, w1, w2, w3) = TBlocks.AreTwo
            ? (Load(last + width), Load(last + lanes + width), Load(last + (2 * lanes) + width), Load(last + (3 * lanes) + width))
            : default;
        while (true)
        {
            var instruction = next++;
            var output = memory + instruction->Output;
            var a = memory + instruction->A;
            var b = memory + instruction->B;
            switch (instruction->Op)
            {
                case StreamOp.EndStep:
                    if (++state.Step == state.Count || ((alive | alive2).AsUInt64() == Vector512<ulong>.Zero))
                    {
                        alive.StoreAligned(state.Alive);
                        if (TBlocks.AreTwo) alive2.StoreAligned(state.Alive + width);
                        return false;
                    }

                    example = state.Order[state.Step];
                    x = state.Features + (example * state.FeatureStride);
                    y = state.Labels + (example * state.LabelStride);
                    next = state.Instructions + state.Start;
                    break;

                case StreamOp.Kernel:
                    alive.StoreAligned(state.Alive);
                    if (TBlocks.AreTwo) alive2.StoreAligned(state.Alive + width);
                    state.Next = (int)(next - state.Instructions);
                    return true;

                case StreamOp.LoadLabel:
                    Load(y).StoreAligned(memory);
                    if (TBlocks.AreTwo) Load(y + width).StoreAligned(memory + width);
                    break;

                case StreamOp.CheckM:
                    {
                        var error = Vector512.Abs(Load(y) - Load(a));
                        var error2 = TBlocks.AreTwo ? Vector512.Abs(Load(y + width) - Load(a + width)) : default;
                        alive &= Vector512.LessThanOrEqual(error, max);
                        if (TBlocks.AreTwo) alive2 &= Vector512.LessThanOrEqual(error2, max);
                        if (state.Errors != null)
                        {
                            error.StoreAligned(state.Errors + (state.Step * lanes));
                            if (TBlocks.AreTwo) error2.StoreAligned(state.Errors + (state.Step * lanes) + width);
                        }
                    }
                    break;

                case StreamOp.CheckA:
                    {
                        var error = Vector512.Abs(Load(y) - s);
                        var error2 = TBlocks.AreTwo ? Vector512.Abs(Load(y + width) - s2) : default;
                        alive &= Vector512.LessThanOrEqual(error, max);
                        if (TBlocks.AreTwo) alive2 &= Vector512.LessThanOrEqual(error2, max);
                        if (state.Errors != null)
                        {
                            error.StoreAligned(state.Errors + (state.Step * lanes));
                            if (TBlocks.AreTwo) error2.StoreAligned(state.Errors + (state.Step * lanes) + width);
                        }
                    }
                    break;

                case StreamOp.RecordM:
                    Vector512.Abs(Load(y) - Load(a)).StoreAligned(state.Errors + (state.Step * lanes));
                    if (TBlocks.AreTwo) Vector512.Abs(Load(y + width) - Load(a + width)).StoreAligned(state.Errors + (state.Step * lanes) + width);
                    break;

                case StreamOp.RecordA:
                    Vector512.Abs(Load(y) - s).StoreAligned(state.Errors + (state.Step * lanes));
                    if (TBlocks.AreTwo) Vector512.Abs(Load(y + width) - s2).StoreAligned(state.Errors + (state.Step * lanes) + width);
                    break;

                case StreamOp.LoadFeatures:
                    (v0, v1, v2, v3) = (Load(x), Load(x + lanes), Load(x + (2 * lanes)), Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo)
                        (w0, w1, w2, w3) = (Load(x + width), Load(x + lanes + width), Load(x + (2 * lanes) + width), Load(x + (3 * lanes) + width));
                    break;

                case StreamOp.Constant:
                    s = Vector512.Create(state.Constants[instruction->A]);
                    s.StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = s).StoreAligned(output + width);
                    break;

                case StreamOp.AddMM:
                    (s = Load(a) + Load(b)).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = Load(a + width) + Load(b + width)).StoreAligned(output + width);
                    break;

                case StreamOp.AddAM:
                    (s = s + Load(b)).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = s2 + Load(b + width)).StoreAligned(output + width);
                    break;

                case StreamOp.SubtractMM:
                    (s = Load(a) - Load(b)).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = Load(a + width) - Load(b + width)).StoreAligned(output + width);
                    break;

                case StreamOp.SubtractAM:
                    (s = s - Load(b)).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = s2 - Load(b + width)).StoreAligned(output + width);
                    break;

                case StreamOp.SubtractMA:
                    (s = Load(a) - s).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = Load(a + width) - s2).StoreAligned(output + width);
                    break;

                case StreamOp.MultiplyMM:
                    (s = Load(a) * Load(b)).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = Load(a + width) * Load(b + width)).StoreAligned(output + width);
                    break;

                case StreamOp.MultiplyAM:
                    (s = s * Load(b)).StoreAligned(output);
                    if (TBlocks.AreTwo) (s2 = s2 * Load(b + width)).StoreAligned(output + width);
                    break;

                case StreamOp.DotMM:
                    s = (((Load(a) * Load(b)) + (Load(a + lanes) * Load(b + lanes))) + (Load(a + (2 * lanes)) * Load(b + (2 * lanes)))) + (Load(a + (3 * lanes)) * Load(b + (3 * lanes)));
                    s.StoreAligned(output);
                    if (TBlocks.AreTwo)
                    {
                        s2 = (((Load(a + width) * Load(b + width)) + (Load(a + lanes + width) * Load(b + lanes + width))) + (Load(a + (2 * lanes) + width) * Load(b + (2 * lanes) + width))) + (Load(a + (3 * lanes) + width) * Load(b + (3 * lanes) + width));
                        s2.StoreAligned(output + width);
                    }
                    break;

                case StreamOp.DotAM:
                    s = (((v0 * Load(b)) + (v1 * Load(b + lanes))) + (v2 * Load(b + (2 * lanes)))) + (v3 * Load(b + (3 * lanes)));
                    s.StoreAligned(output);
                    if (TBlocks.AreTwo)
                    {
                        s2 = (((w0 * Load(b + width)) + (w1 * Load(b + lanes + width))) + (w2 * Load(b + (2 * lanes) + width))) + (w3 * Load(b + (3 * lanes) + width));
                        s2.StoreAligned(output + width);
                    }
                    break;

                case StreamOp.DotMX:
                    s = (((Load(a) * Load(x)) + (Load(a + lanes) * Load(x + lanes))) + (Load(a + (2 * lanes)) * Load(x + (2 * lanes)))) + (Load(a + (3 * lanes)) * Load(x + (3 * lanes)));
                    s.StoreAligned(output);
                    if (TBlocks.AreTwo)
                    {
                        s2 = (((Load(a + width) * Load(x + width)) + (Load(a + lanes + width) * Load(x + lanes + width))) + (Load(a + (2 * lanes) + width) * Load(x + (2 * lanes) + width))) + (Load(a + (3 * lanes) + width) * Load(x + (3 * lanes) + width));
                        s2.StoreAligned(output + width);
                    }
                    break;

                case StreamOp.DotAX:
                    s = (((v0 * Load(x)) + (v1 * Load(x + lanes))) + (v2 * Load(x + (2 * lanes)))) + (v3 * Load(x + (3 * lanes)));
                    s.StoreAligned(output);
                    if (TBlocks.AreTwo)
                    {
                        s2 = (((w0 * Load(x + width)) + (w1 * Load(x + lanes + width))) + (w2 * Load(x + (2 * lanes) + width))) + (w3 * Load(x + (3 * lanes) + width));
                        s2.StoreAligned(output + width);
                    }
                    break;

                case StreamOp.DotXX:
                    s = (((Load(x) * Load(x)) + (Load(x + lanes) * Load(x + lanes))) + (Load(x + (2 * lanes)) * Load(x + (2 * lanes)))) + (Load(x + (3 * lanes)) * Load(x + (3 * lanes)));
                    s.StoreAligned(output);
                    if (TBlocks.AreTwo)
                    {
                        s2 = (((Load(x + width) * Load(x + width)) + (Load(x + lanes + width) * Load(x + lanes + width))) + (Load(x + (2 * lanes) + width) * Load(x + (2 * lanes) + width))) + (Load(x + (3 * lanes) + width) * Load(x + (3 * lanes) + width));
                        s2.StoreAligned(output + width);
                    }
                    break;

                case StreamOp.ScaleMM:
                    {
                        var factor = Load(a);
                        var factor2 = TBlocks.AreTwo ? Load(a + width) : default;
                        (v0 = factor * Load(b)).StoreAligned(output);
                        (v1 = factor * Load(b + lanes)).StoreAligned(output + lanes);
                        (v2 = factor * Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                        (v3 = factor * Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                        if (TBlocks.AreTwo)
                        {
                            (w0 = factor2 * Load(b + width)).StoreAligned(output + width);
                            (w1 = factor2 * Load(b + lanes + width)).StoreAligned(output + lanes + width);
                            (w2 = factor2 * Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                            (w3 = factor2 * Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                        }
                    }
                    break;

                case StreamOp.ScaleAM:
                    (v0 = s * Load(b)).StoreAligned(output);
                    (v1 = s * Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = s * Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = s * Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = s2 * Load(b + width)).StoreAligned(output + width);
                        (w1 = s2 * Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = s2 * Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = s2 * Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.ScaleMA:
                    {
                        var factor = Load(a);
                        var factor2 = TBlocks.AreTwo ? Load(a + width) : default;
                        (v0 = factor * v0).StoreAligned(output);
                        (v1 = factor * v1).StoreAligned(output + lanes);
                        (v2 = factor * v2).StoreAligned(output + (2 * lanes));
                        (v3 = factor * v3).StoreAligned(output + (3 * lanes));
                        if (TBlocks.AreTwo)
                        {
                            (w0 = factor2 * w0).StoreAligned(output + width);
                            (w1 = factor2 * w1).StoreAligned(output + lanes + width);
                            (w2 = factor2 * w2).StoreAligned(output + (2 * lanes) + width);
                            (w3 = factor2 * w3).StoreAligned(output + (3 * lanes) + width);
                        }
                    }
                    break;

                case StreamOp.ScaleAA:
                    (v0 = s * v0).StoreAligned(output);
                    (v1 = s * v1).StoreAligned(output + lanes);
                    (v2 = s * v2).StoreAligned(output + (2 * lanes));
                    (v3 = s * v3).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = s2 * w0).StoreAligned(output + width);
                        (w1 = s2 * w1).StoreAligned(output + lanes + width);
                        (w2 = s2 * w2).StoreAligned(output + (2 * lanes) + width);
                        (w3 = s2 * w3).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.ScaleMX:
                    {
                        var factor = Load(a);
                        var factor2 = TBlocks.AreTwo ? Load(a + width) : default;
                        (v0 = factor * Load(x)).StoreAligned(output);
                        (v1 = factor * Load(x + lanes)).StoreAligned(output + lanes);
                        (v2 = factor * Load(x + (2 * lanes))).StoreAligned(output + (2 * lanes));
                        (v3 = factor * Load(x + (3 * lanes))).StoreAligned(output + (3 * lanes));
                        if (TBlocks.AreTwo)
                        {
                            (w0 = factor2 * Load(x + width)).StoreAligned(output + width);
                            (w1 = factor2 * Load(x + lanes + width)).StoreAligned(output + lanes + width);
                            (w2 = factor2 * Load(x + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                            (w3 = factor2 * Load(x + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                        }
                    }
                    break;

                case StreamOp.ScaleAX:
                    (v0 = s * Load(x)).StoreAligned(output);
                    (v1 = s * Load(x + lanes)).StoreAligned(output + lanes);
                    (v2 = s * Load(x + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = s * Load(x + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = s2 * Load(x + width)).StoreAligned(output + width);
                        (w1 = s2 * Load(x + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = s2 * Load(x + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = s2 * Load(x + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorAddMM:
                    (v0 = Load(a) + Load(b)).StoreAligned(output);
                    (v1 = Load(a + lanes) + Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = Load(a + (2 * lanes)) + Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = Load(a + (3 * lanes)) + Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = Load(a + width) + Load(b + width)).StoreAligned(output + width);
                        (w1 = Load(a + lanes + width) + Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = Load(a + (2 * lanes) + width) + Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = Load(a + (3 * lanes) + width) + Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorAddAM:
                    (v0 = v0 + Load(b)).StoreAligned(output);
                    (v1 = v1 + Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = v2 + Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = v3 + Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = w0 + Load(b + width)).StoreAligned(output + width);
                        (w1 = w1 + Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = w2 + Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = w3 + Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorSubtractMM:
                    (v0 = Load(a) - Load(b)).StoreAligned(output);
                    (v1 = Load(a + lanes) - Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = Load(a + (2 * lanes)) - Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = Load(a + (3 * lanes)) - Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = Load(a + width) - Load(b + width)).StoreAligned(output + width);
                        (w1 = Load(a + lanes + width) - Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = Load(a + (2 * lanes) + width) - Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = Load(a + (3 * lanes) + width) - Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorSubtractAM:
                    (v0 = v0 - Load(b)).StoreAligned(output);
                    (v1 = v1 - Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = v2 - Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = v3 - Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = w0 - Load(b + width)).StoreAligned(output + width);
                        (w1 = w1 - Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = w2 - Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = w3 - Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorSubtractMA:
                    (v0 = Load(a) - v0).StoreAligned(output);
                    (v1 = Load(a + lanes) - v1).StoreAligned(output + lanes);
                    (v2 = Load(a + (2 * lanes)) - v2).StoreAligned(output + (2 * lanes));
                    (v3 = Load(a + (3 * lanes)) - v3).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = Load(a + width) - w0).StoreAligned(output + width);
                        (w1 = Load(a + lanes + width) - w1).StoreAligned(output + lanes + width);
                        (w2 = Load(a + (2 * lanes) + width) - w2).StoreAligned(output + (2 * lanes) + width);
                        (w3 = Load(a + (3 * lanes) + width) - w3).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorMultiplyMM:
                    (v0 = Load(a) * Load(b)).StoreAligned(output);
                    (v1 = Load(a + lanes) * Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = Load(a + (2 * lanes)) * Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = Load(a + (3 * lanes)) * Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = Load(a + width) * Load(b + width)).StoreAligned(output + width);
                        (w1 = Load(a + lanes + width) * Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = Load(a + (2 * lanes) + width) * Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = Load(a + (3 * lanes) + width) * Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;

                case StreamOp.VectorMultiplyAM:
                    (v0 = v0 * Load(b)).StoreAligned(output);
                    (v1 = v1 * Load(b + lanes)).StoreAligned(output + lanes);
                    (v2 = v2 * Load(b + (2 * lanes))).StoreAligned(output + (2 * lanes));
                    (v3 = v3 * Load(b + (3 * lanes))).StoreAligned(output + (3 * lanes));
                    if (TBlocks.AreTwo)
                    {
                        (w0 = w0 * Load(b + width)).StoreAligned(output + width);
                        (w1 = w1 * Load(b + lanes + width)).StoreAligned(output + lanes + width);
                        (w2 = w2 * Load(b + (2 * lanes) + width)).StoreAligned(output + (2 * lanes) + width);
                        (w3 = w3 * Load(b + (3 * lanes) + width)).StoreAligned(output + (3 * lanes) + width);
                    }
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Load(T* source) => Vector512.LoadAligned(source);
}
