using AutoMLZero.Execution;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>What a search did so far.</summary>
/// <param name="Generated">Children made.</param>
/// <param name="Rejected">Children rejected before anything ran.</param>
/// <param name="Cached">Children whose fitness a cache had.</param>
/// <param name="Partial">Children stopped by a hurdle.</param>
/// <param name="Evaluated">Children that ran in full.</param>
/// <param name="Individuals">Children that entered a population, or were kept for comparison by random search.</param>
public readonly record struct SearchCounters(long Generated, long Rejected, long Cached, long Partial, long Evaluated, long Individuals)
{
    /// <summary>The sum of two counters.</summary>
    public static SearchCounters operator +(SearchCounters a, SearchCounters b) => new(
        a.Generated + b.Generated,
        a.Rejected + b.Rejected,
        a.Cached + b.Cached,
        a.Partial + b.Partial,
        a.Evaluated + b.Evaluated,
        a.Individuals + b.Individuals);

    /// <summary>What was done between two counters.</summary>
    public static SearchCounters operator -(SearchCounters a, SearchCounters b) => new(
        a.Generated - b.Generated,
        a.Rejected - b.Rejected,
        a.Cached - b.Cached,
        a.Partial - b.Partial,
        a.Evaluated - b.Evaluated,
        a.Individuals - b.Individuals);

    /// <summary>The counters after one more child that was evaluated and kept.</summary>
    /// <param name="outcome">How its fitness was come by.</param>
    public SearchCounters WithIndividual(EvaluationOutcome outcome) => this with
    {
        Generated = Generated + 1,
        Rejected = Rejected + (outcome == EvaluationOutcome.Rejected ? 1 : 0),
        Cached = Cached + (outcome == EvaluationOutcome.Cached ? 1 : 0),
        Partial = Partial + (outcome == EvaluationOutcome.Partial ? 1 : 0),
        Evaluated = Evaluated + (outcome == EvaluationOutcome.Evaluated ? 1 : 0),
        Individuals = Individuals + 1,
    };

    /// <summary>Writes all.</summary>
    /// <param name="writer">Where to.</param>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Generated);
        writer.Write(Rejected);
        writer.Write(Cached);
        writer.Write(Partial);
        writer.Write(Evaluated);
        writer.Write(Individuals);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public static SearchCounters Restore(StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(
            reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
    }
}
