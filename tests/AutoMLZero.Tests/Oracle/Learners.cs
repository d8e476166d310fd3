using AutoMLZero.Language;

namespace AutoMLZero.Tests.Oracle;

/// <summary>Programs that learn, within 5 scalars, 4 vectors and 2 matrices: random instructions change them.</summary>
internal static class Learners
{
    /// <summary>A linear model for numbers and two classes.</summary>
    public static Program Linear { get; } = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.05
        def Predict():
          s1 = dot(v1, v0)
        def Learn():
          s3 = s0 - s1
          s3 = s2 * s3
          v2 = s3 * v0
          v1 = v1 + v2
        """);

    /// <summary>Softmax regression for several classes.</summary>
    public static Program MultiClass { get; } = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.1
        def Predict():
          v2 = dot(m0, v0)
        def Learn():
          v3 = v1 - v2
          v3 = s2 * v3
          m1 = outer(v3, v0)
          m0 = m0 + m1
        """);
}
