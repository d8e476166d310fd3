using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>An ancestor whose effective code differs from its parent's, or the founder, which has no parent.</summary>
/// <param name="Born">Which individual of its island it was, from 1; individuals that came from other islands keep the number they had there.</param>
/// <param name="Program">Its program.</param>
/// <param name="Fitness">Its fitness on the search tasks of its island.</param>
public readonly record struct LineageStep(long Born, Program Program, double Fitness);
