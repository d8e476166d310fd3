namespace AutoMLZero.Language;

/// <summary>The type of a memory cell: what an operation reads or writes.</summary>
public enum OperandType : byte
{
    /// <summary>No operand.</summary>
    None,

    /// <summary>One number (<c>s0</c>, <c>s1</c>, ...).</summary>
    Scalar,

    /// <summary>F numbers (<c>v0</c>, <c>v1</c>, ...), where F is the number of features.</summary>
    Vector,

    /// <summary>F x F numbers (<c>m0</c>, <c>m1</c>, ...).</summary>
    Matrix,
}
