using AutoMLZero.Experiments;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>The accuracy of a network with a technique and without it, on the same tasks.</summary>
/// <param name="With">With it, task by task.</param>
/// <param name="Without">Without it.</param>
internal sealed record Planted(double[] With, double[] Without)
{
    /// <summary>Evaluates both on unseen tasks.</summary>
    /// <param name="condition">The networks.</param>
    /// <param name="spec">The tasks.</param>
    /// <param name="seed">The seed.</param>
    public static Planted Compare(Condition condition, ExperimentSpec spec, ulong seed)
    {
        var tasks = spec.Tasks.Test.Create(seed);
        return new Planted(TaskFitness.Of(condition.WithTechnique, tasks, spec.Evaluation), TaskFitness.Of(condition.Network, tasks, spec.Evaluation));
    }
}
