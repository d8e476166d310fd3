using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>A training budget (AutoML-Zero, section 3.2): a program may cost so many times what a baseline does, a step.</summary>
/// <param name="Baseline">The program that others are measured by.</param>
/// <param name="Factor">How many times its cost a program may cost, more than 0.</param>
public sealed record CostLimit(Program Baseline, double Factor)
{
    /// <summary>The largest cost a training step, as <see cref="ProgramCost"/> counts it.</summary>
    /// <param name="dimension">Number of features F.</param>
    public double PerStep(int dimension) => Factor * ProgramCost.PerStep(Baseline, dimension);
}
