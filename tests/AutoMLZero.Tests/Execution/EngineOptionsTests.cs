using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class EngineOptionsTests
{
    private static readonly EngineOptions[] Reduced =
    [
        new() { RemovesIntrons = false },
        new() { FusesPairs = false },
        new() { HoistsInvariants = false },
        new() { TrainsInOneLoop = false },
        new() { ValidatesInBlocks = false },
        new() { RemovesIntrons = false, FusesPairs = false, HoistsInvariants = false, TrainsInOneLoop = false, ValidatesInBlocks = false },
    ];

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(17, false)]
    [InlineData(4, true)]
    [InlineData(17, true)]
    public void An_engine_without_some_part_gives_the_same_bits(int dimension, bool multiClass)
    {
        var random = new RandomSource(5);
        var sets = new RandomTaskSets(3, dimension, epochs: 2, multiClass, huge: 1e200);
        var programs = new RandomPrograms(new MemoryShape(5, 5, 2), multiClass);
        for (var set = 0; set < 4; set++)
        {
            var tasks = sets.Next(random);
            using var all = Evaluators.Create(tasks, new EvaluationSettings());
            IEvaluator[] reduced = [.. Reduced.Select(options => Evaluators.Create(tasks, new EvaluationSettings(), new EarlyExits(), options))];
            for (var i = 0; i < 100; i++)
            {
                var program = WithoutRandomInstructions(programs.Next(random));
                var expected = TaskFitness(all, program);
                Assert.All(reduced, evaluator => Assert.Equal(expected, TaskFitness(evaluator, program)));
            }

            foreach (var evaluator in reduced) evaluator.Dispose();
        }
    }

    /// <summary>Errors that end a task are common on such tasks, so that it matters what is hashed of it from then on.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 10)]
    [InlineData(30, 25)]
    public void Probes_have_the_same_key_without_some_part(int trainExamples, int validExamples)
    {
        var settings = new SyntheticTaskSettings { Kind = SyntheticKind.Affine, Count = 10, Dimension = 4, TrainExamples = 30, ValidExamples = 25 };
        var programs = StreamPrograms.Draw(1000, seed: 2).ToArray();
        var reduced = Reduced.Where(options => options.RemovesIntrons).Prepend(EngineOptions.All);
        Evaluator<double>[] evaluators =
            [.. reduced.Select(options => new Evaluator<double>(SyntheticTasks.Create(settings, 4), new EvaluationSettings { MaxAbsError = 3 }, options))];
        foreach (var program in programs)
        {
            var keys = evaluators.Select(evaluator => evaluator.Probe(evaluator.Analyze(program), trainExamples, validExamples)).Distinct();
            Assert.Single(keys);
        }

        foreach (var evaluator in evaluators) evaluator.Dispose();
    }

    private static double[] TaskFitness(IEvaluator evaluator, Program program)
    {
        evaluator.Evaluate(program);
        return evaluator.TaskFitness.ToArray();
    }

    private static Program WithoutRandomInstructions(Program program)
    {
        foreach (var function in Enum.GetValues<ComponentFunction>())
            program = program.With(function, [.. program[function].Where(instruction => !instruction.Op.Info().IsRandom)]);
        return program;
    }
}
