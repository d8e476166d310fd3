using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// The linear model with a bias and the network with one hidden layer, trained like any program, each with the learning rate that does best on the
/// selection tasks: they see no held-out row either.
/// </summary>
public static class Baselines
{
    /// <summary>The name of the linear model.</summary>
    public const string Linear = "linear model";

    /// <summary>The name of the network.</summary>
    public const string NeuralNet = "neural net";

    /// <summary>The learning rates that are tried, in ascending order.</summary>
    public static ImmutableArray<double> LearningRates { get; } = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

    /// <summary>Chooses the learning rates.</summary>
    /// <param name="spec">The experiment, with the selection tasks.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="cancellation">Stops after the program that is being evaluated.</param>
    /// <returns>The linear model and the network.</returns>
    public static ImmutableArray<Baseline> Tune(ExperimentSpec spec, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var select = spec.Tasks.Select.Create(ExperimentSeeds.SelectTasks(seed));
        using var evaluator = Evaluators.Create(select, spec.Evaluation);
        return
        [
            Tune(Linear, select.IsMultiClass ? BuiltInPrograms.AffineOfClasses : BuiltInPrograms.Affine, evaluator, cancellation),
            Tune(NeuralNet, select.IsMultiClass ? BuiltInPrograms.NeuralNetOfClasses : BuiltInPrograms.NeuralNet, evaluator, cancellation),
        ];
    }

    private static Baseline Tune(string name, Program program, IEvaluator evaluator, CancellationToken cancellation)
    {
        Baseline? best = null;
        foreach (var rate in LearningRates)
        {
            cancellation.ThrowIfCancellationRequested();
            var candidate = WithLearningRate(program, rate);
            var fitness = evaluator.Evaluate(candidate).Fitness;
            if (best is null || fitness > best.SelectFitness) best = new Baseline(name, candidate, rate, fitness);
        }

        return best!;
    }

    /// <summary>The only scalar that these programs set in <c>Setup</c> is the learning rate.</summary>
    private static Program WithLearningRate(Program program, double rate) => program with
    {
        Setup = [.. program.Setup.Select(instruction => instruction.Op == Op.ScalarConstant ? instruction.WithConstant(0, rate) : instruction)],
    };
}
