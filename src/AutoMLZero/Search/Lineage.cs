using AutoMLZero.Language;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>
/// The line of ancestors of an individual: its founder, an initial program, and the steps that changed the effective code since. Immutable; relatives
/// share what they have in common. Of a long line only the founder and at least the last <see cref="ChunkLength"/> steps are kept, so that the
/// memory of a search stays bounded.
/// </summary>
public sealed class Lineage
{
    /// <summary>Steps are forgotten in chunks of this many; the last one to two chunks are kept.</summary>
    public const int ChunkLength = 128;

    private readonly Link? last;
    private readonly int length;
    private readonly Link? older;

    private Lineage(LineageStep founder, Link? last, int length, Link? older, long omitted)
    {
        Founder = founder;
        this.last = last;
        this.length = length;
        this.older = older;
        Omitted = omitted;
    }

    /// <summary>The initial program.</summary>
    public LineageStep Founder { get; }

    /// <summary>Number of steps between the founder and the first of <see cref="Steps"/> that are forgotten.</summary>
    public long Omitted { get; }

    /// <summary>The steps since the founder that are not forgotten, the earliest first.</summary>
    public IReadOnlyList<LineageStep> Steps
    {
        get
        {
            var steps = new List<LineageStep>();
            for (var link = last; link is not null; link = link.Previous) steps.Add(link.Step);
            for (var link = older; link is not null; link = link.Previous) steps.Add(link.Step);
            steps.Reverse();
            return steps;
        }
    }

    /// <summary>The line of an initial program.</summary>
    /// <param name="born">Which individual of its island it is, from 1.</param>
    /// <param name="program">The program.</param>
    /// <param name="fitness">Its fitness.</param>
    public static Lineage Of(long born, Program program, double fitness) => new(new(born, program, fitness), null, 0, null, 0);

    /// <summary>The line of a child with other effective code.</summary>
    /// <param name="born">Which individual of its island the child is, from 1.</param>
    /// <param name="program">Its program.</param>
    /// <param name="fitness">Its fitness.</param>
    public Lineage With(long born, Program program, double fitness)
    {
        var step = new LineageStep(born, program, fitness);
        return length < ChunkLength
            ? new(Founder, new(step, last), length + 1, older, Omitted)
            : new(Founder, new(step, null), 1, last, Omitted + (older is null ? 0 : ChunkLength));
    }

    internal void Save(StateWriter writer)
    {
        Save(Founder, writer);
        Save(last, writer);
        Save(older, writer);
        writer.Write(length);
        writer.Write(Omitted);
    }

    internal static Lineage Restore(StateReader reader) =>
        new(RestoreStep(reader), RestoreLink(reader), RestoreLink(reader), reader);

    private Lineage(LineageStep founder, Link? last, Link? older, StateReader reader)
        : this(founder, last, reader.ReadCount(ChunkLength), older, reader.ReadInt64())
    {
    }

    private static void Save(Link? link, StateWriter writer) => writer.WriteShared(link, shared =>
    {
        Save(shared.Step, writer);
        Save(shared.Previous, writer);
    });

    private static Link? RestoreLink(StateReader reader) =>
        reader.ReadShared(() => new Link(RestoreStep(reader), RestoreLink(reader)));

    private static void Save(in LineageStep step, StateWriter writer)
    {
        writer.Write(step.Born);
        writer.WriteShared(step.Program, writer.Write);
        writer.Write(step.Fitness);
    }

    private static LineageStep RestoreStep(StateReader reader) =>
        new(reader.ReadInt64(), reader.ReadShared(reader.ReadProgram)!, reader.ReadDouble());

    private sealed record Link(LineageStep Step, Link? Previous);
}
