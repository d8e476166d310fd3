using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>A program that people write, to compare with what evolution found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Program">The program, with its learning rate.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="SelectFitness">Its fitness on the selection tasks, by which the learning rate was chosen.</param>
public sealed record Baseline(string Name, Program Program, double LearningRate, double SelectFitness);
