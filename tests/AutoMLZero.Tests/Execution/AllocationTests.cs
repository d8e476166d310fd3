using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Experiments;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class AllocationTests
{
    private const int Programs = 200;
    private const int Individuals = 100_000;
    private const int MaxBytes = 1024;

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

    /// <summary>Whatever is made once is made before: memory, tasks, the first population. Caches still grow.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_individual_of_linear_costs_at_most_a_kilobyte(bool allEarlyExits)
    {
        var spec = Specs.Linear();
        if (allEarlyExits)
            spec = spec with { CanonicalCache = new(), Hurdles = new() { TrainExamples = 20, ValidExamples = 20 }, MaxCost = new(BuiltInPrograms.Linear, 4) };
        using var experiment = new Experiment(spec, seed: 1, index: 0, 2 * Individuals, Evaluators.Create);
        void RunUntil(int individuals) => experiment.Islands[0].Run(individuals, _ => 0, () => true);
        RunUntil(Individuals / 10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        RunUntil((Individuals / 10) + Individuals);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Individuals, 1, MaxBytes);
    }
}
