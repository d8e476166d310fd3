using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class AllocationTests
{
    private const int Programs = 200;

    [Theory]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(7, false)]
    [InlineData(16, false)]
    [InlineData(40, false)]
    public void Evaluating_known_programs_again_allocates_nothing(int dimension, bool cached)
    {
        var tasks = SyntheticTasks.Create(
            new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 3, Dimension = dimension, TrainExamples = 12, ValidExamples = 12 }, seed: 1);
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings(), cached ? new FunctionalCacheSettings() : null);
        var source = new RandomPrograms(new MemoryShape(4, 4, 2), multiClass: false);
        var random = new RandomSource(2);
        var programs = Enumerable.Range(0, Programs).Select(_ => source.Next(random)).ToArray();
        foreach (var program in programs) evaluator.Evaluate(program);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var program in programs) evaluator.Evaluate(program);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
