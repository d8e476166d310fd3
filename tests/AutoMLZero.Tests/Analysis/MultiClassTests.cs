namespace AutoMLZero.Tests.Analysis;

/// <summary>With several classes, <c>v1</c> is the one-hot label, which Predict does not see, and <c>v2</c> the prediction.</summary>
public class MultiClassTests
{
    private const string Learner = "s2 = 0.1 | v2 = dot(m0, v0) | v3 = v1 - v2; v3 = s2 * v3; m1 = outer(v3, v0); m0 = m0 + m1";

    [Fact]
    public void The_prediction_is_v2()
    {
        Effects.AssertReduced(Learner, Learner, multiClass: true);
        Effects.AssertReduced(Learner, " | | ", multiClass: false);
        Effects.AssertReduced(" | s1 = norm(v0) | ", " | | ", multiClass: true);
    }

    [Fact]
    public void Scalar_1_is_like_any_other() =>
        Effects.AssertSame(" | s1 = norm(v0); v2 = s1 * v0 | ", " | s5 = norm(v0); v2 = s5 * v0 | ", multiClass: true);

    [Fact]
    public void The_label_is_zero_in_Predict_and_Setup()
    {
        Effects.AssertSame(" | v2 = v1 + v0 | ", " | v2 = v5 + v0 | ", multiClass: true);
        Effects.AssertSame("v3 = 1 / v1 | v2 = v3 + v0 | ", "v3 = 1 / v6 | v2 = v3 + v0 | ", multiClass: true);
    }

    [Fact]
    public void The_label_is_memory_when_there_are_not_several_classes() =>
        Effects.AssertReduced(" | s1 = dot(v1, v0) | v1 = s0 * v0", " | s1 = dot(v1, v0) | v1 = s0 * v0", multiClass: false);

    [Theory]
    [InlineData(" | v2 = dot(m0, v0) | m0 = outer(v1, v0)", " | v2 = dot(m0, v0) | m0 = outer(v5, v0)")]
    [InlineData(" | v2 = dot(m0, v0) | m0 = outer(v1, v0)", " | v2 = dot(m0, v0) | m0 = outer(v2, v0)")]
    [InlineData(" | v2 = dot(m0, v0) | m0 = outer(v1, v0)", " | v2 = dot(m0, v0) | m0 = outer(v0, v0)")]
    public void Learn_sees_the_label(string line, string other)
    {
        Effects.AssertReduced(line, line, multiClass: true);
        Effects.AssertDifferent(line, other, multiClass: true);
    }
}
