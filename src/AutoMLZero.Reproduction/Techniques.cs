using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction;

/// <summary>Which techniques programs use.</summary>
internal static class Techniques
{
    /// <summary>The names of the techniques of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether it tells several classes apart.</param>
    public static ImmutableArray<string> Of(Program program, bool multiClass = false) =>
        [.. TechniqueFinder.Find(DataFlow.Of(program, multiClass)).Select(technique => technique.Id)];
}
