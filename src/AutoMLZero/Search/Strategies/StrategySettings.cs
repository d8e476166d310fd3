using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>What <see cref="StrategySearch"/> does differently from regularized evolution. Each part can be left out.</summary>
public sealed record StrategySettings
{
    /// <summary>Which programs are worth running; others are rejected, and another one is made instead.</summary>
    public Validity Validity { get; init; } = Validity.Algebraic;

    /// <summary>What predictions must depend on when validity is algebraic.</summary>
    public Demands Demands { get; init; } = Demands.All;

    /// <summary>Whether a program that is equal to one of the same run, by algebra, is run.</summary>
    public bool AllowsDuplicates { get; init; }

    /// <summary>Whether programs keep instructions without effect.</summary>
    public bool KeepsIntrons { get; init; }

    /// <summary>How new programs are made.</summary>
    public Construction Construction { get; init; } = Construction.Backward;

    /// <summary>
    /// Number of new programs that a run begins with, at least 1; while the population is not full, children then join it and nobody dies. All of the
    /// first population when there are more.
    /// </summary>
    public int Founders { get; init; } = 30;

    /// <summary>Who dies when a child is born.</summary>
    public Replacement Replacement { get; init; } = Replacement.WorseOfTwo;

    /// <summary>Individuals after which evolution begins anew with new programs, at least 1; null when it never does.</summary>
    public long? RestartAfter { get; init; }

    /// <summary>The probability that a mutated child is mutated once more, each time anew, at least 0 and below 1.</summary>
    public double AnotherMutation { get; init; } = 0.3;

    /// <summary>The probability that a child comes from two parents, by crossover of linear segments, before it is mutated; 0 to 1.</summary>
    public double Crossover { get; init; }

    /// <summary>
    /// The first part of the evaluation, by which individuals are compared; only those run in full that are no worse there than any before in the
    /// same run. Null when all run in full.
    /// </summary>
    public FirstLookSettings? FirstLook { get; init; } = new();

    /// <summary>Checks the parameters.</summary>
    /// <returns>These parameters.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public StrategySettings Validated()
    {
        if (!Enum.IsDefined(Validity)) throw new InputException($"the validity {Validity} does not exist");
        if (!Enum.IsDefined(Construction)) throw new InputException($"the construction {Construction} does not exist");
        if (!Enum.IsDefined(Replacement)) throw new InputException($"the replacement {Replacement} does not exist");
        if (Founders < 1) throw new InputException($"the number of founders is {Founders}, expected at least 1");
        if (RestartAfter < 1) throw new InputException($"restarts come after {RestartAfter} individuals, expected at least 1");
        if (!(AnotherMutation is >= 0 and < 1))
            throw new InputException($"the probability of another mutation is {AnotherMutation}, expected at least 0 and below 1");
        if (!(Crossover is >= 0 and <= 1)) throw new InputException($"the probability of crossover is {Crossover}, expected 0 to 1");
        return this;
    }
}

/// <summary>The first part of an evaluation.</summary>
/// <param name="Tasks">Number of tasks, at least 1; all when there are fewer.</param>
/// <param name="TrainExamples">Training examples of each, at least 1; all when there are fewer.</param>
/// <param name="ValidExamples">Validation examples of each, at least 1; all when there are fewer.</param>
public sealed record FirstLookSettings(int Tasks = 8, int TrainExamples = 20, int ValidExamples = 20)
{
    /// <summary>The hurdle that an evaluator has for it.</summary>
    public HurdleSettings ToHurdle() => new() { Tasks = Tasks, TrainExamples = TrainExamples, ValidExamples = ValidExamples, Percentile = 100 };
}
