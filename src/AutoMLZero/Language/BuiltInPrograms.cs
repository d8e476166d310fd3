using System.Collections.Immutable;

namespace AutoMLZero.Language;

/// <summary>
/// The hand-written programs of the authors' code, with its default learning rate 0.01 and initial scale 0.1, and their counterparts for several
/// classes.
/// </summary>
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

    /// <summary>The linear model for several classes: a row of weights for each class.</summary>
    public static Program LinearOfClasses { get; } = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.01
        def Predict():
          v2 = dot(m0, v0)
        def Learn():
          v3 = v1 - v2
          v3 = s2 * v3
          m1 = outer(v3, v0)
          m0 = m0 + m1
        """);

    /// <summary>The linear model for several classes, with a bias for each class.</summary>
    public static Program AffineOfClasses { get; } = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.01
        def Predict():
          v2 = dot(m0, v0)
          v2 = v2 + v4
        def Learn():
          v3 = v1 - v2
          v3 = s2 * v3
          v4 = v4 + v3
          m1 = outer(v3, v0)
          m0 = m0 + m1
        """);

    /// <summary>The network for several classes: F rectified linear units, and a row of output weights and a bias for each class.</summary>
    public static Program NeuralNetOfClasses { get; } = ProgramParser.Parse(
        """
        def Setup():
          m0 = gaussian(0, 0.1)
          m1 = gaussian(0, 0.1)
          s3 = 0.01
        def Predict():
          v3 = dot(m0, v0)
          v3 = v3 + v4
          v5 = maximum(v3, v6)
          v2 = dot(m1, v5)
          v2 = v2 + v7
        def Learn():
          v8 = v1 - v2
          v8 = s3 * v8
          v7 = v7 + v8
          m2 = outer(v8, v5)
          m1 = m1 + m2
          m3 = transpose(m1)
          v9 = dot(m3, v8)
          v10 = heaviside(v3, 1.0)
          v9 = v9 * v10
          v4 = v4 + v9
          m2 = outer(v9, v0)
          m0 = m0 + m2
        """);

    /// <summary>The programs by name: <c>linear</c>, <c>affine</c>, <c>neural-net</c>.</summary>
    public static ImmutableSortedDictionary<string, Program> ByName { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("linear", Linear), KeyValuePair.Create("affine", Affine), KeyValuePair.Create("neural-net", NeuralNet)]);

    /// <summary>The programs for several classes, by the names of their counterparts.</summary>
    public static ImmutableSortedDictionary<string, Program> OfClassesByName { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("linear", LinearOfClasses),
            KeyValuePair.Create("affine", AffineOfClasses),
            KeyValuePair.Create("neural-net", NeuralNetOfClasses),
        ]);
}
