using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Makes children of programs with routines: draws one of the evolvable component functions and routines, then a type of mutation, and applies it to
/// the lines there, calls among them. A child whose calls come to too many instructions is its parent.
/// </summary>
internal sealed class RoutineMutator
{
    private const int Components = 3;

    private readonly SearchSpace space;
    private readonly RoutineSpace routines;
    private readonly LineGenerator lines;
    private readonly MutationMix mix;
    private readonly ConstantChange change;
    private readonly ImmutableArray<int> bodies;

    /// <summary>Checks the mix.</summary>
    /// <param name="space">A valid space with routines.</param>
    /// <param name="mix">Which mutations happen, and how often.</param>
    /// <param name="change">How constants change.</param>
    /// <exception cref="InputException">The mix has mutations that look at values, which do not know calls.</exception>
    public RoutineMutator(SearchSpace space, MutationMix mix, ConstantChange change)
    {
        foreach (var (type, weight) in mix.Mutations)
        {
            if (weight > 0 && type > MutationType.AlterConstant) throw new InputException($"the mutation {type} does not work on programs with routines, expected weight 0");
        }

        this.space = space;
        this.mix = mix;
        this.change = change;
        routines = space.Routines!;
        lines = new LineGenerator(space);
        bodies = [.. space.EvolvableFunctions.Select(function => (int)function), .. Enumerable.Range(Components, routines.Count)];
    }

    /// <summary>A child; the parent itself when the mutation is impossible or changes nothing.</summary>
    public Program Mutate(Program parent, RandomSource random)
    {
        var source = SourceCode.Of(parent, routines.Count);
        var body = bodies[random.NextInt(bodies.Length)];
        var old = source[body];
        var changed = Apply(mix.Draw(random), body, old, random);
        if (changed.AsSpan().SequenceEqual(old.AsSpan())) return parent;
        return source.With(body, changed).Expand(routines.MaxExpandedLength) ?? parent;
    }

    private ImmutableArray<Instruction> Apply(MutationType type, int body, ImmutableArray<Instruction> old, RandomSource random) => type switch
    {
        MutationType.InsertInstruction => old.Length < MaxLength(body) ? Insert(body, old, random) : old,
        MutationType.Trade => Remove(Insert(body, old, random), random),
        _ when old.IsEmpty => old,
        MutationType.RemoveInstruction => Remove(old, random),
        MutationType.RandomizeInstruction => old.SetItem(random.NextInt(old.Length), lines.Draw(body, random)),
        MutationType.RandomizeFunction => lines.DrawBody(body, old.Length, random),
        MutationType.AlterArgument => AlterArgument(body, old, random),
        _ => WithInstructions(new AlterConstant(change), body, old, random),
    };

    private int MaxLength(int body) => body < Components ? space[(ComponentFunction)body].MaxLength : routines.MaxLength;

    private ImmutableArray<Instruction> Insert(int body, ImmutableArray<Instruction> old, RandomSource random) =>
        old.Insert(random.NextInt(old.Length + 1), lines.Draw(body, random));

    private static ImmutableArray<Instruction> Remove(ImmutableArray<Instruction> old, RandomSource random) => old.RemoveAt(random.NextInt(old.Length));

    /// <summary>Of a call, what is called or how often, is drawn anew.</summary>
    private ImmutableArray<Instruction> AlterArgument(int body, ImmutableArray<Instruction> old, RandomSource random)
    {
        var place = random.NextInt(old.Length);
        if (RoutineCall.Of(old[place]) is { } call)
        {
            var drawn = lines.DrawCall(body, random);
            return old.SetItem(place, (random.NextInt(2) == 0 ? call with { Routine = drawn.Routine } : call with { Times = drawn.Times }).ToLine());
        }

        return old.SetItem(place, WithInstructions(new AlterArgument(lines.Of(body).Generator, change), body, [old[place]], random)[0]);
    }

    /// <summary>A mutation of lines as if they were a component function; it leaves calls, which have no arguments of their own, as they are.</summary>
    private ImmutableArray<Instruction> WithInstructions(IMutation mutation, int body, ImmutableArray<Instruction> old, RandomSource random)
    {
        var function = lines.Of(body).Function;
        return mutation.Apply(Program.Empty.With(function, old), function, random)[function];
    }
}
