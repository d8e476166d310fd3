using System.Collections.Immutable;

namespace AutoMLZero.Language;

/// <summary>The hand-written programs of the authors' code, with its default learning rate 0.01 and initial scale 0.1.</summary>
public static class BuiltInPrograms
{
    /// <summary>A linear model trained by stochastic gradient descent.</summary>
    public static Program Linear { get; } = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.01
        def Predict():
          s1 = dot(v1, v0)
        def Learn():
          s3 = s0 - s1
          s3 = s2 * s3
          v2 = s3 * v0
          v1 = v1 + v2
        """);

    /// <summary>The linear model with a bias.</summary>
    public static Program Affine { get; } = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.01
        def Predict():
          s1 = dot(v1, v0)
          s1 = s1 + s4
        def Learn():
          s3 = s0 - s1
          s3 = s2 * s3
          s4 = s4 + s3
          v2 = s3 * v0
          v1 = v1 + v2
        """);

    /// <summary>A network with one hidden layer of F rectified linear units, trained by stochastic gradient descent.</summary>
    public static Program NeuralNet { get; } = ProgramParser.Parse(
        """
        def Setup():
          v2 = gaussian(0, 0.1)
          m0 = gaussian(0, 0.1)
          s3 = 0.01
        def Predict():
          v3 = dot(m0, v0)
          v3 = v3 + v1
          v4 = maximum(v3, v5)
          s1 = dot(v4, v2)
          s1 = s1 + s2
        def Learn():
          s4 = s0 - s1
          s4 = s3 * s4
          s2 = s2 + s4
          v6 = s4 * v4
          v2 = v2 + v6
          v7 = s4 * v2
          v8 = heaviside(v3, 1.0)
          v7 = v8 * v7
          v1 = v1 + v7
          m1 = outer(v7, v0)
          m0 = m0 + m1
        """);

    /// <summary>The programs by name: <c>linear</c>, <c>affine</c>, <c>neural-net</c>.</summary>
    public static ImmutableSortedDictionary<string, Program> ByName { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("linear", Linear), KeyValuePair.Create("affine", Affine), KeyValuePair.Create("neural-net", NeuralNet)]);
}
