using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Analysis;

/// <summary>The effective program predicts as the original does, seen by an interpreter that knows nothing of the analysis.</summary>
public class SamePredictionsTests
{
    private const int Count = 3000;
    private const int Tasks = 5;
    private const int Epochs = 2;

    private static readonly EvaluationSettings Settings = new() { MaxAbsError = 1e6 };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Effective_programs_have_the_fitness_of_the_original_bit_for_bit(bool multiClass, bool extensions)
    {
        var results = new HashSet<string>();
        foreach (var sample in Sample.Some(Count, multiClass, extensions)) results.Add(Compare(sample).ToString());
        Assert.True(results.Count > Count / 5, $"Only {results.Count} results differ among {Count} programs.");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Ordinals_count_the_effective_random_instructions_of_each_function(bool multiClass, bool extensions)
    {
        var random = 0;
        foreach (var sample in Sample.Some(Count, multiClass, extensions))
        {
            var effective = EffectiveProgram.Create(sample.Program, multiClass);
            var found = Ordinals.OfEffective(effective, sample.Program).Order();
            var expected = Functions.All.SelectMany(function => Enumerable
                .Range(0, effective.Program[function].Count(instruction => instruction.Op.Info().IsRandom))
                .Select(ordinal => (function, ordinal)));
            Assert.Equal(expected, found);
            random += found.Count();
        }

        Assert.True(random > Count / 6, $"Only {random} random instructions matter in {Count} programs.");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Memory_holds_the_addresses_of_the_effective_program(bool multiClass, bool extensions)
    {
        foreach (var sample in Sample.Some(Count, multiClass, extensions))
        {
            var effective = EffectiveProgram.Create(sample.Program, multiClass);
            Assert.Equal(effective.Program, ProgramParser.Parse(effective.Program.ToString(), effective.Memory));
        }
    }

    private static FitnessResult Compare(Sample sample)
    {
        var dimension = (sample.MultiClass ? 2 : 1) + sample.Random.NextInt(3);
        var tasks = new RandomTaskSets(Tasks, dimension, Epochs, sample.MultiClass, 1e200).Next(sample.Random);
        var effective = EffectiveProgram.Create(sample.Program, sample.MultiClass);
        var expected = OracleInterpreter<double>.Evaluate(sample.Program, tasks, Settings, effective.RandomOrdinal);
        var found = OracleInterpreter<double>.Evaluate(effective.Program, tasks, Settings, Ordinals.InOrder(effective.Program));
        Assert.True(found.SameBits(expected), $"{sample.Program}expected {expected}\n{effective.Program}found    {found}");
        return found;
    }
}
