using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Oracle;

public class EngineAgainstOracleTests
{
    [Theory]
    [InlineData(Precision.Bits64)]
    [InlineData(Precision.Bits32)]
    public void Engine_and_oracle_agree_bit_for_bit_on_20000_programs(Precision precision)
    {
        var programs = 0;
        foreach (var batch in FitnessBatches.All(precision))
        {
            Compare(batch);
            programs += batch.Programs.Length;
        }

        Assert.True(programs >= 20_000, $"Only {programs} programs were compared.");
    }

    [Theory]
    [InlineData(Precision.Bits64)]
    [InlineData(Precision.Bits32)]
    public void Engine_and_oracle_agree_bit_for_bit_on_programs_with_guards(Precision precision)
    {
        var guarded = 0;
        foreach (var batch in FitnessBatches.All(precision, part: 5, extensions: true))
        {
            Compare(batch);
            guarded += batch.Programs.Count(HasGuards);
        }

        Assert.True(guarded >= 1000, $"Only {guarded} programs with effective guards were compared.");

        bool HasGuards(Program program) => EffectiveProgram.Create(program).Program.ToString().Contains("if ", StringComparison.Ordinal);
    }

    private static void Compare(FitnessBatch batch)
    {
        foreach (var (program, found) in batch.Programs.Zip(Engine.Evaluate(batch)))
        {
            var expected = batch.Expected(program, EffectiveProgram.Create(program, batch.Tasks.IsMultiClass).RandomOrdinal);
            Assert.True(found.SameBits(expected), $"{batch}\n{program}expected {expected}\nfound    {found}");
        }
    }
}
