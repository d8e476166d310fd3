using System.Collections.Immutable;

namespace AutoMLZero.Language;

/// <summary>
/// A program with routines: the lines of the three component functions, and those of the routines F0, F1, ... over the same memory. A line is an
/// instruction or a <see cref="RoutineCall"/>; a routine calls later ones only, so that there is no recursion. What runs is the program that comes
/// of it when every call is replaced by what it calls. Immutable; equal when all lines are.
/// </summary>
public sealed class SourceCode : IEquatable<SourceCode>
{
    /// <summary>The largest number of routines.</summary>
    public const int MaxRoutines = 16;

    /// <summary>The largest number of instructions of a component function once calls are replaced.</summary>
    public const int MaxExpandedLength = 10_000;

    private const int Components = 3;

    private readonly ImmutableArray<ImmutableArray<Instruction>> bodies;

    /// <summary>Checks the calls.</summary>
    /// <param name="bodies">The lines of Setup, Predict, Learn, F0, F1, ...; at most <see cref="MaxRoutines"/> routines.</param>
    /// <exception cref="InputException">
    /// There are too many routines, a line calls a routine that is not there or not a later one, or a guard comes before a call or the end of a routine.
    /// </exception>
    public SourceCode(ImmutableArray<ImmutableArray<Instruction>> bodies)
    {
        if (bodies.Length is < Components or > Components + MaxRoutines)
            throw new InputException($"there are {bodies.Length - Components} routines, expected at most {MaxRoutines}");
        this.bodies = bodies;
        for (var body = 0; body < bodies.Length; body++)
        {
            CheckGuards(body);
            foreach (var line in bodies[body])
            {
                if (RoutineCall.Of(line) is { } call && Problem(body, call.Routine, RoutineCount) is { } problem) throw new InputException(problem);
            }
        }
    }

    /// <summary>Number of routines.</summary>
    public int RoutineCount => bodies.Length - Components;

    /// <summary>Number of bodies: component functions and routines.</summary>
    public int BodyCount => bodies.Length;

    /// <summary>The lines of a body.</summary>
    /// <param name="body">0 to 2 for Setup, Predict and Learn, then F0, F1, ...</param>
    public ImmutableArray<Instruction> this[int body] => bodies[body];

    /// <summary>The source code that a program was made of; its functions without routines when it has none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="routines">Number of routines that there shall be at least; those that are missing are empty.</param>
    public static SourceCode Of(Program program, int routines = 0)
    {
        ArgumentNullException.ThrowIfNull(program);
        var bodies = program.Source?.bodies ?? [program.Setup, program.Predict, program.Learn];
        while (bodies.Length < Components + routines) bodies = bodies.Add([]);
        return new SourceCode(bodies);
    }

    /// <summary>What a body is called, such as <c>Predict</c> or <c>F0</c>.</summary>
    /// <param name="body">Which.</param>
    public static string NameOf(int body) => body < Components ? $"{(ComponentFunction)body}" : $"F{body - Components}";

    /// <summary>The first routine that a body may call; any routine from there on may be called too.</summary>
    /// <param name="body">Which.</param>
    public static int FirstCallable(int body) => Math.Max(0, body - Components + 1);

    /// <summary>This source code with other lines in one body.</summary>
    /// <param name="body">Which.</param>
    /// <param name="lines">Its new lines.</param>
    /// <exception cref="InputException">A line calls a routine that is not there or not a later one.</exception>
    public SourceCode With(int body, ImmutableArray<Instruction> lines) => new(bodies.SetItem(body, lines));

    /// <summary>The program that runs, with this as its source; null when a component function becomes too long.</summary>
    /// <param name="longest">The largest number of instructions of a component function, at most <see cref="MaxExpandedLength"/>.</param>
    public Program? Expand(int longest = MaxExpandedLength)
    {
        var lengths = ExpandedLengths();
        if (lengths[..Components].Any(length => length > Math.Min(longest, MaxExpandedLength))) return null;
        return new Program(Expanded(0), Expanded(1), Expanded(2)) { Source = this };
    }

    /// <summary>The number of instructions of each body once calls are replaced.</summary>
    public ImmutableArray<long> ExpandedLengths()
    {
        var lengths = new long[bodies.Length];
        for (var body = bodies.Length - 1; body >= 0; body--)
        {
            foreach (var line in bodies[body])
            {
                // The largest numbers of routines and times overflow 64 bits when they are nested: what is too long stays just that.
                var length = RoutineCall.Of(line) is { } call ? call.Times * lengths[Components + call.Routine] : 1;
                lengths[body] = Math.Min(lengths[body] + length, 10L * MaxExpandedLength);
            }
        }

        return [.. lengths];
    }

    /// <summary>Whether both have the same lines.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(SourceCode? other) =>
        other is not null && bodies.Length == other.bodies.Length
        && Enumerable.Range(0, bodies.Length).All(body => bodies[body].AsSpan().SequenceEqual(other.bodies[body].AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceCode);

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => bodies.Aggregate(bodies.Length, (hash, body) => body.Aggregate(HashCode.Combine(hash, body.Length), HashCode.Combine));

    /// <summary>What is wrong with a call; null when nothing is.</summary>
    internal static string? Problem(int body, int routine, int routines)
    {
        if (routine >= routines)
            return $"{NameOf(body)} calls F{routine}, which is not defined, expected {(routines == 0 ? "a definition 'def F0():'" : $"F0 to F{routines - 1}")}";
        return routine >= FirstCallable(body)
            ? null
            : $"{NameOf(body)} calls F{routine}, expected a call of a later routine, F{FirstCallable(body)} or more, so that nothing calls itself";
    }

    /// <summary>A guard is for one instruction, which a call is not, and not for what follows a call.</summary>
    private void CheckGuards(int body)
    {
        var lines = bodies[body];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Op.Info().IsGuard) continue;
            var isLast = i + 1 == lines.Length;
            if (isLast ? body >= Components : RoutineCall.Of(lines[i + 1]) is not null)
                throw new InputException($"'{lines[i]}' in {NameOf(body)} comes before {(isLast ? "the end of the routine" : "a call")}, expected an instruction after it");
        }
    }

    private ImmutableArray<Instruction> Expanded(int body)
    {
        var instructions = ImmutableArray.CreateBuilder<Instruction>();
        Append(bodies[body], instructions);
        return instructions.DrainToImmutable();
    }

    private void Append(ImmutableArray<Instruction> lines, ImmutableArray<Instruction>.Builder instructions)
    {
        foreach (var line in lines)
        {
            var call = RoutineCall.Of(line);
            if (call is null) instructions.Add(line);
            for (var left = call?.Times ?? 0; left > 0; left--) Append(bodies[Components + call!.Value.Routine], instructions);
        }
    }
}
