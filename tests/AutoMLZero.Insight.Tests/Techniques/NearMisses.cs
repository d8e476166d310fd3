using static AutoMLZero.Insight.Tests.Techniques.Variants;

namespace AutoMLZero.Insight.Tests.Techniques;

/// <summary>Programs that look like they use a technique and do not.</summary>
internal static class NearMisses
{
    /// <summary>Technique, what is missing, and the program.</summary>
    public static IEnumerable<(string Technique, string Name, string Program)> All =>
    [
        ("gradient-step", "the label instead of an error", Linear("s3 = s2 * s0; v2 = s3 * v0; v1 = v1 + v2")),
        ("gradient-step", "uphill", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 - v2")),
        ("gradient-step", "uphill by a negative rate", Linear("s4 = -0.1; s3 = s0 - s1; s3 = s4 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("gradient-step", "times something else than the features", Linear("s3 = s0 - s1; s3 = s2 * s3; v3[0.5] = 1; v2 = s3 * v3; v1 = v1 + v2")),
        ("gradient-step", "nothing added up", Linear("s3 = s0 - s1; s3 = s2 * s3; v1 = s3 * v0")),
        ("gradient-step", "an error of nothing predicted", Linear("s4 = norm(v0); s3 = s0 - s4; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("gradient-step", "the sum of label and prediction", Linear("s3 = s0 + s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("gradient-step", "a rate that is zero", Linear("s3 = s0 - s1; s3 = s5 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("gradient-step", "the size of the error only", Linear("s3 = s0 - s1; s3 = abs(s3); s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),

        ("learning-rate", "scales the weights", Linear("s3 = s0 - s1; v2 = s3 * v0; v1 = s2 * v1; v1 = v1 + v2")),
        ("learning-rate", "scales the prediction", "def Setup():\n s2 = 0.01\ndef Predict():\n s3 = dot(v0, v1); s1 = s2 * s3\ndef Learn():\n s3 = s0 - s1; v2 = s3 * v0; v1 = v1 + v2"),
        ("learning-rate", "is a random number of the example", Linear("s4 = uniform(0, 0.1); s3 = s0 - s1; s3 = s4 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("learning-rate", "is made of the features", Linear("s4 = mean(v0); s3 = s0 - s1; s3 = s4 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("learning-rate", "does not scale a gradient step", Linear("s3 = s2 * s0; v2 = s3 * v0; v1 = v1 + v2")),

        ("learning-rate-decay", "does not change", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("learning-rate-decay", "grows", Linear("s4 = 1.01; s2 = s2 * s4; s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("learning-rate-decay", "begins anew each time", Linear("s2 = 0.37; s2 = arctan(s2); s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("learning-rate-decay", "multiplied with a count", Linear("s4 = 0.01; s5 = s5 + s4; s3 = s0 - s1; s3 = s3 * s5; v2 = s3 * v0; v1 = v1 + v2")),
        ("learning-rate-decay", "scales the prediction", "def Setup():\n s2 = 0.37\ndef Predict():\n s3 = dot(v0, v1); s1 = s2 * s3\ndef Learn():\n s3 = s0 - s1; s2 = arctan(s2); v2 = s3 * v0; v1 = v1 + v2"),
        ("learning-rate-decay", "shrinks the weights", Linear("s4 = 0.99; v1 = s4 * v1; s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),

        ("bias", "never learned", "def Setup():\n s2 = 0.01; s4 = 0.5\ndef Predict():\n s1 = dot(v0, v1); s1 = s1 + s4\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"),
        ("bias", "multiplied instead of added", Affine("s5 = dot(v0, v1); s1 = s5 * s4", "s3 = s0 - s1; s3 = s2 * s3; s4 = s4 + s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("bias", "added to the weights", Affine("v3 = bcast(s4); v3 = v3 + v1; s1 = dot(v3, v0)", "s3 = s0 - s1; s3 = s2 * s3; s4 = s4 + s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("bias", "the last label", Affine("s1 = dot(v0, v1); s1 = s1 + s4", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2; s5 = 1; s4 = s5 * s0")),
        ("bias", "a count", Affine("s1 = dot(v0, v1); s1 = s1 + s4", "s5 = 0.01; s4 = s4 + s5; s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),

        ("relu", "the smaller instead of the larger", Hidden("v3 = dot(m0, v0); v4 = minimum(v3, v9); s1 = dot(v4, v2)")),
        ("relu", "a bound other than zero", Hidden("v3 = dot(m0, v0); s9 = 0.5; v9 = bcast(s9); v4 = maximum(v3, v9); s1 = dot(v4, v2)")),
        ("relu", "the weights are rectified", Affine("v3 = maximum(v1, v9); s1 = dot(v3, v0)", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("relu", "the absolute value", Hidden("v3 = dot(m0, v0); v4 = abs(v3); s1 = dot(v4, v2)")),
        ("relu", "a switch only", Hidden("v3 = dot(m0, v0); v4 = heaviside(v3); s1 = dot(v4, v2)")),
        ("relu", "the larger of two units", Hidden("v3 = dot(m0, v0); v5 = dot(m2, v0); v4 = maximum(v3, v5); s1 = dot(v4, v2)", "m3 = outer(v7, v0); m2 = m2 + m3")),

        ("noisy-relu", "no noise", Hidden("v3 = dot(m0, v0); v4 = maximum(v3, v9); s1 = dot(v4, v2)")),
        ("noisy-relu", "noise drawn once", Hidden("v3 = dot(m0, v0); v3 = v3 + v2; v4 = maximum(v3, v9); s1 = dot(v4, v2)")),
        ("noisy-relu", "noise after the unit", Hidden("v3 = dot(m0, v0); v4 = maximum(v3, v9); v8 = gaussian(0, 0.1); v4 = v4 + v8; s1 = dot(v4, v2)")),
        ("noisy-relu", "noise without a unit", Hidden("v3 = dot(m0, v0); v8 = gaussian(0, 0.1); v4 = v3 + v8; s1 = dot(v4, v2)")),
        ("noisy-relu", "noise with no spread", Hidden("v3 = dot(m0, v0); v8 = gaussian(0.1, 0); v3 = v3 + v8; v4 = maximum(v3, v9); s1 = dot(v4, v2)")),
        ("noisy-relu", "noise as a factor", Hidden("v3 = dot(m0, v0); v8 = gaussian(0, 0.1); v3 = v3 * v8; v4 = maximum(v3, v9); s1 = dot(v4, v2)")),

        ("input-noise", "numbers drawn once", "def Setup():\n s2 = 0.01; v3 = gaussian(0, 0.1)\ndef Predict():\n v4 = v0 + v3; s1 = dot(v1, v4)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v4; v1 = v1 + v2"),
        ("input-noise", "noise on the weights", Affine("v3 = gaussian(0, 0.1); v4 = v1 + v3; s1 = dot(v4, v0)", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("input-noise", "noise on hidden units", PaperPrograms.NoisyRelu),
        ("input-noise", "noise on the prediction", Affine("s5 = gaussian(0, 0.1); s1 = dot(v1, v0); s1 = s1 + s5", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("input-noise", "a constant", Affine("v3 = uniform(0.5, 0.5); v4 = v0 + v3; s1 = dot(v1, v4)", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v4; v1 = v1 + v2")),
        ("input-noise", "noise that scales the features", Affine("v3 = gaussian(0, 0.1); v4 = v0 * v3; s1 = dot(v1, v4)", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v4; v1 = v1 + v2")),

        ("multiplicative", "features times weights", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("multiplicative", "divided by the norm of the features", Affine("s3 = norm(v0); s4 = dot(v0, v1); s3 = 1 / s3; s1 = s3 * s4", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("multiplicative", "a product in Learn only", Linear("s3 = s0 - s1; v3 = v0 * v0; s4 = mean(v3); s3 = s3 * s4; v2 = s3 * v0; v1 = v1 + v2")),
        ("multiplicative", "a switch", Hidden("v3 = dot(m0, v0); v5 = heaviside(v3); v4 = v5 * v3; s1 = dot(v4, v2)")),
        ("multiplicative", "two layers", Affine("v3 = dot(m0, v0); s1 = dot(v3, v1)", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v1; m1 = outer(v2, v0); m0 = m0 + m1; v2 = s3 * v3; v1 = v1 + v2")),

        ("normalized-gradient", "divided by the norm of the weights", Linear("s3 = s0 - s1; s4 = norm(v1); s3 = s3 / s4; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("normalized-gradient", "multiplied with the norm", Linear("s3 = s0 - s1; v2 = s3 * v0; s4 = norm(v2); v2 = s4 * v2; v2 = s2 * v2; v1 = v1 + v2")),
        ("normalized-gradient", "divided by a constant", Linear("s3 = s0 - s1; s4 = 100; s3 = s3 / s4; v2 = s3 * v0; v1 = v1 + v2")),
        ("normalized-gradient", "the prediction is divided", Affine("s3 = norm(v0); s4 = dot(v0, v1); s1 = s4 / s3", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("normalized-gradient", "the norm of a constant", Linear("s3 = s0 - s1; v3 = bcast(s2); s4 = norm(v3); s3 = s3 / s4; v2 = s3 * v0; v1 = v1 + v2")),

        ("weight-averaging", "momentum", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; s4 = 0.9; v3 = s4 * v3; v3 = v3 + v2; v1 = v1 + v3")),
        ("weight-averaging", "momentum without friction", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v3 = v3 + v2; v1 = v1 + v3")),
        ("weight-averaging", "the gradients are added up twice", Averaged("s3 = s0 - s1; s3 = s2 * s3; v3 = s3 * v0; v1 = v1 + v3; v2 = v2 + v3")),
        ("weight-averaging", "a copy of the weights", Averaged("s3 = s0 - s1; s3 = s2 * s3; v3 = s3 * v0; v1 = v1 + v3; s4 = 0.5; v2 = s4 * v1")),
        ("weight-averaging", "the sum predicts nothing", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2; v3 = v3 + v1")),
        ("weight-averaging", "what is added up is not learned", Averaged("s3 = s0 - s1; s3 = s2 * s3; v3 = s3 * v0; v1 = v1 + v3; v2 = v2 + v0")),

        ("clipping", "a bound of zero", Hidden("v3 = dot(m0, v0); v4 = maximum(v3, v9); s1 = dot(v4, v2)")),
        ("clipping", "the smaller of two errors", Linear("s3 = s0 - s1; s4 = mean(v0); s3 = minimum(s3, s4); s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("clipping", "squashed softly", Linear("s3 = s0 - s1; s3 = arctan(s3); s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("clipping", "a constant is bounded", Linear("s4 = 0.005; s5 = minimum(s2, s4); s3 = s0 - s1; s3 = s5 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("clipping", "in Setup only", "def Setup():\n s2 = 0.01; v1 = gaussian(0, 1); s4 = 1; v2 = bcast(s4); v1 = minimum(v1, v2)\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"),

        ("random-initialization", "never used", "def Setup():\n s2 = 0.01; v4 = gaussian(0, 0.1)\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"),
        ("random-initialization", "no spread", "def Setup():\n s2 = 0.01; v1 = gaussian(0.1, 0)\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"),
        ("random-initialization", "never learned", "def Setup():\n s2 = 0.01; m0 = gaussian(0, 1)\ndef Predict():\n v3 = dot(m0, v0); s1 = dot(v1, v3)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v3; v1 = v1 + v2"),
        ("random-initialization", "drawn for each example", Affine("v3 = gaussian(0, 1); v4 = v1 + v3; s1 = dot(v4, v0)", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("random-initialization", "a constant", "def Setup():\n s2 = 0.01; v1 = bcast(s2)\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"),
        ("random-initialization", "overwritten before it is read", "def Setup():\n s2 = 0.01; v1 = gaussian(0, 1); v1 = bcast(s4)\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2"),

        ("weight-derived-learning-rate", "a constant", Linear("s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("weight-derived-learning-rate", "made of the features", Linear("s4 = mean(v0); s4 = abs(s4); s4 = sin(s4); s3 = s0 - s1; s3 = s4 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("weight-derived-learning-rate", "made of a constant matrix", "def Setup():\n m0 = gaussian(0, 1)\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s4 = mean(m0); s4 = abs(s4); s4 = sin(s4); s3 = s0 - s1; s3 = s4 * s3; v2 = s3 * v0; v1 = v1 + v2"),
        ("weight-derived-learning-rate", "shrinks the weights", Linear("s4 = mean(v1); s4 = abs(s4); s4 = sin(s4); v1 = s4 * v1; s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
        ("weight-derived-learning-rate", "the weights of the layer above", BuiltIn),
        ("weight-derived-learning-rate", "scales the prediction", Affine("s4 = mean(v1); s5 = dot(v1, v0); s1 = s4 * s5", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")),
    ];

    private static string BuiltIn => Language.BuiltInPrograms.NeuralNet.ToString();
}
