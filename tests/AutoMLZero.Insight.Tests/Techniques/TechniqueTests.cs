using AutoMLZero.Analysis;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Tests.Techniques;

public class TechniqueTests
{
    public static TheoryData<string, string, string> Known => new()
    {
        { "linear", BuiltInPrograms.Linear.ToString(), "gradient-step learning-rate" },
        { "affine", BuiltInPrograms.Affine.ToString(), "gradient-step learning-rate bias" },
        { "neural net", BuiltInPrograms.NeuralNet.ToString(), "gradient-step learning-rate bias relu random-initialization" },
        { "nonlinear of the paper", PaperPrograms.Nonlinear, "gradient-step learning-rate relu random-initialization" },
        { "best of the paper", PaperPrograms.Best, "gradient-step input-noise multiplicative normalized-gradient weight-averaging" },
        { "best of the paper, complete", PaperPrograms.BestComplete, "gradient-step input-noise multiplicative normalized-gradient weight-averaging" },
        { "noisy relu of the paper", PaperPrograms.NoisyRelu, "gradient-step learning-rate relu noisy-relu random-initialization" },
        { "decay of the paper", PaperPrograms.Decay, "gradient-step learning-rate learning-rate-decay bias relu random-initialization" },
        { "rate from weights of the paper", PaperPrograms.FromWeights, "gradient-step bias relu random-initialization weight-derived-learning-rate" },
    };

    public static TheoryData<string, string, string> OtherWays => Data(Variants.All);

    public static TheoryData<string, string, string> Misses => Data(NearMisses.All);

    [Theory]
    [MemberData(nameof(Known))]
    [MemberData(nameof(OtherWays))]
    public void A_program_uses_these_techniques(string name, string program, string expected) =>
        Assert.True(expected == Found(Parse(program)), $"{name}: {Found(Parse(program))}");

    [Theory]
    [MemberData(nameof(Known))]
    [MemberData(nameof(OtherWays))]
    public void Names_and_order_do_not_matter(string name, string program, string expected)
    {
        var canonical = EffectiveProgram.Create(Parse(program), IsMultiClass(program)).Program;
        Assert.True(expected == Found(canonical), $"{name}: {Found(canonical)}\n{canonical}");
        for (var shift = 1; shift <= 3; shift++)
        {
            var renamed = Renamed(Parse(program), shift);
            Assert.True(expected == Found(renamed), $"{name}: {Found(renamed)}\n{renamed}");
        }
    }

    [Theory]
    [MemberData(nameof(Misses))]
    public void A_near_miss_is_not_taken_for_the_technique(string technique, string name, string program) =>
        Assert.False(Found(Parse(program)).Split(' ').Contains(technique), $"{technique}, {name}");

    [Fact]
    public void Every_technique_has_programs_that_use_it_and_three_near_misses()
    {
        foreach (var id in TechniqueFinder.Ids)
        {
            Assert.True(NearMisses.All.Count(miss => miss.Technique == id) >= 3, id);
            Assert.True(Variants.All.Concat(Known.Select(row => row.Data)).Count(variant => variant.Item3.Split(' ').Contains(id)) >= 2, id);
        }
    }

    [Fact]
    public void Lines_show_the_technique()
    {
        var techniques = TechniqueFinder.Find(DataFlow.Of(Parse(PaperPrograms.BestComplete))).ToDictionary(
            technique => technique.Id, technique => technique.Lines.Select(line => line.Instruction.ToString()).ToArray());
        Assert.Equal(["v2 = v0 + v1", "v3 = v0 - v1", "v1 = uniform(0.0024, 0.67, n_features)"], techniques["input-noise"]);
        Assert.Equal(["m1 = m1 + m0", "m2 = m2 + m1"], techniques["weight-averaging"]);
        Assert.Contains("s2 = norm(m0)", techniques["normalized-gradient"]);
        Assert.Contains("s5 = s3 / s2", techniques["normalized-gradient"]);
        Assert.Contains("s1 = dot(v3, v4)", techniques["multiplicative"]);
        Assert.Equal(["s3 = s0 - s1", "s5 = s3 / s2", "v5 = s5 * v3", "m0 = outer(v5, v2)", "m1 = m1 + m0", "m2 = m2 + m1"], techniques["gradient-step"]);
    }

    [Fact]
    public void Programs_without_effect_use_nothing()
    {
        Assert.Empty(Found(Program.Empty));
        Assert.Empty(Found(Parse("def Setup():\n v1 = gaussian(0, 1)\ndef Predict():\n s1 = mean(v0)\ndef Learn():\n s3 = s0 - s1; v2 = s3 * v0; v1 = v1 + v2")));
    }

    private static TheoryData<string, string, string> Data(IEnumerable<(string, string, string)> rows)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (first, second, third) in rows) data.Add(first, second, third);
        return data;
    }

    private static Program Parse(string text) => ProgramParser.Parse(text);

    private static bool IsMultiClass(string program) => !program.Contains("s1", StringComparison.Ordinal);

    private static string Found(Program program) =>
        string.Join(' ', TechniqueFinder.Find(DataFlow.Of(program, IsMultiClass(program.ToString()))).Select(technique => technique.Id));

    /// <summary>The same program with addresses moved, those with a meaning apart.</summary>
    private static Program Renamed(Program program, int shift)
    {
        byte Moved(OperandType type, byte address) => (type, address) switch
        {
            (OperandType.Scalar, <= 1) or (OperandType.Vector, 0) or (OperandType.None, _) => address,
            (OperandType.Vector, <= 2) when IsMultiClass(program.ToString()) => address,
            (OperandType.Matrix, _) => (byte)((address + shift) % 8),
            (OperandType.Scalar, _) => (byte)(((address - 2 + shift) % 12) + 2),
            _ => (byte)(((address - 1 + shift) % 12) + 1),
        };
        Instruction Change(Instruction i) => i with
        {
            Output = Moved(i.Op.Info().Output, i.Output),
            Input1 = Moved(i.Op.Info().Input1, i.Input1),
            Input2 = Moved(i.Op.Info().Input2, i.Input2),
        };
        if (IsMultiClass(program.ToString())) return program;
        return new Program([.. program.Setup.Select(Change)], [.. program.Predict.Select(Change)], [.. program.Learn.Select(Change)]);
    }
}
