using AutoMLZero.Language;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>How a champion was tuned, and what it was before.</summary>
/// <param name="Method">How constants were looked for.</param>
/// <param name="Evaluations">Number of programs evaluated on the selection tasks.</param>
/// <param name="Program">The untuned program.</param>
/// <param name="SelectFitness">Its fitness on the selection tasks.</param>
public sealed record ChampionTuning(TuningMethod Method, long Evaluations, Program Program, double SelectFitness);
