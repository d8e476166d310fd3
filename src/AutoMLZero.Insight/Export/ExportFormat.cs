namespace AutoMLZero.Insight.Export;

/// <summary>The languages and formats that programs can be written in.</summary>
public enum ExportFormat
{
    /// <summary>One C# class without dependencies.</summary>
    CSharp,

    /// <summary>One Python class in the style of scikit-learn, over numpy.</summary>
    Numpy,

    /// <summary>The listing of linear genetic programming in C: the program as found, introns commented out.</summary>
    C,

    /// <summary>The equations as a LaTeX document.</summary>
    Latex,

    /// <summary>The data flow as a graph for Graphviz.</summary>
    Dot,

    /// <summary>The trained <c>Predict</c> as an ONNX model.</summary>
    Onnx,
}
