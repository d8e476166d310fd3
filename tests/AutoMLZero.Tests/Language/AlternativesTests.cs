using AutoMLZero.Language;

namespace AutoMLZero.Tests.Language;

public class AlternativesTests
{
    [Theory]
    [InlineData("v1 = v2 * s3", "v1 = s3 * v2")]
    [InlineData("m1 = m2 * s3", "m1 = s3 * m2")]
    [InlineData("s1 = 1.0 / s2", "s1 = 1 / s2")]
    [InlineData("v1 = 1.00 / v2", "v1 = 1 / v2")]
    [InlineData("s1 = heaviside(s2)", "s1 = heaviside(s2, 1.0)")]
    [InlineData("v1 = heaviside(v2, 1)", "v1 = heaviside(v2, 1.0)")]
    [InlineData("v1 = uniform(0, 1)", "v1 = uniform(0, 1, n_features)")]
    [InlineData("m1 = gaussian(0, 0.1)", "m1 = gaussian(0, 0.1, (n_features, n_features))")]
    [InlineData("s1 = max(s2, s3)", "s1 = maximum(s2, s3)")]
    [InlineData("m1 = min(m2, m3)", "m1 = minimum(m2, m3)")]
    [InlineData("m1 = dot(m2, m3)", "m1 = matmul(m2, m3)")]
    [InlineData("s1=+.5", "s1 = 0.5")]
    [InlineData("s1 = - 5E-1 # half", "s1 = -0.5")]
    [InlineData("\t v1 [ 0.5 ] = 2 ;", "v1[0.5] = 2")]
    public void Alternatives_are_read_and_the_first_form_is_printed(string text, string printed) =>
        Assert.Equal(printed, Written.Read(text).ToString());

    [Fact]
    public void A_line_may_hold_several_instructions_even_after_def()
    {
        var program = ProgramParser.Parse("def Setup(): s2 = 1; s3 = 2\ndef Predict(): ; s1 = s2 + s3;; NoOp()\n\n# end\ndef Learn():");
        Assert.Equal("def Setup():\n  s2 = 1\n  s3 = 2\ndef Predict():\n  s1 = s2 + s3\n  NoOp()\ndef Learn():\n", program.ToString());
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_is_read(string lineEnd)
    {
        var text = BuiltInPrograms.NeuralNet.ToString();
        Assert.Equal(BuiltInPrograms.NeuralNet, ProgramParser.Parse(text.Replace("\n", lineEnd, StringComparison.Ordinal)));
    }
}
