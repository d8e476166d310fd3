using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class EngineOptionsTests
{
    private static readonly EngineOptions[] Reduced =
    [
        new() { RemovesIntrons = false },
        new() { FusesPairs = false },
        new() { TrainsInOneLoop = false },
        new() { ValidatesInBlocks = false },
        new() { RemovesIntrons = false, FusesPairs = false, TrainsInOneLoop = false, ValidatesInBlocks = false },
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
                var expected = all.Evaluate(program);
                Assert.All(reduced, evaluator => Assert.Equal(expected, evaluator.Evaluate(program)));
            }

            foreach (var evaluator in reduced) evaluator.Dispose();
        }
    }

    private static Program WithoutRandomInstructions(Program program)
    {
        foreach (var function in Enum.GetValues<ComponentFunction>())
            program = program.With(function, [.. program[function].Where(instruction => !instruction.Op.Info().IsRandom)]);
        return program;
    }
}
