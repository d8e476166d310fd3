using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

/// <summary>Which instructions run once. That predictions stay the same is tested with those of the oracle.</summary>
public class LoopInvariantsTests
{
    [Theory]
    [InlineData("s2 = 0.5", "", 1, 0)]
    [InlineData("s2 = 0.5\n  v1[0.5] = 2.0\n  v2 = s2 * v1", "", 3, 0)]
    [InlineData("", "s2 = 0.5\n  s3 = s2 * s4", 0, 2)]
    [InlineData("s2 = dot(v0, v1)", "", 0, 0)]
    [InlineData("s2 = uniform(0, 1)", "", 0, 0)]
    [InlineData("s2 = s2 + s3", "", 0, 0)]
    [InlineData("s3 = s2 + s4\n  s2 = 0.5", "", 0, 0)]
    [InlineData("s3 = s2 + s0", "s2 = 0.5", 0, 0)]
    [InlineData("s2 = 0.5", "s2 = 0.7", 0, 0)]
    [InlineData("s1 = 0.5", "", 0, 0)]
    [InlineData("if s0 > s3:\n  s2 = 0.5", "", 0, 0)]
    [InlineData("v2 = s2 * v1", "v1 = v1 + v3", 0, 0)]
    public void Nothing_may_change_its_operands_or_read_its_cell_before_it(string predict, string learn, int ofPredict, int ofLearn)
    {
        var code = new EffectiveCode();
        var program = ProgramParser.Parse($"def Setup():\n  s4 = 0.1\ndef Predict():\n  {predict}\n  s1 = dot(v0, v9)\ndef Learn():\n  {learn}\n  v9 = v9 + v0\n");
        new WrittenCode().WriteAll(program, false, code);
        var found = LoopInvariants.Find(code, false);
        Assert.Equal((ofPredict, ofLearn), (Count(code, found, ComponentFunction.Predict), Count(code, found, ComponentFunction.Learn)));
    }

    [Fact]
    public void Many_random_programs_have_some()
    {
        var random = new RandomSource(3);
        var programs = new RandomPrograms(new MemoryShape(6, 5, 2), multiClass: false);
        var found = Enumerable.Range(0, 500).Count(_ => LoopInvariants.Find(new Canonicalizer().Analyze(programs.Next(random), false), false) != default);
        Assert.InRange(found, 20, 450);
    }

    private static int Count(EffectiveCode code, LoopInvariants found, ComponentFunction function) =>
        Enumerable.Range(0, code[function].Length).Count(i => found.Contains(function, i));
}
