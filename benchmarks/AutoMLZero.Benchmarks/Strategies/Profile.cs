using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Benchmarks.Strategies;

internal static class Profile
{
    public static void Run(string preset)
    {
        var spec = Experiments.Strategies.Load(AutoMLZero.Experiments.Presets.Json(preset), preset, "fast");
        var space = spec.ToSearchSpace();
        var tasks = spec.Tasks.Search.Create(1);
        var random = new RandomSource(1);
        var backward = new BackwardGenerator(space, Program.Empty, spec.Strategy!.Demands);
        var introns = new IntronRemoval(false);
        var algebra = new AlgebraicAnalysis(space.Memory, tasks.Dimension, PredictionForm.Number);
        var mutator = new Mutator(space, spec.Evolution.Mutations.ToMix(), ConstantChange.LogNormal);
        using var evaluator = Evaluators.Create(tasks, spec.Evaluation, spec.EarlyExits);
        Program[] valid = [];
        for (var round = 0; round < 3; round++)
        {
            const int N = 200_000;
            Program[] made = new Program[N];
            Program[] bare = new Program[N];
            Time("construct", N, i => made[i] = backward.Next(random));
            Time("introns", N, i => bare[i] = introns.Apply(made[i]));
            var passes = new bool[4][];
            Demands[] demands = [Demands.None, Demands.Features, Demands.Features | Demands.Labels, Demands.All];
            for (var d = 0; d < 4; d++)
            {
                passes[d] = new bool[N];
                Time($"algebra {demands[d]}", N, i => passes[d][i] = algebra.Fingerprint(bare[i]) != 0 && algebra.Meets(demands[d]));
                Console.WriteLine($"   passes {passes[d].Count(x => x) / (double)N:P2}");
            }

            valid = [.. bare.Where((_, i) => passes[3][i])];
            Console.WriteLine($"valid {valid.Length}, lengths {valid.Average(p => p.Setup.Length):F1} {valid.Average(p => p.Predict.Length):F1} {valid.Average(p => p.Learn.Length):F1}");
            Time("mutate", N, i => made[i] = mutator.Mutate(valid[i % valid.Length], random));
            Time("introns", N, i => bare[i] = introns.Apply(made[i]));
            Time("algebra all", N, i => passes[3][i] = algebra.Fingerprint(bare[i]) != 0 && algebra.Meets(demands[3]));
            Console.WriteLine($"   passes {passes[3].Count(x => x) / (double)N:P2}, same {Enumerable.Range(0, N).Count(i => algebra.Fingerprint(bare[i]) == algebra.Fingerprint(valid[i % valid.Length])) / (double)N:P2}");
            var M = Math.Min(valid.Length, 20000);
            Time("first look", M, i => evaluator.Evaluate(valid[i], 2));
            Time("full", M, i => evaluator.Evaluate(valid[i], null));
        }
    }

    private static void Time(string name, int count, Action<int> action)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++) action(i);
        Console.WriteLine($"{name,-20} {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count:F2} us");
    }
}
