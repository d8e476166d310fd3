using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Language;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Search;

/// <summary>What comes of a candidate before anything runs.</summary>
internal enum GateAnswer : byte
{
    /// <summary>It is worth running.</summary>
    Passes,

    /// <summary>It is not valid.</summary>
    IsInvalid,

    /// <summary>One that is equal to it was tried before.</summary>
    IsKnown,
}

/// <summary>Tells which programs are worth running. Its state is the fingerprints of those tried since it was emptied.</summary>
internal sealed class CandidateGate : IStateful
{
    private const int MostFingerprints = 1_000_000;

    private readonly StrategySettings settings;
    private readonly bool multiClass;
    private readonly IntronRemoval introns;
    private readonly Dependence dependence = new();
    private readonly AlgebraicAnalysis algebra;
    private readonly HashSet<ulong> known = [];

    /// <summary>Takes what decides.</summary>
    /// <param name="space">The programs that may be made.</param>
    /// <param name="settings">What is asked of programs.</param>
    /// <param name="tasks">The tasks that they are for.</param>
    public CandidateGate(SearchSpace space, StrategySettings settings, TaskSet tasks)
    {
        this.settings = settings;
        multiClass = space.MultiClass;
        introns = new IntronRemoval(multiClass);
        var isBinary = tasks.Tasks.Any(task => task.Kind == TaskKind.Binary);
        var form = multiClass ? PredictionForm.Scores : isBinary ? PredictionForm.Probability : PredictionForm.Number;
        algebra = new AlgebraicAnalysis(space.Memory, tasks.Dimension, form);
    }

    /// <summary>Whether a program is worth running; one that is becomes known.</summary>
    /// <param name="program">The program; on return without introns, unless they are kept.</param>
    public GateAnswer Try(ref Program program)
    {
        var effective = introns.Apply(program);
        if (!settings.KeepsIntrons) program = effective;
        if (settings.Validity == Validity.Syntactic && !dependence.IsLearner(effective, multiClass)) return GateAnswer.IsInvalid;
        if (settings.Validity == Validity.Features && !dependence.ReadsFeatures(effective, multiClass)) return GateAnswer.IsInvalid;
        var isAlgebraic = settings.Validity == Validity.Algebraic;
        if (!isAlgebraic && settings.AllowsDuplicates) return GateAnswer.Passes;
        var fingerprint = algebra.Fingerprint(effective);
        if (!settings.AllowsDuplicates && !Learn(fingerprint)) return GateAnswer.IsKnown;
        return isAlgebraic && !algebra.Meets(settings.Demands) ? GateAnswer.IsInvalid : GateAnswer.Passes;
    }

    /// <summary>Forgets all programs.</summary>
    public void Clear() => known.Clear();

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        writer.Write(known.Count);
        foreach (var fingerprint in known.Order()) writer.Write(fingerprint);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        known.Clear();
        for (var left = reader.ReadCount(MostFingerprints); left > 0; left--) known.Add(reader.ReadUInt64());
    }

    /// <returns>Whether the fingerprint is new.</returns>
    private bool Learn(ulong fingerprint)
    {
        if (known.Count >= MostFingerprints) known.Clear();
        return known.Add(fingerprint);
    }
}
