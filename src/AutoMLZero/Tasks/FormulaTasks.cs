using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tasks;

/// <summary>Makes tasks of symbolic regression, for programs without <c>Learn</c>: the examples that count are the validation examples.</summary>
public static class FormulaTasks
{
    /// <summary>The largest number of examples.</summary>
    public const int MostExamples = 1_000_000;

    /// <summary>One task: inputs drawn uniformly from the range of the formula, without noise. The first of them is the training example.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="examples">Number of examples, 1 to <see cref="MostExamples"/>.</param>
    /// <param name="seed">Decides the inputs.</param>
    /// <exception cref="InputException">The number of examples is out of its range.</exception>
    public static TaskSet Create(Formula formula, int examples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (examples is < 1 or > MostExamples) throw new InputException($"the number of examples is {examples}, expected 1 to {MostExamples}");
        var random = new RandomSource(SplitMix.Derive(seed, 0));
        var inputs = new double[examples * formula.Inputs];
        for (var i = 0; i < inputs.Length; i++) inputs[i] = formula.Low + ((formula.High - formula.Low) * random.NextDouble());
        var labels = new double[examples];
        for (var i = 0; i < examples; i++) labels[i] = formula.Value(inputs.AsMemory(i * formula.Inputs, formula.Inputs));
        var first = new Examples(formula.Inputs, inputs[..formula.Inputs], labels[..1]);
        var task = new LearningTask(formula.Name, TaskKind.Regression, first, new Examples(formula.Inputs, inputs, labels), SplitMix.Derive(seed, 1));
        return new TaskSet([task], seed: seed);
    }
}
