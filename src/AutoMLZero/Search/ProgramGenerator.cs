using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Makes the programs that a search starts from. Functions that are not evolvable are those of a given program.</summary>
public sealed class ProgramGenerator
{
    private readonly SearchSpace space;
    private readonly Program given;
    private readonly InstructionGenerator instructions;

    /// <summary>Checks the space and the given program.</summary>
    /// <param name="space">The programs that may be made.</param>
    /// <param name="given">Where functions that are not evolvable come from; an empty program when null.</param>
    /// <exception cref="InputException">The space is not valid, or the given program is not in it.</exception>
    public ProgramGenerator(SearchSpace space, Program? given = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        this.space = space.Validated();
        this.given = given ?? Program.Empty;
        space.Check(this.given);
        instructions = new InstructionGenerator(space);
        Empty = space.WithStart(new Program(
            EmptyFunction(ComponentFunction.Setup), EmptyFunction(ComponentFunction.Predict), EmptyFunction(ComponentFunction.Learn)));
    }

    /// <summary>The program whose evolvable functions are empty.</summary>
    public Program Empty { get; }

    /// <summary>A program whose evolvable functions are random and have their initial lengths.</summary>
    /// <param name="random">The source of randomness.</param>
    public Program Random(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return space.WithStart(new Program(
            RandomFunction(ComponentFunction.Setup, random),
            RandomFunction(ComponentFunction.Predict, random),
            RandomFunction(ComponentFunction.Learn, random)));
    }

    /// <summary>A program to start from.</summary>
    /// <param name="start">Which kind.</param>
    /// <param name="random">The source of randomness.</param>
    public Program Initial(InitialPrograms start, RandomSource random) => start switch
    {
        InitialPrograms.Random => Random(random),
        InitialPrograms.Empty => Empty,
        _ => given,
    };

    private ImmutableArray<Instruction> EmptyFunction(ComponentFunction function) =>
        space[function].IsEvolvable ? [] : given[function];

    private ImmutableArray<Instruction> RandomFunction(ComponentFunction function, RandomSource random)
    {
        if (!space[function].IsEvolvable) return given[function];
        var drawn = new Instruction[space[function].InitialLength];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = instructions.Draw(function, random);
        return ImmutableCollectionsMarshal.AsImmutableArray(drawn);
    }
}
