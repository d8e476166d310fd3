namespace AutoMLZero.Execution.Streams;

/// <summary>
/// What a <see cref="StreamInstruction"/> does. The letters say where the operands are: in memory (M), in the accumulator that holds the last
/// scalar or the last vector (A), or in the features of the example (X). An operand from an accumulator does not wait for memory.
/// </summary>
internal enum StreamOp
{
    /// <summary>Ends the step: goes to the next example.</summary>
    EndStep,

    /// <summary>Leaves the stream for an instruction that has a kernel only.</summary>
    Kernel,

    /// <summary>Copies the labels to <c>s0</c>.</summary>
    LoadLabel,

    /// <summary>Takes the error of the prediction, from memory or from the accumulator.</summary>
    CheckM,
    CheckA,

    /// <summary>Keeps the error of the prediction, from memory or from the accumulator.</summary>
    RecordM,
    RecordA,

    /// <summary>Takes the features into the accumulator of vectors.</summary>
    LoadFeatures,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>Scalar operations.</summary>
    AddMM,
    AddAM,
    SubtractMM,
    SubtractAM,
    SubtractMA,
    MultiplyMM,
    MultiplyAM,

    /// <summary>Inner products.</summary>
    DotMM,
    DotAM,
    DotMX,
    DotAX,
    DotXX,

    /// <summary>A scalar times a vector.</summary>
    ScaleMM,
    ScaleAM,
    ScaleMA,
    ScaleAA,
    ScaleMX,
    ScaleAX,

    /// <summary>Vector operations.</summary>
    VectorAddMM,
    VectorAddAM,
    VectorSubtractMM,
    VectorSubtractAM,
    VectorSubtractMA,
    VectorMultiplyMM,
    VectorMultiplyAM,
}
