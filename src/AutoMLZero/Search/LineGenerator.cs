using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Draws lines of programs with routines: instructions as <see cref="InstructionGenerator"/> does, and calls.</summary>
internal sealed class LineGenerator
{
    private const int Components = 3;

    private readonly RoutineSpace routines;
    private readonly InstructionGenerator ofComponents;
    private readonly InstructionGenerator ofRoutines;

    /// <summary>Takes what lines are made of.</summary>
    /// <param name="space">A valid space with routines.</param>
    public LineGenerator(SearchSpace space)
    {
        routines = space.Routines!;
        ofComponents = new InstructionGenerator(space);
        ofRoutines = new InstructionGenerator(space with { Predict = new FunctionSpace(routines.Ops, routines.InitialLength, routines.MaxLength) });
    }

    /// <summary>What draws the instructions of a body, and the component function that it draws them for.</summary>
    /// <param name="body">Which body of a <see cref="SourceCode"/>.</param>
    public (InstructionGenerator Generator, ComponentFunction Function) Of(int body) =>
        body < Components ? (ofComponents, (ComponentFunction)body) : (ofRoutines, ComponentFunction.Predict);

    /// <summary>A random line for a body.</summary>
    /// <param name="body">Which body.</param>
    /// <param name="random">The source of randomness.</param>
    public Instruction Draw(int body, RandomSource random)
    {
        if (SourceCode.FirstCallable(body) < routines.Count && random.NextDouble() < routines.CallShare) return DrawCall(body, random).ToLine();
        var (generator, function) = Of(body);
        return generator.Draw(function, random);
    }

    /// <summary>A random call for a body from which something can be called: every routine and every number of times is as likely.</summary>
    public RoutineCall DrawCall(int body, RandomSource random)
    {
        var first = SourceCode.FirstCallable(body);
        return new RoutineCall(first + random.NextInt(routines.Count - first), 1 + random.NextInt(routines.MaxTimes));
    }

    /// <summary>Random lines.</summary>
    public ImmutableArray<Instruction> DrawBody(int body, int length, RandomSource random)
    {
        var lines = ImmutableArray.CreateBuilder<Instruction>(length);
        for (var i = 0; i < length; i++) lines.Add(Draw(body, random));
        return lines.MoveToImmutable();
    }
}
