using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Insight.Simplification;

/// <summary>What came of simplifying a program.</summary>
/// <param name="Program">The simplified program, in canonical form.</param>
/// <param name="Fitness">Its fitness.</param>
/// <param name="Cost">What its lines cost a training step, where one scalar addition costs 1.</param>
/// <param name="FitnessBefore">The fitness of the program as given.</param>
/// <param name="CostBefore">What the effective lines of the program as given cost a training step.</param>
/// <param name="Evaluations">Number of programs that were evaluated.</param>
/// <param name="Front">All that was tried: the fittest at each cost.</param>
public sealed record SimplificationResult(
    Program Program, double Fitness, double Cost, double FitnessBefore, double CostBefore, int Evaluations, ParetoFront Front);
