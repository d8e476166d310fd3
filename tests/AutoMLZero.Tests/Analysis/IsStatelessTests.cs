namespace AutoMLZero.Tests.Analysis;

/// <summary>Whether Predict carries something from one example to the next, when Learn does not run between them.</summary>
public class IsStatelessTests
{
    [Theory]
    [InlineData(" | | ")]
    [InlineData(" | s1 = norm(v0) | ")]
    [InlineData(" | | s1 = s0 + s1")]
    [InlineData("s2 = 0.01 | s1 = dot(v1, v0) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")]
    [InlineData(" | s1 = abs(s2) | s2 = s2 + s0")]
    [InlineData(" | s2 = norm(v0); s1 = abs(s2) | ")]
    [InlineData(" | s2 = s2 + s2; s1 = norm(v0) | ")]
    [InlineData(" | s3 = abs(s4); s4 = norm(v0); s1 = exp(s4) | ")]
    [InlineData(" | s1 = exp(s0) | s2 = abs(s0)")]
    public void Stateless(string line) => Assert.True(Effects.Of(line).IsStateless);

    [Theory]
    [InlineData(" | s1 = abs(s2); s2 = norm(v0) | ")]
    [InlineData(" | s2 = mean(v0); s1 = s1 + s2 | ")]
    [InlineData("s2 = 1 | s2 = s2 + s2; s1 = abs(s2) | ")]
    [InlineData(" | s1 = abs(s2); s2 = norm(v0) | s2 = exp(s0)")]
    [InlineData(" | v1[0.5] = 1; s1 = dot(v0, v1) | v1 = v0 - v1")]
    [InlineData(" | s1 = dot(v0, v1); s3 = exp(s4); s4 = norm(v0) | v1 = s3 * v0")]
    [InlineData(" | s1 = exp(s2); s2 = exp(s3); s3 = norm(v0) | ")]
    public void Not_stateless(string line) => Assert.False(Effects.Of(line).IsStateless);

    [Fact]
    public void With_several_classes_the_prediction_is_v2()
    {
        Assert.False(Effects.Of(" | v2 = v2 + v0 | ", multiClass: true).IsStateless);
        Assert.True(Effects.Of(" | v2 = v2 + v0 | ", multiClass: false).IsStateless);
        Assert.True(Effects.Of(" | s1 = s1 + s2; v2 = dot(m0, v0) | m0 = outer(v1, v0)", multiClass: true).IsStateless);
    }
}
