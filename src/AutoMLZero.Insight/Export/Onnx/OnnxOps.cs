namespace AutoMLZero.Insight.Export.Onnx;

/// <summary>
/// The operations of the language over a graph of ONNX, for N examples at once: a scalar is N x 1, a vector N x F, a matrix N x F x F; what is
/// the same for all examples has 1 instead of N.
/// </summary>
/// <param name="graph">The graph.</param>
internal sealed class OnnxOps(OnnxGraph graph)
{
    private const long FloatType = 1;
    private const long Int64Type = 7;

    /// <summary>An operator without attributes.</summary>
    public string Plain(string type, params string[] inputs) => graph.Add(type, inputs);

    /// <summary>More axes of size 1.</summary>
    public string Unsqueeze(string a, long axis) => graph.Add("Unsqueeze", [a, graph.Whole(axis)]);

    /// <summary>One axis of size 1 less.</summary>
    public string Squeeze(string a, long axis) => graph.Add("Squeeze", [a, graph.Whole(axis)]);

    /// <summary>One element of a vector.</summary>
    public string Element(string a, long at) => graph.Add("Slice", [a, graph.Whole(at), graph.Whole(at + 1), graph.Whole(1)]);

    /// <summary>Sums along axes.</summary>
    public string Sum(string a, bool keeps, params long[] axes) => graph.Add("ReduceSum", [a, graph.Whole(axes)], [Keeps(keeps)]);

    /// <summary>Means along axes.</summary>
    public string Mean(string a, bool keeps, params long[] axes) => graph.Add("ReduceMean", [a], [("axes", axes, true), Keeps(keeps)]);

    /// <summary>Roots of sums of squares along axes.</summary>
    public string Norm(string a, bool keeps, params long[] axes) => Plain("Sqrt", Sum(Plain("Mul", a, a), keeps, axes));

    /// <summary>Standard deviations along axes; not a number when rounding makes the difference negative.</summary>
    public string Deviation(string a, bool keeps, params long[] axes)
    {
        var mean = Mean(a, keeps, axes);
        return Plain("Sqrt", Plain("Sub", Mean(Plain("Mul", a, a), keeps, axes), Plain("Mul", mean, mean)));
    }

    /// <summary>1 where a comparison with zero holds, else 0.</summary>
    public string Step(string comparison, string a, string zero) => Float(Plain(comparison, a, zero));

    /// <summary>The second where a comparison of the second with the first holds, else the first.</summary>
    public string Choose(string comparison, string a, string b) => Plain("Where", Plain(comparison, b, a), b, a);

    /// <summary>A matrix with rows and columns exchanged.</summary>
    public string Transpose(string a) => graph.Add("Transpose", [a], [("perm", [0, 2, 1], true)]);

    /// <summary>Booleans as 0 and 1.</summary>
    public string Float(string a) => graph.Add("Cast", [a], [("to", [FloatType], false)]);

    /// <summary>Booleans as whole numbers 0 and 1.</summary>
    public string Whole(string a, string output) => graph.Add("Cast", [a], [("to", [Int64Type], false)], output);

    private static (string, long[], bool) Keeps(bool keeps) => ("keepdims", [keeps ? 1 : 0], false);
}
