using AutoMLZero.Language;

namespace AutoMLZero.Insight.Tests.Techniques;

/// <summary>Programs that the paper prints, and changes that it reports.</summary>
internal static class PaperPrograms
{
    /// <summary>Section 4.1: backpropagation as found on teacher networks.</summary>
    public const string Nonlinear =
        """
        def Setup():
          m1 = gaussian(-1e-10, 9e-09); s3 = 4.1; v4 = gaussian(-0.033, 0.01)
        def Predict():
          v6 = dot(m1, v0); v7 = maximum(v5, v6); s1 = dot(v7, v4)
        def Learn():
          v3 = heaviside(v6); s1 = s0 - s1; s2 = s1 * s3; v2 = s2 * v3; v3 = v2 * v4; m0 = outer(v3, v0); m1 = m1 + m0; v4 = v2 + v4
        """;

    /// <summary>Section 4.2: the best program for two classes of CIFAR-10, as printed.</summary>
    public const string Best =
        """
        def Setup():
          s3 = 1.8e-3
        def Predict():
          v2 = v0 + v1; v3 = v0 - v1; v4 = dot(m0, v2); s1 = dot(v3, v4); m0 = s2 * m2
        def Learn():
          s3 = s0 - s1; m0 = outer(v3, v0); s2 = norm(m0); s5 = s3 / s2; v5 = s5 * v3; m0 = outer(v5, v2); m1 = m1 + m0; m2 = m2 + m1
          m0 = s4 * m1; v1 = uniform(2.4e-3, 0.67)
        """;

    /// <summary>The same with the line that sets <c>s4</c>.</summary>
    public const string BestComplete =
        """
        def Setup():
          s3 = 1.8e-3
        def Predict():
          v2 = v0 + v1; v3 = v0 - v1; v4 = dot(m0, v2); s1 = dot(v3, v4); m0 = s2 * m2
        def Learn():
          s3 = s0 - s1; m0 = outer(v3, v0); s2 = norm(m0); s5 = s3 / s2; v5 = s5 * v3; m0 = outer(v5, v2); s4 = std(m0); m1 = m1 + m0
          m2 = m2 + m1; m0 = s4 * m1; v1 = uniform(2.4e-3, 0.67)
        """;

    /// <summary>Section 4.3, few examples: a network with noise before its units.</summary>
    public const string NoisyRelu =
        """
        def Setup():
          v2 = gaussian(0, 0.1); m0 = gaussian(0, 0.1); s3 = 0.01
        def Predict():
          v6 = dot(m0, v0); v8 = gaussian(-0.50, 0.41); v6 = v6 + v8; v7 = maximum(v9, v6); s1 = dot(v7, v2)
        def Learn():
          s4 = s0 - s1; s4 = s3 * s4; v3 = s4 * v7; v2 = v2 + v3; v4 = s4 * v2; v5 = heaviside(v6, 1.0); v4 = v5 * v4
          m1 = outer(v4, v0); m0 = m0 + m1
        """;

    /// <summary>Section 4.3, fast training: a network whose learning rate shrinks.</summary>
    public static string Decay => With("s3 = 0.01", "s3 = 0.37", "s4 = s0 - s1", "s4 = s0 - s1; s3 = arctan(s3)");

    /// <summary>Section 4.3, several classes: a learning rate from the weights.</summary>
    public static string FromWeights => With("s4 = s0 - s1", "s4 = s0 - s1; s5 = mean(m0); s5 = abs(s5); s3 = sin(s5)");

    /// <summary>The network of the authors' code with parts of its text replaced.</summary>
    public static string With(params string[] replacements)
    {
        var text = BuiltInPrograms.NeuralNet.ToString();
        foreach (var pair in replacements.Chunk(2))
        {
            Assert.Contains(pair[0], text, StringComparison.Ordinal);
            text = text.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        return text;
    }
}
