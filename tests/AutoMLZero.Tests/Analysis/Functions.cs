using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Programs as three lists of instructions.</summary>
internal static class Functions
{
    /// <summary>The component functions, in the order in which they first run.</summary>
    public static readonly ImmutableArray<ComponentFunction> All =
        [ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn];

    /// <summary>The program with each function changed, in that order.</summary>
    public static Program Change(this Program program, Func<ImmutableArray<Instruction>, ImmutableArray<Instruction>> change) =>
        All.Aggregate(program, (changed, function) => changed.With(function, change(changed[function])));

    /// <summary>The cell that an instruction writes; of type none for an instruction that does nothing.</summary>
    public static (OperandType Type, byte Address) Written(this Instruction instruction) =>
        (instruction.Op.Info().Output, instruction.Output);

    /// <summary>The cells that an instruction reads; what a partial write keeps is read, too.</summary>
    public static IEnumerable<(OperandType Type, byte Address)> Read(this Instruction instruction)
    {
        var info = instruction.Op.Info();
        if (info.InputCount > 0) yield return (info.Input1, instruction.Input1);
        if (info.InputCount > 1) yield return (info.Input2, instruction.Input2);
        if (info.IsPartialWrite) yield return instruction.Written();
    }
}
