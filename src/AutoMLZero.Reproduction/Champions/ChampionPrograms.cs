using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Champions;

/// <summary>The best program of section 4.2, and the same without one of its parts.</summary>
internal static class ChampionPrograms
{
    /// <summary>
    /// The program: noise on the input, a bilinear model, normalized gradients, and in place of the last weights the sum of all. The paper prints it
    /// without the line that sets <c>s4</c>; the standard deviation of the gradient is what its raw program has there.
    /// </summary>
    public static Program Evolved { get; } = ProgramParser.Parse(
        """
        def Setup():
        def Predict():
          v2 = v0 + v1
          v3 = v0 - v1
          v4 = dot(m0, v2)
          s1 = dot(v3, v4)
          m0 = s2 * m2
        def Learn():
          s3 = s0 - s1
          m0 = outer(v3, v0)
          s2 = norm(m0)
          s5 = s3 / s2
          v5 = s5 * v3
          m0 = outer(v5, v2)
          s4 = std(m0)
          m1 = m1 + m0
          m2 = m2 + m1
          m0 = s4 * m1
          v1 = uniform(0.0024, 0.67)
        """);

    /// <summary>Without noise on the input.</summary>
    public static Program WithoutNoise { get; } = Evolved with { Learn = Evolved.Learn[..^1] };

    /// <summary>A linear model in place of the bilinear one.</summary>
    public static Program WithoutBilinear { get; } = ProgramParser.Parse(
        """
        def Setup():
        def Predict():
          v2 = v0 + v1
          s1 = dot(v6, v2)
          v6 = s2 * v8
        def Learn():
          s3 = s0 - s1
          s2 = norm(v2)
          s5 = s3 / s2
          v5 = s5 * v2
          s4 = std(v5)
          v7 = v7 + v5
          v8 = v8 + v7
          v6 = s4 * v7
          v1 = uniform(0.0024, 0.67)
        """);

    /// <summary>A constant learning rate in place of the size of the gradient.</summary>
    public static Program WithoutNormalization { get; } = Evolved with
    {
        Setup = [new Instruction(Op.ScalarConstant, 6, Constant1: 0.0018)],
        Learn = Evolved.Learn.SetItem(3, new Instruction(Op.ScalarMultiply, 5, 3, 6)),
    };

    /// <summary>The last weights in place of the sum of all.</summary>
    public static Program WithoutAveraging { get; } = Evolved with
    {
        Predict = Evolved.Predict.SetItem(4, new Instruction(Op.MatrixScale, 0, 2, 1)),
    };
}
