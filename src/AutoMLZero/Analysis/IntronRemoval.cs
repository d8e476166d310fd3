using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Takes the instructions that no prediction can depend on out of programs, and leaves the others as they are written.</summary>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
internal sealed class IntronRemoval(bool multiClass)
{
    private readonly Liveness liveness = new();

    /// <summary>The program without introns; the program itself when it has none.</summary>
    public Program Apply(Program program)
    {
        liveness.Analyze(program, multiClass);
        var setup = Effective(program.Setup, ComponentFunction.Setup);
        var predict = Effective(program.Predict, ComponentFunction.Predict);
        var learn = Effective(program.Learn, ComponentFunction.Learn);
        return setup == program.Setup && predict == program.Predict && learn == program.Learn ? program : new Program(setup, predict, learn);
    }

    private ImmutableArray<Instruction> Effective(ImmutableArray<Instruction> instructions, ComponentFunction function)
    {
        var places = liveness.Effective(function);
        if (places.Length == instructions.Length) return instructions;
        var effective = new Instruction[places.Length];
        for (var i = 0; i < effective.Length; i++) effective[i] = instructions[places[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(effective);
    }
}
