namespace AutoMLZero.Language;

/// <summary>How many addresses of each type a program may use.</summary>
/// <param name="Scalars">Number of scalars, 2 to 256 (<c>s0</c> is the label, <c>s1</c> the prediction).</param>
/// <param name="Vectors">Number of vectors, 1 to 256 (<c>v0</c> holds the features).</param>
/// <param name="Matrices">Number of matrices, 0 to 256.</param>
public readonly record struct MemoryShape(int Scalars, int Vectors, int Matrices)
{
    /// <summary>The largest number of addresses of one type: an address is one byte.</summary>
    public const int MaxAddresses = 256;

    /// <summary>The shape that holds every program that can be written.</summary>
    public static MemoryShape Largest { get; } = new(MaxAddresses, MaxAddresses, MaxAddresses);

    /// <summary>The number of addresses of a type.</summary>
    /// <param name="type">Scalar, vector or matrix.</param>
    public int Count(OperandType type) => type switch
    {
        OperandType.Scalar => Scalars,
        OperandType.Vector => Vectors,
        OperandType.Matrix => Matrices,
        _ => 0,
    };

    /// <summary>Checks the three numbers.</summary>
    /// <returns>This shape.</returns>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public MemoryShape Validated()
    {
        Check(Scalars, 2, "scalars");
        Check(Vectors, 1, "vectors");
        Check(Matrices, 0, "matrices");
        return this;
    }

    private static void Check(int count, int least, string name)
    {
        if (count < least || count > MaxAddresses)
            throw new InputException($"the number of {name} is {count}, expected {least} to {MaxAddresses}");
    }
}
