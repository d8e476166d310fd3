using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Benchmarks.Strategies;

internal static class Sample
{
    public static void Run(string preset, int shown, int count)
    {
        var spec = Experiments.Strategies.Load(AutoMLZero.Experiments.Presets.Json(preset), preset, "fast");
        var space = spec.ToSearchSpace();
        var tasks = spec.Tasks.Search.Create(1);
        var random = new RandomSource(1);
        var backward = new BackwardGenerator(space, Program.Empty, spec.Strategy!.Demands);
        using var evaluator = Evaluators.Create(tasks, spec.Evaluation, spec.EarlyExits);
        var gate = new CandidateGate(space, spec.Strategy!, tasks);
        List<(double Fitness, Program Program)> all = [];
        while (all.Count < count)
        {
            var p = backward.Next(random);
            if (gate.Try(ref p) != GateAnswer.Passes) continue;
            all.Add((evaluator.Evaluate(p, 2).Fitness, p));
        }

        for (var i = 0; i < shown; i++) Console.WriteLine($"{all[i].Fitness:F4} {all[i].Program.ToString().ReplaceLineEndings("; ").Replace("def ", "", StringComparison.Ordinal)}");
        Console.WriteLine("best");
        foreach (var (f, p) in all.OrderByDescending(x => x.Fitness).Take(shown)) Console.WriteLine($"{f:F4} {p.ToString().ReplaceLineEndings("; ").Replace("def ", "", StringComparison.Ordinal)}");
        foreach (var q in new[] { 0.1, 0.5, 0.9, 0.99 }) Console.WriteLine($"{q} {all.Select(x => x.Fitness).Order().ElementAt((int)(q * count)):F4}");
    }
}
