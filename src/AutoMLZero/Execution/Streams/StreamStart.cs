namespace AutoMLZero.Execution.Streams;

/// <summary>Where a stream starts.</summary>
/// <param name="First">The place of its first instruction.</param>
/// <param name="Scalar">The cell whose value the accumulator of scalars holds at the start of a step.</param>
/// <param name="Vector">The cell whose value the accumulator of vectors holds at the start of a step.</param>
internal readonly record struct StreamStart(int First, int Scalar, int Vector);
