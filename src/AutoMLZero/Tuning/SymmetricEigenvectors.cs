namespace AutoMLZero.Tuning;

/// <summary>
/// Eigenvalues and eigenvectors of small symmetric matrices by Jacobi's rotations, row by row until nothing is left off the diagonal: slower than other
/// methods, but short, accurate, and made of IEEE operations only, so that the bits are the same everywhere.
/// </summary>
internal sealed class SymmetricEigenvectors
{
    private const int MostSweeps = 60;
    private const double Negligible = 1e-32;

    private readonly double[][] matrix;

    /// <summary>Prepares for matrices of a size.</summary>
    /// <param name="dimension">Number of rows.</param>
    public SymmetricEigenvectors(int dimension)
    {
        matrix = [.. Enumerable.Range(0, dimension).Select(_ => new double[dimension])];
        Vectors = [.. Enumerable.Range(0, dimension).Select(_ => new double[dimension])];
        Values = new double[dimension];
    }

    /// <summary>The eigenvalues, in no order.</summary>
    public double[] Values { get; }

    /// <summary>The eigenvectors, of length 1, in the order of the eigenvalues.</summary>
    public double[][] Vectors { get; }

    /// <summary>Decomposes a symmetric matrix.</summary>
    /// <param name="symmetric">Its rows.</param>
    public void Decompose(double[][] symmetric)
    {
        for (var i = 0; i < matrix.Length; i++)
        {
            symmetric[i].CopyTo(matrix[i], 0);
            Array.Clear(Vectors[i]);
            Vectors[i][i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(); sweep++) Sweep();
        for (var i = 0; i < matrix.Length; i++) Values[i] = matrix[i][i];
    }

    private bool IsDiagonal()
    {
        var (diagonal, rest) = (0.0, 0.0);
        for (var i = 0; i < matrix.Length; i++)
        {
            diagonal += matrix[i][i] * matrix[i][i];
            for (var j = 0; j < i; j++) rest += matrix[i][j] * matrix[i][j];
        }

        return rest <= Negligible * diagonal;
    }

    private void Sweep()
    {
        for (var p = 0; p < matrix.Length; p++)
        {
            for (var q = p + 1; q < matrix.Length; q++)
            {
                if (matrix[p][q] != 0) Rotate(p, q);
            }
        }
    }

    /// <summary>The rotation of rows and columns p and q that makes element (p, q) zero.</summary>
    private void Rotate(int p, int q)
    {
        var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        foreach (var row in matrix) (row[p], row[q]) = Turned(row[p], row[q], cosine, sine);
        TurnRows(matrix[p], matrix[q], cosine, sine);
        TurnRows(Vectors[p], Vectors[q], cosine, sine);
        matrix[p][q] = matrix[q][p] = 0;
    }

    private static void TurnRows(double[] first, double[] second, double cosine, double sine)
    {
        for (var k = 0; k < first.Length; k++) (first[k], second[k]) = Turned(first[k], second[k], cosine, sine);
    }

    private static (double First, double Second) Turned(double first, double second, double cosine, double sine) =>
        ((cosine * first) - (sine * second), (sine * first) + (cosine * second));
}
