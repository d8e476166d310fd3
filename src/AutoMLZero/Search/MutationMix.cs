using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>One type of mutation with its weight.</summary>
/// <param name="Type">The type.</param>
/// <param name="Weight">Its probability relative to the other types: finite, not negative.</param>
public readonly record struct WeightedMutation(MutationType Type, double Weight);

/// <summary>Which mutations happen, and how often.</summary>
/// <param name="Mutations">The types with their weights; at least one weight is positive.</param>
public sealed record MutationMix(ImmutableArray<WeightedMutation> Mutations)
{
    /// <summary>
    /// The paper's (section 3): in equal parts insert or remove an instruction, randomize a function, and alter an argument; removal is
    /// twice as likely as insertion.
    /// </summary>
    public static MutationMix Paper { get; } = new(
    [
        new(MutationType.InsertInstruction, 1),
        new(MutationType.RemoveInstruction, 2),
        new(MutationType.RandomizeFunction, 3),
        new(MutationType.AlterArgument, 3),
    ]);

    /// <summary>Some types with equal weights, as in the authors' code.</summary>
    /// <param name="types">The types.</param>
    public static MutationMix Uniform(params ReadOnlySpan<MutationType> types)
    {
        var mutations = ImmutableArray.CreateBuilder<WeightedMutation>(types.Length);
        foreach (var type in types) mutations.Add(new(type, 1));
        return new MutationMix(mutations.MoveToImmutable());
    }

    /// <summary>Checks the mix.</summary>
    /// <returns>This mix.</returns>
    /// <exception cref="InputException">There is no mutation, a type is unknown, or the weights are not weights.</exception>
    public MutationMix Validated()
    {
        if (Mutations.IsDefaultOrEmpty) throw new InputException("there are no mutations, expected at least one");
        foreach (var (type, weight) in Mutations)
        {
            if (!Enum.IsDefined(type)) throw new InputException($"the mutation {type} does not exist");
            if (!double.IsFinite(weight) || weight < 0)
                throw new InputException($"the weight of the mutation {type} is {weight}, expected a finite number that is not negative");
        }

        if (Total is var total && !(total > 0 && double.IsFinite(total)))
            throw new InputException($"the weights of the mutations sum to {total}, expected a positive, finite number");
        return this;
    }

    /// <summary>Draws a type according to the weights.</summary>
    /// <param name="random">The source of randomness, from which one number is taken.</param>
    public MutationType Draw(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var rest = random.NextDouble() * Total;
        var drawn = 0;
        for (var i = 0; i < Mutations.Length; i++)
        {
            if (Mutations[i].Weight == 0) continue;
            drawn = i;
            rest -= Mutations[i].Weight;
            if (rest < 0) break;
        }

        return Mutations[drawn].Type;
    }

    private double Total
    {
        get
        {
            var total = 0.0;
            foreach (var mutation in Mutations) total += mutation.Weight;
            return total;
        }
    }
}
