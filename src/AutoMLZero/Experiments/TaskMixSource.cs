using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>
/// A mix of sources that may differ in the number of features, the number of examples and the scale of data, so that programs cannot settle on
/// constants that fit one of them alone. Its task sets are mixes too (see <see cref="TaskSet.Mix"/>); fitness counts the tasks of all sources alike.
/// </summary>
public sealed record TaskMixSource : TaskSource
{
    /// <summary>The word for <c>kind</c> in a spec.</summary>
    internal const string Kind = "mix";

    /// <summary>The largest number of sources.</summary>
    public const int MaxSources = 100;

    /// <summary>Takes the sources.</summary>
    /// <param name="sources">1 to <see cref="MaxSources"/> sources, none of them a mix, all multi-class or none.</param>
    /// <exception cref="InputException">The sources cannot be mixed.</exception>
    public TaskMixSource(ImmutableArray<TaskSource> sources)
    {
        if (sources.IsDefaultOrEmpty || sources.Length > MaxSources)
            throw new InputException($"a mix has {(sources.IsDefault ? 0 : sources.Length)} sources, expected 1 to {MaxSources}");
        if (sources.Any(source => source is TaskMixSource)) throw new InputException("a mix has another as a source, expected sources that are none");
        if (sources.Any(source => source.Classes > 0 != sources[0].Classes > 0))
            throw new InputException("a mix has multi-class tasks and others, expected one kind");
        Sources = sources;
    }

    /// <summary>The sources, in order.</summary>
    public ImmutableArray<TaskSource> Sources { get; }

    /// <summary>Number of tasks of a set, over all sources.</summary>
    public override int Count => Sources.Sum(source => source.Count);

    /// <summary>Number of features F of the tasks of the first source.</summary>
    public override int Dimension => Sources[0].Dimension;

    /// <inheritdoc/>
    public override int Classes => Sources[0].Classes;

    /// <summary>Training examples of each task of the source that has fewest.</summary>
    public override int TrainExamples => Sources.Min(source => source.TrainExamples);

    /// <summary>Validation examples of each task of the source that has fewest.</summary>
    public override int ValidExamples => Sources.Min(source => source.ValidExamples);

    /// <inheritdoc/>
    public override long TrainingSteps => Sources.Sum(source => source.TrainingSteps);

    /// <inheritdoc/>
    public override TaskSet Create(ulong seed) =>
        TaskSet.Mix([.. Sources.Select((source, index) => source.Create(SplitMix.Derive(seed, (ulong)index)))]);

    /// <inheritdoc/>
    public override JsonObject ToJson() => new()
    {
        ["kind"] = Kind,
        ["sources"] = new JsonArray([.. Sources.Select(source => source.ToJson())]),
    };

    /// <summary>Whether both have equal sources in the same order.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(TaskMixSource? other) => other is not null && Sources.SequenceEqual(other.Sources);

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => Sources.Aggregate(0, (hash, source) => HashCode.Combine(hash, source));
}
