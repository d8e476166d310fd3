namespace AutoMLZero.Execution.Streams;

/// <summary>
/// What a <see cref="StreamInstruction{T}"/> does. The letters say where the operands are: in memory (M), in the accumulator that holds the last
/// scalar or the last vector (A), or in the features of the example (X). An operand from an accumulator does not wait for memory.
/// </summary>
internal enum StreamOp
{
    /// <summary>Ends the step: goes to the next example.</summary>
    EndStep,

    /// <summary>Leaves the stream for an instruction that has a kernel only.</summary>
    Kernel,

    /// <summary>Takes the prediction into the accumulator, checks its error, and copies the label to the output.</summary>
    CheckM,
    CheckA,

    /// <summary>Takes the prediction into the accumulator, and keeps its error.</summary>
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

    /// <summary>The vector in the accumulator plus another times the scalar in the accumulator.</summary>
    AddScaledM,
    AddScaledX,
}
