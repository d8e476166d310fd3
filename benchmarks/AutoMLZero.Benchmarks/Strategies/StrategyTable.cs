using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Benchmarks.Strategies;

/// <summary>
/// Runs a preset to success with many seeds and with variants of its strategy, one after the other on one thread, and prints a table:
/// <c>strategies --preset linear --seeds 0-19 [--strategy fast] [--max-individuals N] "name: key=value; key=value" ...</c>.
/// </summary>
internal static class StrategyTable
{
    /// <summary>Runs all variants.</summary>
    /// <param name="args">What follows the word <c>strategies</c>.</param>
    public static int Run(string[] args)
    {
        try
        {
            Print(StrategyArguments.Parse(args));
            return 0;
        }
        catch (InputException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Print(StrategyArguments arguments)
    {
        Console.WriteLine("| Variant | Solved | Looks, mean | median | 90 % | Full runs, median | Individuals, median | Generated, median | Rejected | Known | Seconds, median | 90 % | worst |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var variant in arguments.Variants)
        {
            var spec = arguments.Spec(variant);
            List<SearchResult> results = [];
            foreach (var seed in arguments.Seeds)
            {
                results.Add(Run(spec, seed));
                Console.Error.Write($"{seed}:{(results[^1].Success ? "+" : "-")}{results[^1].Elapsed.TotalSeconds:F2} ");
            }

            Console.Error.WriteLine();
            Console.WriteLine(Row(variant.Name, results));
        }
    }

    /// <summary>A search; its time is what the processor took, so that others who use the machine do not matter.</summary>
    private static SearchResult Run(ExperimentSpec spec, ulong seed)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = new ExperimentSeries(spec, seed, TimeProvider.System).Run();
        return result with { Elapsed = Environment.CpuUsage.TotalTime - before };
    }

    private static string Row(string name, List<SearchResult> results)
    {
        var looks = Sorted(results, result => result.Counters.Partial + result.Counters.Evaluated);
        var seconds = Sorted(results, result => result.Elapsed.TotalSeconds);
        var generated = results.Sum(result => (double)result.Counters.Generated);
        string[] cells =
        [
            name,
            $"{results.Count(result => result.Success)}/{results.Count}",
            Number(looks.Average()),
            Number(At(looks, 0.5)),
            Number(At(looks, 0.9)),
            Number(At(Sorted(results, result => result.Counters.Evaluated), 0.5)),
            Number(At(Sorted(results, result => result.Counters.Individuals), 0.5)),
            Number(At(Sorted(results, result => result.Counters.Generated), 0.5)),
            Share(results.Sum(result => (double)result.Counters.Rejected) / generated),
            Share(results.Sum(result => (double)result.Counters.Cached) / generated),
            Seconds(At(seconds, 0.5)),
            Seconds(At(seconds, 0.9)),
            Seconds(seconds[^1]),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static double[] Sorted(List<SearchResult> results, Func<SearchResult, double> number) => [.. results.Select(number).Order()];

    /// <summary>The quantile by nearest rank; the median of an even number is the mean of the middle two.</summary>
    private static double At(double[] sorted, double quantile)
    {
        if (quantile == 0.5) return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return sorted[Math.Max(0, (int)Math.Ceiling(quantile * sorted.Length) - 1)];
    }

    private static string Number(double value) => Math.Round(value).ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("P0", CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
