using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Runs;

/// <summary>A champion with its ancestors, as its run folder keeps it.</summary>
/// <param name="Experiment">Its experiment, from 0.</param>
/// <param name="Program">The program.</param>
/// <param name="SearchFitness">Its fitness on the search tasks of its experiment.</param>
/// <param name="SelectFitness">Its fitness on the selection tasks.</param>
/// <param name="Lineage">The founder and the ancestors that changed the effective code, the earliest first; empty when they were not followed.</param>
/// <param name="Omitted">Number of ancestors after the founder that are not kept.</param>
public sealed record ChampionNote(
    int Experiment, Program Program, double SearchFitness, double SelectFitness, ImmutableArray<LineageStep> Lineage, long Omitted);
