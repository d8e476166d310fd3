using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>A program with its fitness on the search tasks.</summary>
/// <param name="Program">The program.</param>
/// <param name="Fitness">Its fitness, in [0, 1].</param>
public sealed record Individual(Program Program, double Fitness);
