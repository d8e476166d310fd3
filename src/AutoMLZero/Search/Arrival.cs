namespace AutoMLZero.Search;

/// <summary>An individual that comes to an island.</summary>
/// <param name="Place">Whose place in the population it takes, from 0.</param>
/// <param name="From">The island that it comes from.</param>
/// <param name="Individual">The individual.</param>
public readonly record struct Arrival(int Place, int From, Individual Individual);
