using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// Runs steps of regression tasks with 4 features, without a call: the last scalar and the last vector stay in registers, since at this
/// size the way of each result through memory is what costs most; memory gets only what something reads there. The bits are those of the kernels.
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
        var tail = Dimension * width;
        var next = state.Next;
        var order = state.Order + state.Step;
        var end = state.Order + state.Count;
        var x = state.Features + (*order * state.FeatureStride);
        var y = state.Labels + (*order * state.LabelStride);
        var errors = state.Errors + (state.Step * state.ErrorStride);
        var max = Vector512.Create(state.MaxAbsError);
        var worst = WorstError<T>.Start(Load(state.Alive));
        var worst2 = TBlocks.HasSecond ? WorstError<T>.Start(Load(state.Alive + width)) : default;
        var total = Load(state.Totals);
        var total2 = TBlocks.HasSecond ? Load(state.Totals + width) : default;
        var s = Load(state.Start.Scalar);
        var s2 = TBlocks.HasSecond ? Load(state.Start.Scalar + width) : default;
        var last = state.Start.Vector;
        var (v0, v1, v2, v3) = (Load(last), Load(last + lanes), Load(last + (2 * lanes)), Load(last + (3 * lanes)));
        var (w0, w1, w2, w3) = TBlocks.AreTwo
            ? (Load(last + width), Load(last + lanes + width), Load(last + (2 * lanes) + width), Load(last + (3 * lanes) + width))
            : default;
        var w = TBlocks.IsShared ? Load(last + tail) : default;
        while (true)
        {
            var op = next->Op;
            var output = next->Output;
            var a = next->A;
            var b = next->B;
            next++;
            switch (op)
            {
                case StreamOp.EndStep:
                    goto EndStep;

                case StreamOp.Enter:
                    s = Load(a);
                    if (TBlocks.HasSecond) s2 = Load(a + width);
                    (v0, v1, v2, v3) = (Load(b), Load(b + lanes), Load(b + (2 * lanes)), Load(b + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(b + width), Load(b + lanes + width), Load(b + (2 * lanes) + width), Load(b + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(b + tail);
                    if (order == end) goto Finish;
                    break;

                case StreamOp.Kernel:
                    WorstError<T>.Within(worst, max).StoreAligned(state.Alive);
                    if (TBlocks.HasSecond) WorstError<T>.Within(worst2, max).StoreAligned(state.Alive + width);
                    total.StoreAligned(state.Totals);
                    if (TBlocks.HasSecond) total2.StoreAligned(state.Totals + width);
                    state.Step = (int)(order - state.Order);
                    state.Next = next;
                    return true;

                case StreamOp.CheckM:
                    s = Load(a);
                    if (TBlocks.HasSecond) s2 = Load(a + width);
                    goto case StreamOp.CheckA;

                case StreamOp.CheckA:
                    {
                        var label = Load(y);
                        var label2 = TBlocks.HasSecond ? Load(y + width) : default;
                        var error = Vector512.Abs(label - s);
                        var error2 = TBlocks.HasSecond ? Vector512.Abs(label2 - s2) : default;
                        worst = WorstError<T>.Of(worst, error);
                        if (TBlocks.HasSecond) worst2 = WorstError<T>.Of(worst2, error2);
                        if (errors != null)
                        {
                            error.StoreAligned(errors);
                            if (TBlocks.HasSecond) error2.StoreAligned(errors + width);
                        }

                        if (output == null) break;
                        label.StoreAligned(output);
                        if (TBlocks.HasSecond) label2.StoreAligned(output + width);
                    }
                    break;

                case StreamOp.RecordM:
                    s = Load(a);
                    if (TBlocks.HasSecond) s2 = Load(a + width);
                    goto case StreamOp.RecordA;

                case StreamOp.RecordA:
                    {
                        var error = Vector512.Abs(Load(y) - s);
                        var error2 = TBlocks.HasSecond ? Vector512.Abs(Load(y + width) - s2) : default;
                        if (errors == null)
                        {
                            worst = WorstError<T>.Of(worst, error);
                            total += error * error;
                            if (TBlocks.HasSecond) worst2 = WorstError<T>.Of(worst2, error2);
                            if (TBlocks.HasSecond) total2 += error2 * error2;
                        }
                        else
                        {
                            error.StoreAligned(errors);
                            if (TBlocks.HasSecond) error2.StoreAligned(errors + width);
                        }
                    }

                    goto EndStep;

                case StreamOp.RecordDots:
                    (v0, v1, v2, v3) = (Load(a), Load(a + lanes), Load(a + (2 * lanes)), Load(a + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width), Load(a + lanes + width), Load(a + (2 * lanes) + width), Load(a + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + tail);
                    while (true)
                    {
                        s = (((v0 * Load(x)) + (v1 * Load(x + lanes))) + (v2 * Load(x + (2 * lanes)))) + (v3 * Load(x + (3 * lanes)));
                        if (TBlocks.AreTwo) s2 = (((w0 * Load(x + width)) + (w1 * Load(x + lanes + width))) + (w2 * Load(x + (2 * lanes) + width))) + (w3 * Load(x + (3 * lanes) + width));
                        if (TBlocks.IsShared) s2 = Sum(w * Load(x + tail));
                        var error = Vector512.Abs(Load(y) - s);
                        var error2 = TBlocks.HasSecond ? Vector512.Abs(Load(y + width) - s2) : default;
                        if (errors == null)
                        {
                            worst = WorstError<T>.Of(worst, error);
                            total += error * error;
                            if (TBlocks.HasSecond) worst2 = WorstError<T>.Of(worst2, error2);
                            if (TBlocks.HasSecond) total2 += error2 * error2;
                        }
                        else
                        {
                            error.StoreAligned(errors);
                            if (TBlocks.HasSecond) error2.StoreAligned(errors + width);
                        }

                        if (++order == end) break;
                        x = state.Features + (*order * state.FeatureStride);
                        y = state.Labels + (*order * state.LabelStride);
                        errors += state.ErrorStride;
                    }

                    if (output != null)
                    {
                        s.StoreAligned(output);
                        if (TBlocks.HasSecond) s2.StoreAligned(output + width);
                    }

                    goto Finish;

                case StreamOp.LoadFeatures:
                    (v0, v1, v2, v3) = (Load(x), Load(x + lanes), Load(x + (2 * lanes)), Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(x + width), Load(x + lanes + width), Load(x + (2 * lanes) + width), Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(x + tail);
                    break;

                case StreamOp.Constant:
                    s = Vector512.Create(*a);
                    if (TBlocks.HasSecond) s2 = s;
                    goto StoreScalar;

                case StreamOp.AddMM:
                    s = Load(a) + Load(b);
                    if (TBlocks.HasSecond) s2 = Load(a + width) + Load(b + width);
                    goto StoreScalar;

                case StreamOp.AddAM:
                    s = s + Load(a);
                    if (TBlocks.HasSecond) s2 = s2 + Load(a + width);
                    goto StoreScalar;

                case StreamOp.AddAA:
                    s = s + s;
                    if (TBlocks.HasSecond) s2 = s2 + s2;
                    goto StoreScalar;

                case StreamOp.SubtractMM:
                    s = Load(a) - Load(b);
                    if (TBlocks.HasSecond) s2 = Load(a + width) - Load(b + width);
                    goto StoreScalar;

                case StreamOp.SubtractAM:
                    s = s - Load(a);
                    if (TBlocks.HasSecond) s2 = s2 - Load(a + width);
                    goto StoreScalar;

                case StreamOp.SubtractMA:
                    s = Load(a) - s;
                    if (TBlocks.HasSecond) s2 = Load(a + width) - s2;
                    goto StoreScalar;

                case StreamOp.SubtractAA:
                    s = s - s;
                    if (TBlocks.HasSecond) s2 = s2 - s2;
                    goto StoreScalar;

                case StreamOp.MultiplyMM:
                    s = Load(a) * Load(b);
                    if (TBlocks.HasSecond) s2 = Load(a + width) * Load(b + width);
                    goto StoreScalar;

                case StreamOp.MultiplyAM:
                    s = s * Load(a);
                    if (TBlocks.HasSecond) s2 = s2 * Load(a + width);
                    goto StoreScalar;

                case StreamOp.MultiplyAA:
                    s = s * s;
                    if (TBlocks.HasSecond) s2 = s2 * s2;
                    goto StoreScalar;

                case StreamOp.DotMM:
                    s = (((Load(a) * Load(b)) + (Load(a + lanes) * Load(b + lanes))) + (Load(a + (2 * lanes)) * Load(b + (2 * lanes)))) + (Load(a + (3 * lanes)) * Load(b + (3 * lanes)));
                    if (TBlocks.AreTwo) s2 = (((Load(a + width) * Load(b + width)) + (Load(a + lanes + width) * Load(b + lanes + width))) + (Load(a + (2 * lanes) + width) * Load(b + (2 * lanes) + width))) + (Load(a + (3 * lanes) + width) * Load(b + (3 * lanes) + width));
                    if (TBlocks.IsShared) s2 = Sum(Load(a + tail) * Load(b + tail));
                    goto StoreScalar;

                case StreamOp.DotAM:
                    s = (((v0 * Load(a)) + (v1 * Load(a + lanes))) + (v2 * Load(a + (2 * lanes)))) + (v3 * Load(a + (3 * lanes)));
                    if (TBlocks.AreTwo) s2 = (((w0 * Load(a + width)) + (w1 * Load(a + lanes + width))) + (w2 * Load(a + (2 * lanes) + width))) + (w3 * Load(a + (3 * lanes) + width));
                    if (TBlocks.IsShared) s2 = Sum(w * Load(a + tail));
                    goto StoreScalar;

                case StreamOp.DotAA:
                    s = (((v0 * v0) + (v1 * v1)) + (v2 * v2)) + (v3 * v3);
                    if (TBlocks.AreTwo) s2 = (((w0 * w0) + (w1 * w1)) + (w2 * w2)) + (w3 * w3);
                    if (TBlocks.IsShared) s2 = Sum(w * w);
                    goto StoreScalar;

                case StreamOp.DotMX:
                    s = (((Load(a) * Load(x)) + (Load(a + lanes) * Load(x + lanes))) + (Load(a + (2 * lanes)) * Load(x + (2 * lanes)))) + (Load(a + (3 * lanes)) * Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) s2 = (((Load(a + width) * Load(x + width)) + (Load(a + lanes + width) * Load(x + lanes + width))) + (Load(a + (2 * lanes) + width) * Load(x + (2 * lanes) + width))) + (Load(a + (3 * lanes) + width) * Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) s2 = Sum(Load(a + tail) * Load(x + tail));
                    goto StoreScalar;

                case StreamOp.DotAX:
                    s = (((v0 * Load(x)) + (v1 * Load(x + lanes))) + (v2 * Load(x + (2 * lanes)))) + (v3 * Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) s2 = (((w0 * Load(x + width)) + (w1 * Load(x + lanes + width))) + (w2 * Load(x + (2 * lanes) + width))) + (w3 * Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) s2 = Sum(w * Load(x + tail));
                    goto StoreScalar;

                case StreamOp.DotXX:
                    s = (((Load(x) * Load(x)) + (Load(x + lanes) * Load(x + lanes))) + (Load(x + (2 * lanes)) * Load(x + (2 * lanes)))) + (Load(x + (3 * lanes)) * Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) s2 = (((Load(x + width) * Load(x + width)) + (Load(x + lanes + width) * Load(x + lanes + width))) + (Load(x + (2 * lanes) + width) * Load(x + (2 * lanes) + width))) + (Load(x + (3 * lanes) + width) * Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) s2 = Sum(Load(x + tail) * Load(x + tail));
                    goto StoreScalar;

                case StreamOp.ScaleMM:
                    (v0, v1, v2, v3) = (Load(a) * Load(b), Load(a) * Load(b + lanes), Load(a) * Load(b + (2 * lanes)), Load(a) * Load(b + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) * Load(b + width), Load(a + width) * Load(b + lanes + width), Load(a + width) * Load(b + (2 * lanes) + width), Load(a + width) * Load(b + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + width) * Load(b + tail);
                    goto StoreVector;

                case StreamOp.ScaleAM:
                    (v0, v1, v2, v3) = (s * Load(a), s * Load(a + lanes), s * Load(a + (2 * lanes)), s * Load(a + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (s2 * Load(a + width), s2 * Load(a + lanes + width), s2 * Load(a + (2 * lanes) + width), s2 * Load(a + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = s2 * Load(a + tail);
                    goto StoreVector;

                case StreamOp.ScaleMA:
                    (v0, v1, v2, v3) = (Load(a) * v0, Load(a) * v1, Load(a) * v2, Load(a) * v3);
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) * w0, Load(a + width) * w1, Load(a + width) * w2, Load(a + width) * w3);
                    if (TBlocks.IsShared) w = Load(a + width) * w;
                    goto StoreVector;

                case StreamOp.ScaleAA:
                    (v0, v1, v2, v3) = (s * v0, s * v1, s * v2, s * v3);
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (s2 * w0, s2 * w1, s2 * w2, s2 * w3);
                    if (TBlocks.IsShared) w = s2 * w;
                    goto StoreVector;

                case StreamOp.ScaleMX:
                    (v0, v1, v2, v3) = (Load(a) * Load(x), Load(a) * Load(x + lanes), Load(a) * Load(x + (2 * lanes)), Load(a) * Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) * Load(x + width), Load(a + width) * Load(x + lanes + width), Load(a + width) * Load(x + (2 * lanes) + width), Load(a + width) * Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + width) * Load(x + tail);
                    goto StoreVector;

                case StreamOp.ScaleAX:
                    (v0, v1, v2, v3) = (s * Load(x), s * Load(x + lanes), s * Load(x + (2 * lanes)), s * Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (s2 * Load(x + width), s2 * Load(x + lanes + width), s2 * Load(x + (2 * lanes) + width), s2 * Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = s2 * Load(x + tail);
                    goto StoreVector;

                case StreamOp.VectorAddMM:
                    (v0, v1, v2, v3) = (Load(a) + Load(b), Load(a + lanes) + Load(b + lanes), Load(a + (2 * lanes)) + Load(b + (2 * lanes)), Load(a + (3 * lanes)) + Load(b + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) + Load(b + width), Load(a + lanes + width) + Load(b + lanes + width), Load(a + (2 * lanes) + width) + Load(b + (2 * lanes) + width), Load(a + (3 * lanes) + width) + Load(b + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + tail) + Load(b + tail);
                    goto StoreVector;

                case StreamOp.VectorAddAM:
                    (v0, v1, v2, v3) = (v0 + Load(a), v1 + Load(a + lanes), v2 + Load(a + (2 * lanes)), v3 + Load(a + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 + Load(a + width), w1 + Load(a + lanes + width), w2 + Load(a + (2 * lanes) + width), w3 + Load(a + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = w + Load(a + tail);
                    goto StoreVector;

                case StreamOp.VectorAddAA:
                    (v0, v1, v2, v3) = (v0 + v0, v1 + v1, v2 + v2, v3 + v3);
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 + w0, w1 + w1, w2 + w2, w3 + w3);
                    if (TBlocks.IsShared) w = w + w;
                    goto StoreVector;

                case StreamOp.VectorAddMX:
                    (v0, v1, v2, v3) = (Load(a) + Load(x), Load(a + lanes) + Load(x + lanes), Load(a + (2 * lanes)) + Load(x + (2 * lanes)), Load(a + (3 * lanes)) + Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) + Load(x + width), Load(a + lanes + width) + Load(x + lanes + width), Load(a + (2 * lanes) + width) + Load(x + (2 * lanes) + width), Load(a + (3 * lanes) + width) + Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + tail) + Load(x + tail);
                    goto StoreVector;

                case StreamOp.VectorAddAX:
                    (v0, v1, v2, v3) = (v0 + Load(x), v1 + Load(x + lanes), v2 + Load(x + (2 * lanes)), v3 + Load(x + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 + Load(x + width), w1 + Load(x + lanes + width), w2 + Load(x + (2 * lanes) + width), w3 + Load(x + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = w + Load(x + tail);
                    goto StoreVector;

                case StreamOp.VectorSubtractMM:
                    (v0, v1, v2, v3) = (Load(a) - Load(b), Load(a + lanes) - Load(b + lanes), Load(a + (2 * lanes)) - Load(b + (2 * lanes)), Load(a + (3 * lanes)) - Load(b + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) - Load(b + width), Load(a + lanes + width) - Load(b + lanes + width), Load(a + (2 * lanes) + width) - Load(b + (2 * lanes) + width), Load(a + (3 * lanes) + width) - Load(b + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + tail) - Load(b + tail);
                    goto StoreVector;

                case StreamOp.VectorSubtractAM:
                    (v0, v1, v2, v3) = (v0 - Load(a), v1 - Load(a + lanes), v2 - Load(a + (2 * lanes)), v3 - Load(a + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 - Load(a + width), w1 - Load(a + lanes + width), w2 - Load(a + (2 * lanes) + width), w3 - Load(a + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = w - Load(a + tail);
                    goto StoreVector;

                case StreamOp.VectorSubtractMA:
                    (v0, v1, v2, v3) = (Load(a) - v0, Load(a + lanes) - v1, Load(a + (2 * lanes)) - v2, Load(a + (3 * lanes)) - v3);
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) - w0, Load(a + lanes + width) - w1, Load(a + (2 * lanes) + width) - w2, Load(a + (3 * lanes) + width) - w3);
                    if (TBlocks.IsShared) w = Load(a + tail) - w;
                    goto StoreVector;

                case StreamOp.VectorSubtractAA:
                    (v0, v1, v2, v3) = (v0 - v0, v1 - v1, v2 - v2, v3 - v3);
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 - w0, w1 - w1, w2 - w2, w3 - w3);
                    if (TBlocks.IsShared) w = w - w;
                    goto StoreVector;

                case StreamOp.VectorMultiplyMM:
                    (v0, v1, v2, v3) = (Load(a) * Load(b), Load(a + lanes) * Load(b + lanes), Load(a + (2 * lanes)) * Load(b + (2 * lanes)), Load(a + (3 * lanes)) * Load(b + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (Load(a + width) * Load(b + width), Load(a + lanes + width) * Load(b + lanes + width), Load(a + (2 * lanes) + width) * Load(b + (2 * lanes) + width), Load(a + (3 * lanes) + width) * Load(b + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = Load(a + tail) * Load(b + tail);
                    goto StoreVector;

                case StreamOp.VectorMultiplyAM:
                    (v0, v1, v2, v3) = (v0 * Load(a), v1 * Load(a + lanes), v2 * Load(a + (2 * lanes)), v3 * Load(a + (3 * lanes)));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 * Load(a + width), w1 * Load(a + lanes + width), w2 * Load(a + (2 * lanes) + width), w3 * Load(a + (3 * lanes) + width));
                    if (TBlocks.IsShared) w = w * Load(a + tail);
                    goto StoreVector;

                case StreamOp.VectorMultiplyAA:
                    (v0, v1, v2, v3) = (v0 * v0, v1 * v1, v2 * v2, v3 * v3);
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 * w0, w1 * w1, w2 * w2, w3 * w3);
                    if (TBlocks.IsShared) w = w * w;
                    goto StoreVector;

                case StreamOp.AddScaledA:
                    (v0, v1, v2, v3) = (v0 + (s * v0), v1 + (s * v1), v2 + (s * v2), v3 + (s * v3));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 + (s2 * w0), w1 + (s2 * w1), w2 + (s2 * w2), w3 + (s2 * w3));
                    if (TBlocks.IsShared) w = w + (s2 * w);
                    goto StoreVector;

                case StreamOp.AddScaledX:
                    (v0, v1, v2, v3) = (v0 + (s * Load(x)), v1 + (s * Load(x + lanes)), v2 + (s * Load(x + (2 * lanes))), v3 + (s * Load(x + (3 * lanes))));
                    if (TBlocks.AreTwo) (w0, w1, w2, w3) = (w0 + (s2 * Load(x + width)), w1 + (s2 * Load(x + lanes + width)), w2 + (s2 * Load(x + (2 * lanes) + width)), w3 + (s2 * Load(x + (3 * lanes) + width)));
                    if (TBlocks.IsShared) w = w + (s2 * Load(x + tail));
                    goto StoreVector;
            }

            continue;

        EndStep:
            if (++order == end || WorstError<T>.AreAllAbove(TBlocks.HasSecond ? WorstError<T>.Least(worst, worst2) : worst, max)) goto Finish;
            x = state.Features + (*order * state.FeatureStride);
            y = state.Labels + (*order * state.LabelStride);
            errors += state.ErrorStride;
            next = state.Start.First;
            continue;

        StoreScalar:
            if (output == null) continue;
            s.StoreAligned(output);
            if (TBlocks.HasSecond) s2.StoreAligned(output + width);
            continue;

        StoreVector:
            if (output == null) continue;
            v0.StoreAligned(output);
            v1.StoreAligned(output + lanes);
            v2.StoreAligned(output + (2 * lanes));
            v3.StoreAligned(output + (3 * lanes));
            if (TBlocks.IsShared) w.StoreAligned(output + tail);
            if (!TBlocks.AreTwo) continue;
            w0.StoreAligned(output + width);
            w1.StoreAligned(output + lanes + width);
            w2.StoreAligned(output + (2 * lanes) + width);
            w3.StoreAligned(output + (3 * lanes) + width);
        }

    Finish:
        state.Step = (int)(order - state.Order);
        WorstError<T>.Within(worst, max).StoreAligned(state.Alive);
        total.StoreAligned(state.Totals);
        s.StoreAligned(state.Start.Scalar);
        last = state.Start.Vector;
        v0.StoreAligned(last);
        v1.StoreAligned(last + lanes);
        v2.StoreAligned(last + (2 * lanes));
        v3.StoreAligned(last + (3 * lanes));
        if (!TBlocks.HasSecond) return false;
        WorstError<T>.Within(worst2, max).StoreAligned(state.Alive + width);
        total2.StoreAligned(state.Totals + width);
        s2.StoreAligned(state.Start.Scalar + width);
        if (TBlocks.IsShared) w.StoreAligned(last + tail);
        if (!TBlocks.AreTwo) return false;
        w0.StoreAligned(last + width);
        w1.StoreAligned(last + lanes + width);
        w2.StoreAligned(last + (2 * lanes) + width);
        w3.StoreAligned(last + (3 * lanes) + width);
        return false;
    }

    /// <summary>Adds up the elements of the tasks that share a vector, in order: each pair of numbers of the sum is the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Sum(Vector512<T> shared) => ((Pair(shared, 0) + Pair(shared, 2)) + Pair(shared, 4)) + Pair(shared, 6);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Pair(Vector512<T> shared, [ConstantExpected] ulong first) =>
        Vector512.Shuffle(shared.AsUInt64(), Vector512.Create(first, first + 1, first, first + 1, first, first + 1, first, first + 1)).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Load(T* source) => Vector512.LoadAligned(source);
}
