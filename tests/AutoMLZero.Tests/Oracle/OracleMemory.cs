using System.Numerics;

namespace AutoMLZero.Tests.Oracle;

/// <summary>The memory of one task: zero at the start, made when first asked for.</summary>
/// <param name="dimension">Number of features F.</param>
internal sealed class OracleMemory<T>(int dimension)
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private readonly T[]?[] vectors = new T[256][];
    private readonly T[]?[] matrices = new T[256][];

    /// <summary>Number of features F.</summary>
    public int Dimension => dimension;

    /// <summary>The scalars.</summary>
    public T[] Scalars { get; } = new T[256];

    /// <summary>A vector: F elements.</summary>
    public T[] Vector(int address) => vectors[address] ??= new T[dimension];

    /// <summary>A matrix, row by row: element (i, j) is at i * F + j.</summary>
    public T[] Matrix(int address) => matrices[address] ??= new T[dimension * dimension];

    /// <summary>Replaces a vector.</summary>
    public void SetVector(int address, T[] value) => vectors[address] = value;

    /// <summary>Replaces a matrix.</summary>
    public void SetMatrix(int address, T[] value) => matrices[address] = value;
}
