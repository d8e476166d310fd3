using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Which instructions matter, on programs written by hand as <c>Setup | Predict | Learn</c>.</summary>
public class EffectiveInstructionsTests
{
    [Theory]
    [InlineData("v1[0.5] = 1; v1[0.25] = 2 | s1 = dot(v0, v1) | ")]
    [InlineData(" | v1 = v0 + v0; v1[0.5] = 1; s1 = norm(v1) | ")]
    [InlineData(" | m1 = outer(v0, v0); m1[0, 0.5] = 1; s1 = norm(m1) | ")]
    [InlineData(" | s1 = mean(v1) | v1 = v0 + v1; v1[0.5] = 1")]
    [InlineData(" | v1[0.5] = 1; s1 = dot(v0, v1) | v1 = v0 - v1")]
    public void Partial_writes_need_what_they_keep(string line) => Effects.AssertReduced(line, line);

    [Fact]
    public void What_a_partial_write_would_keep_is_not_needed_when_all_is_overwritten_later() =>
        Effects.AssertReduced(" | v1[0.5] = 1; v1 = v0 + v0; s1 = norm(v1) | ", " | v1 = v0 + v0; s1 = norm(v1) | ");

    [Theory]
    [InlineData("s2 = 0.01 | s1 = dot(v1, v0) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")]
    [InlineData(" | s1 = abs(s2) | s2 = abs(s3); s3 = sin(s4); s4 = exp(s0)")]
    [InlineData(" | s1 = abs(s2) | s2 = s0 + s2")]
    [InlineData(" | s1 = abs(s3); s2 = norm(v0) | s3 = s0 / s2")]
    [InlineData(" | s1 = abs(s2); s3 = exp(s4); s4 = norm(v0) | s2 = s0 / s3")]
    [InlineData(" | | s1 = s0 + s1")]
    public void Learn_matters_through_memory(string line) => Effects.AssertReduced(line, line);

    [Theory]
    [InlineData("s2 = 1; v1 = gaussian(0, 1) | s1 = norm(v0) | s2 = s0 - s1; v1 = s2 * v0")]
    [InlineData(" | s1 = norm(v0) | s1 = s0 + s1")]
    [InlineData(" | v1 = v1 + v0; s1 = norm(v0) | v1 = s0 * v1")]
    [InlineData(" | s1 = norm(v0); s3 = abs(s4); s4 = abs(s3) | s3 = s0 / s4")]
    public void Nothing_else_matters_when_Predict_reads_no_memory(string line) => Effects.AssertReduced(line, " | s1 = norm(v0) | ");

    [Theory]
    [InlineData("s2 = 1; s2 = 2 | s1 = abs(s2) | ", "s2 = 2 | s1 = abs(s2) | ")]
    [InlineData("s2 = 1 | s2 = norm(v0); s1 = abs(s2) | ", " | s2 = norm(v0); s1 = abs(s2) | ")]
    [InlineData(" | s2 = norm(v0); s1 = abs(s2) | s2 = s0 - s1", " | s2 = norm(v0); s1 = abs(s2) | ")]
    [InlineData("s2 = 1 | s1 = abs(s3) | s2 = abs(s0); s3 = exp(s2)", " | s1 = abs(s3) | s2 = abs(s0); s3 = exp(s2)")]
    [InlineData(" | s1 = exp(s2); s1 = norm(v0) | s2 = abs(s0)", " | s1 = norm(v0) | ")]
    public void What_is_overwritten_before_it_is_read_does_not_matter(string line, string reduced) => Effects.AssertReduced(line, reduced);

    [Theory]
    [InlineData("s2 = 1 | s1 = abs(s2) | s2 = exp(s0)")]
    [InlineData("s2 = 1 | s1 = dot(v1, v0) | v1 = s2 * v0; s2 = abs(s0)")]
    [InlineData(" | s1 = abs(s2); s2 = norm(v0) | s2 = exp(s0)")]
    public void What_is_overwritten_after_it_is_read_matters(string line) => Effects.AssertReduced(line, line);

    [Theory]
    [InlineData(" | s1 = dot(v0, v5) | ", " | s1 = dot(v9, v0) | ")]
    [InlineData(" | s2 = s5 / s6; s1 = exp(s2) | ", " | s2 = s7 / s7; s1 = exp(s2) | ")]
    [InlineData(" | s1 = exp(s0) | ", " | s1 = exp(s9) | ")]
    [InlineData("v1 = 1 / v0; v1[0.5] = 2 | s1 = dot(v0, v1) | ", "v1 = 1 / v7; v1[0.5] = 2 | s1 = dot(v0, v1) | ")]
    [InlineData("s2 = exp(s5) | s1 = abs(s2) | s5 = abs(s0)", "s2 = exp(s7) | s1 = abs(s2) | ")]
    [InlineData(" | s1 = exp(s5) | s6 = s0 + s5", " | s1 = exp(s7) | ")]
    public void What_is_never_written_is_zero(string line, string same) => Effects.AssertSame(line, same);

    [Theory]
    [InlineData("s2 = 0 | s1 = 1 / s2 | ", "s2 = -0 | s1 = 1 / s2 | ")]
    [InlineData("v1[0.5] = 0 | s1 = dot(v0, v1) | ", "v1[0.5] = -0 | s1 = dot(v0, v1) | ")]
    [InlineData("m1[0.5, 0] = 0 | s1 = norm(m1) | ", "m1[0.5, 0] = -0 | s1 = norm(m1) | ")]
    [InlineData("s2 = uniform(0, 0) | s1 = 1 / s2 | ", "s2 = uniform(-0, 0) | s1 = 1 / s2 | ")]
    public void Zero_and_minus_zero_stay_apart(string line, string other) => Effects.AssertDifferent(line, other);

    [Theory]
    [InlineData(" | s2 = norm(v0); s3 = norm(v0); s1 = s2 * s3 | ", " | s2 = norm(v0); s1 = s2 * s2 | ")]
    [InlineData(" | s2 = 0; s2 = 1 / s2; s3 = 0; s3 = 1 / s3; s1 = s2 + s3 | ", " | s2 = 0; s2 = 1 / s2; s1 = s2 + s2 | ")]
    [InlineData(" | v1 = abs(v0); v2 = v0 + v1; v3 = v1 + v0; s1 = dot(v2, v3) | ", " | v1 = abs(v0); v2 = v0 + v1; s1 = dot(v2, v2) | ")]
    public void What_is_computed_twice_is_computed_once(string line, string reduced) => Effects.AssertReduced(line, reduced);

    [Theory]
    [InlineData(" | s2 = 0; s2 = 1 / s2; s3 = -0; s3 = 1 / s3; s1 = s2 + s3 | ")]
    [InlineData(" | s2 = uniform(0, 1); s3 = uniform(0, 1); s1 = s2 - s3 | ")]
    [InlineData(" | v1 = abs(v0); v2 = minimum(v0, v1); v3 = minimum(v1, v0); s1 = dot(v2, v3) | ")]
    [InlineData(" | s1 = exp(s2) | s2 = exp(s0)")]
    [InlineData(" | s1 = dot(v1, v0); s2 = dot(v1, v0) | s3 = s0 - s2; v1 = s3 * v0")]
    public void What_only_looks_the_same_is_not_merged(string line) => Effects.AssertReduced(line, line);

    [Fact]
    public void Learn_reads_the_prediction_normalized_and_a_copy_of_it_not() => Effects.AssertDifferent(
        " | s1 = dot(v1, v0); s2 = dot(v1, v0) | s3 = s0 - s1; v1 = s3 * v0",
        " | s1 = dot(v1, v0); s2 = dot(v1, v0) | s3 = s0 - s2; v1 = s3 * v0");

    [Fact]
    public void Random_instructions_that_do_not_matter_have_no_ordinal()
    {
        const string Line = "s2 = uniform(0, 1); s3 = uniform(0, 1); s2 = exp(s3) | s1 = abs(s2); v1 = gaussian(0, 1) | v1 = uniform(1, 2)";
        var effective = Effects.Of(Line);
        int[] Found(ComponentFunction function, int count) =>
            [.. Enumerable.Range(0, count).Select(index => effective.RandomOrdinal(function, index))];
        Assert.Equal([-1, 0, -1], Found(ComponentFunction.Setup, 3));
        Assert.Equal([-1, -1], Found(ComponentFunction.Predict, 2));
        Assert.Equal([-1], Found(ComponentFunction.Learn, 1));
    }

    /// <summary>Each cell is carried from example to example, and the sum needs one more address on the way.</summary>
    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Programs_that_need_more_than_256_addresses_of_a_type_are_an_error(int addresses, bool isFine)
    {
        var updates = Enumerable.Range(2, addresses - 2).Select(address => $"s{address} = s{address} - s1; s1 = s1 + s{address}");
        var line = $" | {string.Join(';', updates)} | ";
        if (isFine) Assert.Equal(Effects.Program(line).Length, Effects.Of(line).Program.Length);
        else Assert.Contains("256", Assert.Throws<InputException>(() => Effects.Of(line)).Message, StringComparison.Ordinal);
    }
}
