using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Which guards matter, and what they make matter, on programs written by hand as <c>Setup | Predict | Learn</c>.</summary>
public class GuardEffectsTests
{
    [Theory]
    [InlineData(" | s2 = v0[0]; if s2 > s3: s1 = s2 * s2 | ")]
    [InlineData(" | s1 = v0[0]; s2 = v0[0.5]; if s1 <= s2: if s2 > s3: s1 = exp(s2) | ")]
    [InlineData("s2 = 1; if s2 > s3: s2 = 2 | s1 = abs(s2) | ")]
    [InlineData("v1[0.5] = 1 | s2 = norm(v0); if s2 > s3: v1 = abs(v0); s1 = norm(v1) | ")]
    [InlineData(" | s1 = dot(v0, v1) | s2 = s0 - s1; if s2 > s3: v1 = v1 + v0")]
    public void What_guards_read_and_what_they_keep_matters(string line) => AssertReduced(line, line);

    [Theory]
    [InlineData(" | s2 = v0[0]; if s2 > s3: s4 = exp(s2); s1 = norm(v0) | ", " | s1 = norm(v0) | ")]
    [InlineData(" | s2 = v0[0]; if s2 > s3: if s3 > s4: NoOp(); s1 = norm(v0) | ", " | s1 = norm(v0) | ")]
    [InlineData(" | s1 = exp(s2); s1 = norm(v0); if s1 > s2: | ", " | s1 = norm(v0) | ")]
    [InlineData("if s2 > s3: | s1 = norm(v0) | if s2 > s3:", " | s1 = norm(v0) | ")]
    [InlineData(" | s2 = v0[0]; if s2 > s3: s1 = exp(s2); s1 = norm(v0) | ", " | s1 = norm(v0) | ")]
    [InlineData(" | s4 = v0[0]; if s4 > s3: s5 = exp(s4); if s4 > s3: s1 = abs(s4) | ", " | s4 = v0[0]; if s4 > s3: s1 = abs(s4) | ")]
    public void A_guard_of_what_does_not_matter_does_not_matter(string line, string reduced) =>
        AssertReduced(line, reduced);

    [Fact]
    public void A_guarded_write_of_the_prediction_carries_memory_from_example_to_example()
    {
        Assert.False(Effects.Of(" | s2 = v0[0]; if s2 > s3: s1 = abs(s2) | ").IsStateless);
        Assert.True(Effects.Of(" | s2 = v0[0]; s1 = 1; if s2 > s3: s1 = abs(s2) | ").IsStateless);
    }

    [Theory]
    [InlineData(" | s2 = v0[0]; s1 = 1; if s2 > s3: s1 = abs(s2) | ", " | s2 = v0[0]; s1 = 1; s1 = abs(s2) | ")]
    [InlineData(" | s2 = v0[0]; s1 = 1; if s2 > s3: s1 = abs(s2) | ", " | s2 = v0[0]; s1 = 1; if s2 <= s3: s1 = abs(s2) | ")]
    [InlineData(" | s2 = v0[0]; s1 = 1; if s2 > s3: s1 = abs(s2) | ", " | s2 = v0[0]; s1 = 1; if s3 > s2: s1 = abs(s2) | ")]
    [InlineData(" | s1 = v0[0] | ", " | s1 = v0[0.5] | ")]
    public void Guards_and_positions_are_told_apart(string line, string other) => Effects.AssertDifferent(line, other);

    [Theory]
    [InlineData(" | s1 = dot(v0, v1); s2 = v0[0]; if s2 > s3: s1 = abs(s2) | v1 = s0 * v0", true)]
    [InlineData(" | s1 = dot(v2, v1); s4 = v0[0]; if s4 > s3: s1 = abs(s2) | v1 = s0 * v2", true)]
    [InlineData(" | s1 = dot(v2, v1); s4 = v2[0]; if s4 > s3: s1 = abs(s2) | v1 = s0 * v2", false)]
    public void A_prediction_depends_on_what_its_guards_read(string line, bool isLearner) =>
        Assert.Equal(isLearner, new Dependence().IsLearner(Effects.Program(line), multiClass: false));

    [Fact]
    public void Introns_before_and_after_guarded_instructions_change_no_hash()
    {
        var random = new RandomSource(7);
        var introns = new Introns(multiClass: false);
        var program = Effects.Program("s2 = 1 | s3 = v0[0]; s1 = s2 * s3; if s3 > s2: if s3 <= s1: s1 = exp(s3) | s3 = s0 - s1; if s3 > s2: s2 = s2 + s3");
        for (var i = 0; i < 300; i++)
        {
            var without = new Program(introns.Insert(program, random).Setup, program.Predict, program.Learn);
            Assert.Equal(EffectiveProgram.Create(program).Hash, EffectiveProgram.Create(without).Hash);
        }
    }

    private static void AssertReduced(string line, string reduced) =>
        Assert.Equal(Effects.Program(reduced).ToString(), new IntronRemoval(multiClass: false).Apply(Effects.Program(line)).ToString());
}
