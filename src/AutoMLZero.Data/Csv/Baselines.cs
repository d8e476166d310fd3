using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

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

    /// <summary>Scores of several classes come from a matrix, and a bias for each.</summary>
    private static readonly Program LinearOfClasses = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.01
        def Predict():
          v2 = dot(m0, v0)
          v2 = v2 + v3
        def Learn():
          v4 = v1 - v2
          v4 = s2 * v4
          v3 = v3 + v4
          m1 = outer(v4, v0)
          m0 = m0 + m1
        """);

    private static readonly Program NeuralNetOfClasses = ProgramParser.Parse(
        """
        def Setup():
          m0 = gaussian(0, 0.1)
          m1 = gaussian(0, 0.1)
          s2 = 0.01
        def Predict():
          v3 = dot(m0, v0)
          v3 = v3 + v4
          v5 = maximum(v3, v6)
          v2 = dot(m1, v5)
          v2 = v2 + v7
        def Learn():
          v8 = v1 - v2
          v8 = s2 * v8
          v7 = v7 + v8
          m2 = transpose(m1)
          v9 = dot(m2, v8)
          m2 = outer(v8, v5)
          m1 = m1 + m2
          v10 = heaviside(v3, 1.0)
          v9 = v10 * v9
          v4 = v4 + v9
          m2 = outer(v9, v0)
          m0 = m0 + m2
        """);

    /// <summary>The learning rates that are tried, in ascending order.</summary>
    public static ImmutableArray<double> LearningRates { get; } = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

    /// <summary>Chooses the learning rates.</summary>
    /// <param name="select">The selection tasks.</param>
    /// <param name="settings">How programs are evaluated.</param>
    /// <param name="cancellation">Stops after the program that is being evaluated.</param>
    /// <returns>The linear model and the network.</returns>
    public static ImmutableArray<Baseline> Tune(TaskSet select, EvaluationSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(select);
        using var evaluator = Evaluators.Create(select, settings);
        return
        [
            Tune(Linear, select.IsMultiClass ? LinearOfClasses : BuiltInPrograms.Affine, evaluator, cancellation),
            Tune(NeuralNet, select.IsMultiClass ? NeuralNetOfClasses : BuiltInPrograms.NeuralNet, evaluator, cancellation),
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
