using System.Numerics;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution.Stages;

/// <summary>
/// Takes the fitness of a program with the same canonical form. Where a run costs less than making the form does, programs are recognized by their
/// effective instructions as they are written instead.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="tasks">The tasks of a full run.</param>
/// <param name="capacity">Number of programs remembered.</param>
/// <param name="next">Evaluates the others.</param>
internal sealed class CanonicalCacheStage<T>(TaskSet tasks, int capacity, IStage<T> next) : IStage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// The form finds one in seven programs that are not found as written (on <c>linear</c>), and takes as long as some 100 examples: it pays from
    /// some 700 examples on.
    /// </summary>
    private const long ManyExamples = 700;

    private readonly bool makesForm = tasks.Parts.Sum(part => (long)part.Epochs * (part.TrainCount + part.ValidCount)) > ManyExamples;
    private readonly FitnessCache<T> cache = new(capacity, next);

    /// <summary>The hashes of canonical forms, for programs whose effective instructions are written alike need not be analyzed again.</summary>
    private readonly KeyMemory hashes = new();

    /// <inheritdoc/>
    public Evaluation Evaluate(Candidate<T> candidate) =>
        cache.Evaluate(makesForm ? FormHash(candidate) : candidate.CheapHash, candidate);

    /// <inheritdoc/>
    public void Save(StateWriter writer) => cache.Save(writer);

    /// <inheritdoc/>
    public void Restore(StateReader reader) => cache.Restore(reader);

    private ulong FormHash(Candidate<T> candidate)
    {
        var program = candidate.CheapHash;
        if (!hashes.TryGet(program, out var hash)) hashes.Add(program, hash = candidate.Hash);
        return hash!.Value;
    }
}
