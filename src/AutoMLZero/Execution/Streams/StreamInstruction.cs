namespace AutoMLZero.Execution.Streams;

/// <summary>An instruction of a stream, in 16 bytes.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Output">Offset of the cell written.</param>
/// <param name="A">Offset of the first operand in memory; the number of an instruction or a constant.</param>
/// <param name="B">Offset of the second operand in memory.</param>
internal readonly record struct StreamInstruction(StreamOp Op, int Output = 0, int A = 0, int B = 0);
