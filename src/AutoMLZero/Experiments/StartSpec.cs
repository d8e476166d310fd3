using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>Which programs the first population consists of.</summary>
/// <param name="Kind">How the evolved component functions begin.</param>
/// <param name="Program">Where functions that are not evolved come from, and for <see cref="StartKind.Program"/> all of them.</param>
public sealed record StartSpec(StartKind Kind, Program? Program = null);
