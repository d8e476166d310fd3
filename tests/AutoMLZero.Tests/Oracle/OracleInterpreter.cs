using System.Numerics;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>
/// The protocol in arrays and loops, one task at a time, over the program as written: what is right, independent of how the engine does it.
/// </summary>
/// <typeparam name="T">The number format in which programs run.</typeparam>
internal static class OracleInterpreter<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The fitness of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="set">The tasks.</param>
    /// <param name="settings">How programs are evaluated; the precision is that of <typeparamref name="T"/>.</param>
    /// <param name="ordinal">The ordinal of the random instruction at an index of a function; negative where it does not matter.</param>
    public static FitnessResult Evaluate(
        Program program, TaskSet set, EvaluationSettings settings, Func<ComponentFunction, int, int> ordinal)
    {
        double[] fitness = [.. set.Tasks.Select(task => new OracleRun<T>(program, task, set, settings, ordinal).Fitness())];
        return new FitnessResult(settings.Combine == Combination.Mean ? Mean(fitness) : Median(fitness), fitness);
    }

    private static double Mean(double[] fitness)
    {
        var sum = fitness[0];
        for (var i = 1; i < fitness.Length; i++) sum += fitness[i];
        return sum / fitness.Length;
    }

    private static double Median(double[] fitness) => fitness.Order().ElementAt(fitness.Length / 2);
}
