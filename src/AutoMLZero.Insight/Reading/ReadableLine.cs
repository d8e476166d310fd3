using System.Collections.Immutable;
using AutoMLZero.Analysis;

namespace AutoMLZero.Insight.Reading;

/// <summary>One line of a program to read.</summary>
/// <param name="Value">The instruction.</param>
/// <param name="Name">The name of the result; that of a memory when it is left there.</param>
/// <param name="Inputs">The names of the inputs.</param>
/// <param name="Note">What the line does, in plain words.</param>
public sealed record ReadableLine(FlowValue Value, Name Name, ImmutableArray<Name> Inputs, string Note);
