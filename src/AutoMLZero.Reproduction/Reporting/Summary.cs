using System.Collections.Immutable;

namespace AutoMLZero.Reproduction.Reporting;

/// <summary>What an experiment was and what came of it. No time is in it, so that it is the same whenever it is done.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Shows">What it shows.</param>
/// <param name="Section">The section of the paper.</param>
/// <param name="Scale">How large it was.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Replaced">Those of them that are not the scale's.</param>
/// <param name="Findings">What came of it.</param>
public sealed record Summary(
    string Name,
    string Shows,
    string Section,
    Scale Scale,
    ulong Seed,
    ImmutableSortedDictionary<string, long> Sizes,
    ImmutableSortedDictionary<string, long> Replaced,
    Findings Findings);
