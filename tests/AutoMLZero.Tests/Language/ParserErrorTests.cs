using AutoMLZero.Language;

namespace AutoMLZero.Tests.Language;

public class ParserErrorTests
{
    private static readonly MemoryShape Small = new(5, 4, 0);

    [Theory]
    [InlineData("  s1 = foo(s2)", 8, "unknown operation 'foo'")]
    [InlineData("s1 = sin(v0)", 10, "expected a scalar, found 'v0'")]
    [InlineData("v1 = sin(v0)", 10, "expected a scalar, found 'v0'")]
    [InlineData("v1 = sin(s2)", 1, "the result is a scalar, but 'v1' is a vector")]
    [InlineData("s1 = v2 + v3", 1, "the result is a vector, but 's1' is a scalar")]
    [InlineData("s1 = s2 + v3", 11, "expected a scalar, found 'v3'")]
    [InlineData("s1 = norm(s2)", 11, "expected a matrix or a vector, found 's2'")]
    [InlineData("s1 = s300 + s2", 6, "address 's300' is out of range: the memory has s0 to s255")]
    [InlineData("s1 = s99999999 + s2", 6, "address 's99999999' is out of range: the memory has s0 to s255")]
    [InlineData("s0 = s1 + s2", 1, "'s0' is the label and cannot be written")]
    [InlineData("v0 = v1 + v2", 1, "'v0' holds the features and cannot be written")]
    [InlineData("v0[0.5] = 1", 1, "'v0' holds the features and cannot be written")]
    [InlineData("s1 = 1e999", 6, "a constant must be finite")]
    [InlineData("s1 = -1e999", 6, "a constant must be finite")]
    [InlineData("s1 = inf", 6, "a constant must be finite")]
    [InlineData("s1 = -Infinity", 6, "a constant must be finite")]
    [InlineData("s1 = nan", 6, "a constant must be finite")]
    [InlineData("v1[0.5] = NaN", 11, "a constant must be finite")]
    [InlineData("v1[1] = 2", 4, "an index constant must be at least 0 and below 1, not 1")]
    [InlineData("m1[0.5, -0.1] = 2", 9, "an index constant must be at least 0 and below 1, not -0.1")]
    [InlineData("s1 = gaussian(0, -1)", 18, "a standard deviation must not be negative, not -1")]
    [InlineData("s1 = dot(v0, v1", 16, "expected ')', found the end of the line")]
    [InlineData("s1 = s2 + s3 )", 14, "expected ';' or the end of the line, found ')'")]
    [InlineData("s1 = s2 + s3 s4 = s1 + s1", 14, "expected ';' or the end of the line, found 's4'")]
    [InlineData("s1 =", 5, "expected an operation, found the end of the line")]
    [InlineData("s1 + s2", 4, "expected '=', found '+'")]
    [InlineData("s1 = 1x", 6, "expected a number, found '1x'")]
    [InlineData("s1 = s2 ^ s3", 9, "unexpected character '^'")]
    [InlineData("s1 = s2 \u0000", 9, "unexpected character U+0000")]
    [InlineData("return s1", 1, "expected 'NoOp' or 'if' or a matrix or a scalar or a vector, found 'return'")]
    public void A_wrong_instruction_is_told_with_its_place(string instruction, int column, string problem) =>
        Throws(() => Written.Program(instruction), 3, column, problem);

    [Theory]
    [InlineData("", 1, 1, "expected 'def Setup():', found a text without a program")]
    [InlineData("# nothing\n", 2, 1, "expected 'def Setup():', found a text without a program")]
    [InlineData("s1 = 1", 1, 1, "expected 'def Setup():', found 's1'")]
    [InlineData("def Setup():\n", 2, 1, "expected 'def Predict():', found the end of the text")]
    [InlineData("def Setup():\ndef Predict():", 2, 1, "expected 'def Learn():', found the end of the text")]
    [InlineData("def Setup():\ndef Learn():", 2, 5, "expected 'def Predict():', found 'Learn'")]
    [InlineData("def Setup()\n", 1, 12, "expected 'def Setup():', found the end of the line")]
    [InlineData("def setup():\n", 1, 5, "expected 'def Setup():', found 'setup'")]
    public void A_wrong_structure_is_told_with_its_place(string text, int line, int column, string problem) =>
        Throws(() => ProgramParser.Parse(text), line, column, problem);

    [Fact]
    public void Two_programs_are_not_one()
    {
        var text = BuiltInPrograms.Linear.ToString();
        Throws(() => ProgramParser.Parse(text + text), 1, 1, "expected one program, found 2");
    }

    [Theory]
    [InlineData("s1 = s5 + s2", 6, "address 's5' is out of range: the memory has s0 to s4")]
    [InlineData("v4 = v1 + v2", 1, "address 'v4' is out of range: the memory has v0 to v3")]
    [InlineData("s1 = norm(m0)", 11, "address 'm0' is out of range: the memory has no matrix")]
    public void Addresses_outside_the_memory_are_refused(string instruction, int column, string problem) =>
        Throws(() => ProgramParser.Parse($"def Setup():\n{instruction}\ndef Predict():\ndef Learn():", Small), 2, column, problem);

    [Fact]
    public void A_line_of_100_MB_is_refused_unread() =>
        Throws(
            () => Written.Program(new string('(', 100_000_000)), 3, 1, "the line has 100000000 characters, at most 10000 are allowed");

    private static void Throws(Action parse, int line, int column, string problem)
    {
        var error = Assert.Throws<ProgramFormatException>(parse);
        Assert.Equal($"line {line}, column {column}: {problem}", error.Message);
        Assert.Equal((line, column), (error.Line, error.Column));
    }
}
