using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Programs on one line, <c>Setup | Predict | Learn</c>, and what of them matters.</summary>
internal static class Effects
{
    /// <summary>The program of a line.</summary>
    public static Program Program(string line)
    {
        var functions = line.Split('|');
        Assert.Equal(3, functions.Length);
        return ProgramParser.Parse($"def Setup():\n{functions[0]}\ndef Predict():\n{functions[1]}\ndef Learn():\n{functions[2]}");
    }

    /// <summary>What of the program of a line matters.</summary>
    public static EffectiveProgram Of(string line, bool multiClass = false) => EffectiveProgram.Create(Program(line), multiClass);

    /// <summary>A program has the effect of another in which nothing is left to remove.</summary>
    public static void AssertReduced(string line, string reduced, bool multiClass = false)
    {
        AssertSame(line, reduced, multiClass);
        var program = Of(line, multiClass).Program;
        Assert.Equal(Program(reduced).Length, Functions.All.Sum(function => program[function].Count(instruction => !IsCopy(instruction))));
    }

    /// <summary>Two programs have the same canonical form.</summary>
    public static void AssertSame(string line, string other, bool multiClass = false)
    {
        var (first, second) = (Of(line, multiClass), Of(other, multiClass));
        Assert.Equal(first.Program.ToString(), second.Program.ToString());
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first.Memory, second.Memory);
        Assert.Equal(first.IsStateless, second.IsStateless);
    }

    /// <summary>Two programs have different canonical forms.</summary>
    public static void AssertDifferent(string line, string other, bool multiClass = false)
    {
        var (first, second) = (Of(line, multiClass), Of(other, multiClass));
        Assert.NotEqual(first.Program.ToString(), second.Program.ToString());
        Assert.NotEqual(first.Hash, second.Hash);
    }

    /// <summary>The larger of a value and itself: partial writes may need copies of what they keep.</summary>
    private static bool IsCopy(Instruction instruction) =>
        instruction.Op is Op.VectorMaximum or Op.MatrixMaximum && instruction.Input1 == instruction.Input2;
}
