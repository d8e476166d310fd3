using AutoMLZero.Analysis;

namespace AutoMLZero.Insight.Reading;

/// <summary>A memory cell that carries something from one function to a later one, to read.</summary>
/// <param name="Memory">The cell.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsLearned">Whether its content is made, example by example, from its former content and the label.</param>
/// <param name="Note">What it starts as, and what it is made from, in plain words.</param>
public sealed record ReadableMemory(FlowMemory Memory, Name Name, bool IsLearned, string Note);
