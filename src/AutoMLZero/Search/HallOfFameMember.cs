using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>A program than which none that is as cheap was as good.</summary>
/// <param name="Program">The program.</param>
/// <param name="Fitness">Its fitness on the search tasks, in [0, 1].</param>
/// <param name="Cost">What its effective instructions cost a training step, where one scalar addition costs 1.</param>
public sealed record HallOfFameMember(Program Program, double Fitness, double Cost)
{
    /// <summary>The experiment of the series that found it, from 0; experiments have search tasks of their own.</summary>
    public int Experiment { get; init; }
}
