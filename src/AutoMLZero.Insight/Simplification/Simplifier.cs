using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Insight.Simplification;

/// <summary>
/// Makes a program shorter as long as its fitness stays within a tolerance: exact algebra first, then, line by line, the deletion or merge that costs the
/// least fitness, and algebra again. Of a program with guards that matter, whose data flow is not the same at every example, introns and lines are
/// deleted and nothing else.
/// </summary>
public sealed class Simplifier
{
    private readonly IEvaluator evaluator;
    private readonly double tolerance;
    private readonly IProgress<SimplificationProgress>? progress;
    private readonly Dictionary<ulong, double> known = [];
    private readonly HallOfFame front = new();

    /// <summary>Takes what simplifying depends on.</summary>
    /// <param name="evaluator">Tells the fitness.</param>
    /// <param name="tolerance">How much fitness may be lost in all, at least 0.</param>
    /// <param name="progress">Hears how far it is, after each evaluation.</param>
    /// <exception cref="InputException">The tolerance is negative or not a number.</exception>
    public Simplifier(IEvaluator evaluator, double tolerance, IProgress<SimplificationProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        if (!(tolerance >= 0)) throw new InputException($"the tolerance is {tolerance}, expected 0 or more");
        this.evaluator = evaluator;
        this.tolerance = tolerance;
        this.progress = progress;
    }

    private bool IsMultiClass => evaluator.Tasks.IsMultiClass;

    /// <summary>Simplifies a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="cancellation">Ends the work after the evaluation that is running.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SimplificationResult Simplify(Program program, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        var effective = EffectiveProgram.Create(program, IsMultiClass).Program;
        var before = FitnessOf(effective, effective.Length);
        var current = Algebra.Simplify(effective, IsMultiClass);
        if (FitnessOf(current, current.Length) < before - tolerance) current = effective;
        while (Next(current, before - tolerance, cancellation) is { } next) current = next;
        return new SimplificationResult(current, FitnessOf(current, current.Length), Cost(current), before, Cost(effective), known.Count, front.Members);
    }

    /// <summary>A program with fewer lines that is fit enough: the fittest, of equals the cheapest; null when there is none.</summary>
    private Program? Next(Program current, double least, CancellationToken cancellation)
    {
        if (EffectiveLines.Of(current, IsMultiClass).HasGuards) return Best(current, Edits.LineDeletions(current), least, cancellation);
        if (Spread.Of(current, IsMultiClass) is not { } spread) return null;
        var flow = DataFlow.Of(spread, IsMultiClass);
        return Best(current, Edits.Deletions(flow), least, cancellation) ?? Best(current, Edits.Merges(flow), least, cancellation);
    }

    private Program? Best(Program current, IEnumerable<Program> candidates, double least, CancellationToken cancellation)
    {
        var (best, bestFitness) = (default(Program), double.NegativeInfinity);
        foreach (var candidate in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var simplified = Algebra.Simplify(candidate, IsMultiClass);
            if (simplified.Length >= current.Length) continue;
            var fitness = FitnessOf(simplified, current.Length);
            if (fitness < least || fitness < bestFitness || (fitness == bestFitness && Cost(simplified) >= Cost(best!))) continue;
            (best, bestFitness) = (simplified, fitness);
        }

        return best;
    }

    private double FitnessOf(Program program, int lines)
    {
        var hash = EffectiveProgram.Create(program, IsMultiClass).Hash;
        if (known.TryGetValue(hash, out var fitness)) return fitness;
        fitness = known[hash] = evaluator.Evaluate(program).Fitness;
        front.Consider(new HallOfFameMember(program, fitness, Cost(program)));
        progress?.Report(new SimplificationProgress(lines, known.Count));
        return fitness;
    }

    private double Cost(Program program) => ProgramCost.PerStep(program, evaluator.Tasks.Dimension);
}
