using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>A program with its fitness on the search tasks. Two are equal when program and fitness are, wherever they come from.</summary>
/// <param name="Program">The program.</param>
/// <param name="Fitness">Its fitness, in [0, 1].</param>
public sealed record Individual(Program Program, double Fitness)
{
    /// <summary>Whether a hurdle stopped the program: <see cref="Fitness"/> then is the first fitness, and it cannot be the best.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The fitness on the first part of the evaluation, from which hurdles follow; null without hurdles.</summary>
    public double? FirstFitness { get; init; }

    /// <summary>The ancestors; null when they were not followed.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>A hash of the effective code, by which a child is told from its parent; 0 when it is not known.</summary>
    internal ulong Code { get; init; }

    /// <summary>An individual without parents.</summary>
    /// <param name="program">The program.</param>
    /// <param name="evaluation">How it did.</param>
    /// <param name="born">Which individual of its island it is, from 1.</param>
    public static Individual Founder(Program program, in Evaluation evaluation, long born) =>
        From(program, evaluation, Lineage.Of(born, program, evaluation.Fitness));

    /// <summary>A child of this individual.</summary>
    /// <param name="program">The child's program.</param>
    /// <param name="evaluation">How it did.</param>
    /// <param name="born">Which individual of its island it is, from 1.</param>
    public Individual Child(Program program, in Evaluation evaluation, long born) =>
        From(program, evaluation, evaluation.Code == Code && Code != 0 ? Lineage : Lineage?.With(born, program, evaluation.Fitness));

    /// <summary>This program among individuals that were evaluated on other tasks.</summary>
    /// <param name="evaluation">How it did there.</param>
    public Individual Evaluated(in Evaluation evaluation) => From(Program, evaluation, Lineage);

    /// <summary>Whether program and fitness are the same, wherever the two come from.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(Individual? other) =>
        other is not null && Program.Equals(other.Program) && Fitness.Equals(other.Fitness)
        && IsPartial == other.IsPartial && FirstFitness.Equals(other.FirstFitness);

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Program, Fitness);

    internal static void Save(Individual? individual, StateWriter writer) => writer.WriteShared(individual, shared =>
    {
        writer.WriteShared(shared.Program, writer.Write);
        writer.Write(shared.Fitness);
        writer.Write(shared.IsPartial);
        writer.Write(shared.FirstFitness ?? double.NaN);
        if (!writer.WritesLineage) return;
        writer.Write(shared.Code);
        writer.WriteShared(shared.Lineage, lineage => lineage.Save(writer));
    });

    internal static Individual? Restore(StateReader reader) => reader.ReadShared(() =>
        new Individual(reader.ReadShared(reader.ReadProgram) ?? throw StateReader.Damaged(), reader.ReadDouble())
        {
            IsPartial = reader.ReadBoolean(),
            FirstFitness = reader.ReadDouble() is var first && double.IsNaN(first) ? null : first,
            Code = reader.ReadUInt64(),
            Lineage = reader.ReadShared(() => Lineage.Restore(reader)),
        });

    private static Individual From(Program program, in Evaluation evaluation, Lineage? lineage) => new(program, evaluation.Fitness)
    {
        IsPartial = evaluation.IsPartial,
        FirstFitness = evaluation.FirstFitness,
        Code = evaluation.Code,
        Lineage = lineage,
    };
}
