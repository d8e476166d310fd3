using System.Collections.Immutable;

namespace AutoMLZero.Reports.Milestones;

/// <summary>An ancestor of a champion that brought techniques which were kept to the end.</summary>
/// <param name="Born">Which individual of its island it was, from 1.</param>
/// <param name="Fitness">Its fitness on search tasks, in [0, 1].</param>
/// <param name="Techniques">The names of the techniques, as <see cref="Insight.Techniques.TechniqueFinder.Ids"/> has them.</param>
/// <param name="IsFirstKept">Whether ancestors right before it are not kept, so that the techniques may be older.</param>
public sealed record Milestone(long Born, double Fitness, ImmutableArray<string> Techniques, bool IsFirstKept);
