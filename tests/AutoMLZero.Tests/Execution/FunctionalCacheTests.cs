using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class FunctionalCacheTests
{
    private static readonly FunctionalCacheSettings WholeSet = new() { TrainExamples = 10, ValidExamples = 10 };

    [Theory]
    [InlineData(1, 10)]
    [InlineData(4, 10)]
    [InlineData(7, 3)]
    [InlineData(16, 3)]
    public void A_probe_with_all_examples_never_gives_a_wrong_fitness(int dimension, int tasks)
    {
        var set = SyntheticTasks.Create(
            new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = tasks, Dimension = dimension, TrainExamples = 10, ValidExamples = 10 },
            seed: 5);
        using var plain = Evaluators.Create(set, new EvaluationSettings());
        using var cached = Evaluators.Create(set, new EvaluationSettings(), WholeSet);
        var programs = new RandomPrograms(new MemoryShape(4, 4, 1), multiClass: false);
        var random = new RandomSource(7);
        for (var i = 0; i < 1000; i++)
        {
            var program = programs.Next(random);
            var expected = plain.Evaluate(program).Fitness;
            Assert.Equal(expected, cached.Evaluate(program).Fitness);
            Assert.Equal(expected, cached.Evaluate(program).Fitness);
        }
    }

    [Fact]
    public void A_program_that_was_seen_is_cached_whatever_its_introns()
    {
        var set = SyntheticTasks.Create(
            new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 2, Dimension = 4, TrainExamples = 30, ValidExamples = 30 }, seed: 5);
        using var cached = Evaluators.Create(set, new EvaluationSettings(), new FunctionalCacheSettings());
        var longer = BuiltInPrograms.Linear.With(ComponentFunction.Learn, BuiltInPrograms.Linear.Learn.Add(new Instruction(Op.ScalarAbs, 3, 3)));
        Assert.Equal(EvaluationOutcome.Evaluated, cached.Evaluate(BuiltInPrograms.Linear).Outcome);
        Assert.Equal(EvaluationOutcome.Cached, cached.Evaluate(longer).Outcome);
        Assert.Equal(EvaluationOutcome.Evaluated, cached.Evaluate(BuiltInPrograms.NeuralNet).Outcome);
    }
}
