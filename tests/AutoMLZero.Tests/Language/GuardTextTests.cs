using AutoMLZero.Language;

namespace AutoMLZero.Tests.Language;

public class GuardTextTests
{
    private const string Printed =
        "def Setup():\ndef Predict():\n  s2 = v0[0.5]\n  if s2 > s3:\n    if s2 <= s4:\n      s1 = s2 * s2\n  s1 = s1 + s2\ndef Learn():\n";

    [Theory]
    [InlineData("s2 = v0[0.5]\nif s2 > s3:\nif s2 <= s4:\ns1 = s2 * s2\ns1 = s1 + s2")]
    [InlineData("s2 = v0[0.5]; if s2 > s3: if s2 <= s4: s1 = s2 * s2; s1 = s1 + s2")]
    [InlineData("s2 = v0[.5]\nif s3 < s2 : # twice\n\n if s4>=s2:;s1=s2*s2\n s1 = s1 + s2")]
    public void A_guarded_instruction_may_follow_on_the_line_or_on_the_next(string text)
    {
        var program = Written.Program(text);
        Assert.Equal(Printed, program.ToString());
        Assert.Equal(program, ProgramParser.Parse(Printed));
    }

    [Theory]
    [InlineData("if s2 > v3: s1 = s2 + s2", 9, "expected a scalar, found 'v3'")]
    [InlineData("if s2 = s3: s1 = s2 + s2", 7, "expected '<' or '<=' or '>' or '>=', found '='")]
    [InlineData("if s2 > s3 s1 = s2 + s2", 12, "expected ':', found 's1'")]
    [InlineData("if s2 > 0.5: s1 = s2 + s2", 9, "expected a scalar, found '0.5'")]
    [InlineData("if s2 > s3: foo", 13, "expected 'NoOp' or 'if' or a matrix or a scalar or a vector, found 'foo'")]
    [InlineData("s1 = v0[1]", 9, "an index constant must be at least 0 and below 1, not 1")]
    [InlineData("v1 = v0[0.5]", 1, "the result is a scalar, but 'v1' is a vector")]
    public void What_is_wrong_with_a_guard_is_told_with_its_place(string text, int column, string problem)
    {
        var error = Assert.Throws<ProgramFormatException>(() => Written.Program(text));
        Assert.Equal($"line 3, column {column}: {problem}", error.Message);
    }

    [Fact]
    public void A_guard_without_an_instruction_reads_back()
    {
        var program = Written.Program("s1 = s2 + s3\nif s1 > s2:");
        Assert.Equal(2, program.Predict.Length);
        Assert.Equal(program, ProgramParser.Parse(program.ToString()));
    }
}
