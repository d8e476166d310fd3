namespace AutoMLZero.Execution.Streams;

/// <summary>
/// What a <see cref="StreamInstruction{T}"/> does. The letters say where the operands are: in memory (M), in the accumulator that holds the last
/// scalar or the last vector (A), or in the features of the example (X). An operand from an accumulator does not wait for memory. The first operand in
/// memory is the one called A in the instruction.
/// </summary>
internal enum StreamOp : byte
{
    /// <summary>Ends the step: goes to the next example.</summary>
    EndStep,

    /// <summary>Ends <c>Setup</c>: takes what a training step starts with into the accumulators, and goes on with the first if there is one.</summary>
    Enter,

    /// <summary>Leaves the stream for an instruction that has a kernel only.</summary>
    Kernel,

    /// <summary>Takes the features into the accumulator of vectors.</summary>
    LoadFeatures,

    /// <summary>Takes the prediction into the accumulator, checks its error, and copies the label to the output.</summary>
    CheckM,
    CheckA,

    /// <summary>Takes the prediction into the accumulator, keeps its error, and ends the step.</summary>
    RecordM,
    RecordA,

    /// <summary>Keeps the error of the inner product of a vector with the features, of all examples that are left.</summary>
    RecordDots,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>Scalar operations.</summary>
    AddMM,
    AddAM,
    AddAA,
    SubtractMM,
    SubtractAM,
    SubtractMA,
    SubtractAA,
    MultiplyMM,
    MultiplyAM,
    MultiplyAA,

    /// <summary>Inner products.</summary>
    DotMM,
    DotAM,
    DotAA,
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
    VectorAddAA,
    VectorAddMX,
    VectorAddAX,
    VectorSubtractMM,
    VectorSubtractAM,
    VectorSubtractMA,
    VectorSubtractAA,
    VectorMultiplyMM,
    VectorMultiplyAM,
    VectorMultiplyAA,

    /// <summary>The vector in the accumulator plus itself or the features times the scalar in the accumulator.</summary>
    AddScaledA,
    AddScaledX,
}
