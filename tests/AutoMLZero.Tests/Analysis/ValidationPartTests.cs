using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

public class ValidationPartTests
{
    [Theory]
    [InlineData("s1 = dot(v0, v1)", "s1 = dot(v0, v1)")]
    [InlineData("v2 = v1 + v2; s1 = dot(v0, v1)", "s1 = dot(v0, v1)")]
    [InlineData("v2 = v1 + v2; s1 = dot(v0, v2)", "v2 = v1 + v2; s1 = dot(v0, v2)")]
    [InlineData("s1 = dot(v0, v2); v2 = v1 + v2", "s1 = dot(v0, v2); v2 = v1 + v2")]
    [InlineData("s3 = 0.5; s1 = dot(v0, v1)", "s1 = dot(v0, v1)")]
    [InlineData("s3 = s3 * s1; s1 = dot(v0, v1)", "s1 = dot(v0, v1)")]
    [InlineData("s2 = s1 + s3; s3 = 0.5; s1 = dot(v0, v1)", "s1 = dot(v0, v1)")]
    [InlineData("s1 = s1 + s2; s2 = s3 + s2", "s1 = s1 + s2; s2 = s3 + s2")]
    [InlineData("s2 = s3 + s3", "")]
    [InlineData("v1[0.1] = 0.5; s1 = norm(v1)", "v1[0.1] = 0.5; s1 = norm(v1)")]
    [InlineData("v1 = v0 + v2; v1[0.1] = 0.5; s1 = norm(v1)", "v1 = v0 + v2; v1[0.1] = 0.5; s1 = norm(v1)")]
    public void Only_what_predictions_need_again_and_again_stays(string predict, string expected)
    {
        Span<Instruction> part = stackalloc Instruction[ValidationPart.MaxLength];
        Assert.Equal(Parse(expected), ValidationPart.Of(Parse(predict), part));
    }

    [Theory]
    [InlineData("s3 = 0.5; s3 = 0.5; s3 = 0.5; s3 = 0.5; s3 = 0.5; s3 = 0.5; s3 = 0.5; s3 = 0.5; s3 = 0.5")]
    [InlineData("s200 = 0.5; s1 = dot(v0, v1)")]
    public void Of_many_instructions_or_cells_all_stay(string predict)
    {
        Span<Instruction> part = stackalloc Instruction[ValidationPart.MaxLength];
        Assert.Equal(Parse(predict), ValidationPart.Of(Parse(predict), part));
    }

    private static Instruction[] Parse(string predict) => [.. Effects.Program($" | {predict} | ").Predict];
}
