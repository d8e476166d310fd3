using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Makes children: draws one of the evolvable component functions, then a type of mutation, and applies it.</summary>
public sealed class Mutator
{
    private readonly ImmutableArray<ComponentFunction> functions;
    private readonly ImmutableArray<IMutation> mutations;
    private readonly MutationMix mix;
    private readonly RoutineMutator? routines;
    private readonly SearchSpace space;

    /// <summary>Checks the space and the mix.</summary>
    /// <param name="space">The programs that may be made.</param>
    /// <param name="mix">Which mutations happen, and how often.</param>
    /// <param name="change">How constants change.</param>
    /// <exception cref="InputException">The space or the mix is not valid.</exception>
    public Mutator(SearchSpace space, MutationMix mix, ConstantChange change)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(mix);
        functions = space.Validated().EvolvableFunctions;
        this.mix = mix.Validated();
        if (space.Routines is not null) routines = new RoutineMutator(space, mix, change);
        this.space = space;
        var generator = new InstructionGenerator(space);
        mutations = [.. from type in Enum.GetValues<MutationType>() select Create(type, space, generator, change)];
    }

    /// <summary>A child; the parent itself when the mutation is impossible or changes nothing.</summary>
    /// <param name="parent">The parent, a program of the space.</param>
    /// <param name="random">The source of randomness.</param>
    public Program Mutate(Program parent, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(random);
        if (routines is not null) return routines.Mutate(parent, random);
        var function = functions[random.NextInt(functions.Length)];
        var mutation = mutations[(int)mix.Draw(random)];
        if (space.PredictStart.IsEmpty) return mutation.Apply(parent, function, random);
        var rest = space.Unframed(parent);
        var child = mutation.Apply(rest, function, random);
        return ReferenceEquals(child, rest) ? parent : space.Framed(child);
    }

    private static IMutation Create(MutationType type, SearchSpace space, InstructionGenerator generator, ConstantChange change) =>
        type switch
        {
            MutationType.InsertInstruction => new InsertInstruction(space, generator),
            MutationType.RemoveInstruction => new RemoveInstruction(),
            MutationType.RandomizeInstruction => new RandomizeInstruction(generator),
            MutationType.RandomizeFunction => new RandomizeFunction(generator),
            MutationType.AlterArgument => new AlterArgument(generator, change),
            MutationType.AlterConstant => new AlterConstant(change),
            MutationType.AlterRegister => new AlterRegister(generator),
            MutationType.AlterOperation => new AlterOperation(space, generator),
            MutationType.RebuildValue => new RebuildValue(space, generator, keeps: false),
            MutationType.InsertValue => new RebuildValue(space, generator, keeps: true),
            MutationType.LearnValue => new LearnValue(space, generator),
            _ => new Trade(generator),
        };
}
