using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Tuning;

/// <summary>What is to be tuned.</summary>
/// <param name="Program">The program.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Spec">Has the tasks.</param>
/// <param name="Seed">Decides the tasks and all random choices.</param>
internal sealed record TuneInput(Program Program, string Name, ExperimentSpec Spec, ulong Seed);
