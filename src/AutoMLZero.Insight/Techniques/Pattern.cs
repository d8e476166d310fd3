namespace AutoMLZero.Insight.Techniques;

/// <summary>How a technique is recognized.</summary>
/// <param name="Id">The name of the technique.</param>
/// <param name="Meaning">What it is, in one line.</param>
/// <param name="Find">Places of the instructions that show it; none when the program does not use it.</param>
internal sealed record Pattern(string Id, string Meaning, Func<Evidence, IEnumerable<int>> Find);
