namespace AutoMLZero.Insight.Tests.Techniques;

/// <summary>Hand-written programs that use a technique in another way than the known programs do.</summary>
internal static class Variants
{
    /// <summary>Name, program, and all techniques that it uses.</summary>
    public static IEnumerable<(string Name, string Program, string Techniques)> All =>
    [
        ("subtracted step", Linear("s3 = s1 - s0; s3 = s3 * s2; v2 = v0 * s3; v1 = v1 - v2"), "gradient-step learning-rate"),
        ("rate on the features", Linear("v2 = s2 * v0; s3 = s0 - s1; v2 = v2 * s3; v1 = v2 + v1"), "gradient-step learning-rate"),
        ("rate in Learn", Linear("s2 = 0.05; s3 = s0 - s1; v2 = s3 * v0; v2 = v2 * s2; v1 = v1 + v2"), "gradient-step learning-rate"),
        ("rate as a quotient", Linear("s3 = s0 - s1; s4 = 100; s3 = s3 / s4; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate"),
        ("no rate", Linear("s3 = s0 - s1; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step"),
        ("step of the example before", Linear("v1 = v1 + v2; s3 = s0 - s1; s3 = s3 * s2; v2 = s3 * v0"), "gradient-step learning-rate"),
        ("step in Predict", "def Setup():\n s2 = 0.01\ndef Predict():\n v1 = v1 + v2; v2 = v3 - v3; s1 = dot(v0, v1)\ndef Learn():\n s3 = s0 - s1; s3 = s3 * s2; v2 = s3 * v0", "gradient-step learning-rate"),
        ("vector error", Linear("v2 = bcast(s0); v3 = bcast(s1); v2 = v2 - v3; v2 = v2 * v0; v2 = s2 * v2; v1 = v1 + v2"), "gradient-step learning-rate"),
        ("prediction with the opposite sign", "def Setup():\n s2 = 0.01\ndef Predict():\n s3 = dot(v1, v0); s1 = s4 - s3\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 - v2", "gradient-step learning-rate"),
        ("weight decay", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; s4 = 0.999; v1 = s4 * v1; v1 = v1 + v2"), "gradient-step learning-rate"),
        ("momentum", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; s4 = 0.9; v3 = s4 * v3; v3 = v3 + v2; v1 = v1 + v3"), "gradient-step learning-rate"),
        ("several classes", "def Setup():\n s2 = 0.1\ndef Predict():\n v2 = dot(m0, v0)\ndef Learn():\n v3 = v1 - v2; v3 = s2 * v3; m1 = outer(v3, v0); m0 = m0 + m1", "gradient-step learning-rate"),
        ("shrinking by a factor", Linear("s4 = 0.999; s2 = s4 * s2; s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate learning-rate-decay"),
        ("divided by a count", Linear("s4 = 1; s5 = s5 + s4; s3 = s0 - s1; s3 = s3 / s5; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate learning-rate-decay"),
        ("shrinking in Predict", "def Setup():\n s2 = 0.1\ndef Predict():\n s1 = dot(v1, v0); s2 = sin(s2)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", "gradient-step learning-rate learning-rate-decay"),
        ("constant subtracted", Affine("s5 = dot(v1, v0); s1 = s5 - s4", "s3 = s0 - s1; s3 = s2 * s3; s4 = s4 - s3; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate bias"),
        ("constant by the mean of labels", Affine("s5 = dot(v1, v0); s1 = s4 + s5", "s6 = 0.99; s4 = s4 * s6; s7 = 0.01; s7 = s7 * s0; s4 = s4 + s7; s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate bias"),
        ("rectified by a switch", Hidden("v3 = dot(m0, v0); v5 = heaviside(v3); v4 = v5 * v3; s1 = dot(v4, v2)"), "gradient-step learning-rate relu random-initialization"),
        ("zero first", Hidden("v3 = dot(m0, v0); v4 = maximum(v9, v3); s1 = dot(v4, v2)"), "gradient-step learning-rate relu random-initialization"),
        ("zero as a constant", Hidden("v3 = dot(m0, v0); s9 = 0; v9 = bcast(s9); v4 = maximum(v3, v9); s1 = dot(v4, v2)"), "gradient-step learning-rate relu random-initialization"),
        ("noise drawn in Learn", Hidden("v3 = dot(m0, v0); v3 = v8 + v3; v4 = maximum(v3, v9); s1 = dot(v4, v2)", "v8 = uniform(-0.1, 0.1)"), "gradient-step learning-rate relu noisy-relu random-initialization"),
        ("noise scaled and subtracted", Hidden("v3 = dot(m0, v0); v8 = gaussian(0, 1); s8 = 0.1; v8 = s8 * v8; v3 = v3 - v8; v4 = maximum(v3, v9); s1 = dot(v4, v2)"), "gradient-step learning-rate relu noisy-relu random-initialization"),
        ("noisy features", "def Setup():\n s2 = 0.01\ndef Predict():\n v3 = gaussian(0, 0.1); v4 = v0 + v3; s1 = dot(v1, v4)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v4; v1 = v1 + v2", "gradient-step learning-rate input-noise"),
        ("quadratic features", "def Setup():\n s2 = 0.01\ndef Predict():\n v3 = v0 * v0; s1 = dot(v1, v3)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v3; v1 = v1 + v2", "gradient-step learning-rate multiplicative"),
        ("bilinear", "def Setup():\n s2 = 0.01\ndef Predict():\n v3 = dot(m0, v0); s1 = dot(v0, v3)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; m1 = outer(v2, v0); m0 = m0 + m1", "gradient-step learning-rate multiplicative"),
        ("divided by the norm of the features", Linear("s3 = s0 - s1; s4 = norm(v0); s3 = s3 / s4; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate normalized-gradient"),
        ("divided by the norm of the step", Linear("s3 = s0 - s1; v2 = s3 * v0; s4 = norm(v2); s5 = 0.001; s4 = s4 + s5; s4 = 1 / s4; v2 = s4 * v2; v2 = s2 * v2; v1 = v1 + v2"), "gradient-step learning-rate normalized-gradient"),
        ("average in Learn", Averaged("s3 = s0 - s1; s3 = s2 * s3; v3 = s3 * v0; v1 = v1 + v3; v2 = v2 + v1"), "gradient-step learning-rate weight-averaging"),
        ("moving average", Averaged("s3 = s0 - s1; s3 = s2 * s3; v3 = s3 * v0; v1 = v1 + v3; s4 = 0.99; v2 = s4 * v2; s5 = 0.01; v4 = s5 * v1; v2 = v2 + v4"), "gradient-step learning-rate weight-averaging"),
        ("clipped error", Linear("s3 = s0 - s1; s4 = 1; s3 = minimum(s3, s4); s5 = -1; s3 = maximum(s5, s3); s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step learning-rate clipping"),
        ("clipped step", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; s4 = 0.1; v3 = bcast(s4); v2 = minimum(v2, v3); v1 = v1 + v2"), "gradient-step learning-rate clipping"),
        ("clipped prediction", "def Setup():\n s2 = 0.01\ndef Predict():\n s3 = dot(v1, v0); s4 = 10; s1 = minimum(s4, s3)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", "gradient-step learning-rate clipping"),
        ("random numbers scaled", "def Setup():\n s2 = 0.01; v1 = uniform(-1, 1); v1 = s2 * v1\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", "gradient-step learning-rate random-initialization"),
        ("rate from the norm of the weights", Linear("s4 = norm(v1); s4 = arctan(s4); s3 = s0 - s1; s3 = s4 * s3; v2 = s3 * v0; v1 = v1 + v2"), "gradient-step weight-derived-learning-rate"),
        ("divided by the spread of the weights", Hidden("v3 = dot(m0, v0); v4 = maximum(v3, v9); s1 = dot(v4, v2)", "s8 = std(m0)", "s8"), "gradient-step relu random-initialization weight-derived-learning-rate"),
    ];

    /// <summary>A linear model with another Learn.</summary>
    public static string Linear(string learn) => $"def Setup():\n s2 = 0.01\ndef Predict():\n s1 = dot(v0, v1)\ndef Learn():\n {learn}";

    /// <summary>A linear model with another Predict and Learn.</summary>
    public static string Affine(string predict, string learn) => $"def Setup():\n s2 = 0.01\ndef Predict():\n {predict}\ndef Learn():\n {learn}";

    /// <summary>A linear model whose Learn has several vectors: examples are predicted by the sum of <c>v1</c> and <c>v2</c>.</summary>
    public static string Averaged(string learn) => Affine("v5 = v1 + v2; s1 = dot(v0, v5)", learn);

    /// <summary>A network with another Predict, that leaves <c>v3</c> and <c>v4</c> before and after its units.</summary>
    public static string Hidden(string predict, string inLearn = "NoOp()", string divisor = "") =>
        $"""
        def Setup():
          v2 = gaussian(0, 0.1); m0 = gaussian(0, 0.1); {(divisor.Length == 0 ? "s3 = 0.01" : "NoOp()")}
        def Predict():
          {predict}
        def Learn():
          {inLearn}; s4 = s0 - s1; {(divisor.Length == 0 ? "s4 = s3 * s4" : $"s4 = s4 / {divisor}")}; v6 = s4 * v4; v2 = v2 + v6; v7 = s4 * v2
          v1 = heaviside(v3, 1.0); v7 = v1 * v7; m1 = outer(v7, v0); m0 = m0 + m1
        """;
}
