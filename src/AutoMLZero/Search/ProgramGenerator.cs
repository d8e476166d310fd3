using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Makes the programs that a search starts from. Functions that are not evolvable are those of a given program.</summary>
public sealed class ProgramGenerator
{
    private const int Components = 3;
    private const int MostAttempts = 1000;

    private readonly SearchSpace space;
    private readonly Program given;
    private readonly InstructionGenerator instructions;
    private readonly LineGenerator? lines;

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
        if (space.Routines is not null) lines = new LineGenerator(space);
        Empty = WithRoutines((body, _) => EmptyBody(body), new RandomSource(0)) ?? space.Framed(new Program(
            EmptyFunction(ComponentFunction.Setup), EmptyFunction(ComponentFunction.Predict), EmptyFunction(ComponentFunction.Learn)));
    }

    /// <summary>The program whose evolvable functions are empty.</summary>
    public Program Empty { get; }

    /// <summary>A program whose evolvable functions are random and have their initial lengths.</summary>
    /// <param name="random">The source of randomness.</param>
    public Program Random(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return WithRoutines(RandomBody, random) ?? space.Framed(new Program(
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

    /// <summary>A program with routines; null when the space has none. One that would be too long is drawn again, in the end without lines.</summary>
    private Program? WithRoutines(Func<int, RandomSource, ImmutableArray<Instruction>> draw, RandomSource random)
    {
        if (space.Routines is not { } routines) return null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            ImmutableArray<Instruction>[] bodies = [.. Enumerable.Range(0, Components + routines.Count).Select(body => draw(body, random))];
            if (new SourceCode([.. bodies]).Expand(routines.MaxExpandedLength) is { } program) return program;
        }

        return Empty;
    }

    private ImmutableArray<Instruction> RandomBody(int body, RandomSource random) => body >= Components
        ? lines!.DrawBody(body, space.Routines!.InitialLength, random)
        : space[(ComponentFunction)body].IsEvolvable
        ? lines!.DrawBody(body, space[(ComponentFunction)body].InitialLength, random)
        : EmptyBody(body);

    /// <summary>The lines that are given where nothing is evolved. The routines that they call would be evolved, so that they stand without calls.</summary>
    private ImmutableArray<Instruction> EmptyBody(int body) => body < Components ? EmptyFunction((ComponentFunction)body) : [];

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
