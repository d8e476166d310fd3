using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Renames a cell in one function only, where the function neither finds nor leaves anything in it that matters.</summary>
internal static class LocalNames
{
    /// <summary>Below it are the addresses of the programs that are changed.</summary>
    private const int FirstUnused = 50;

    /// <summary>The program with other names, different in each function.</summary>
    public static Program Rename(Program program, bool multiClass)
    {
        var prediction = multiClass ? (OperandType.Vector, (byte)2) : (OperandType.Scalar, (byte)1);
        return Functions.All.Aggregate(program, (renamed, function) => renamed.With(
            function, [.. program[function].Select(instruction => Rename(instruction, function, NewName))]));

        byte NewName(ComponentFunction function, OperandType type, byte address)
        {
            var isScored = function == ComponentFunction.Predict && (type, address) == prediction;
            var isLocal = type != OperandType.None && !isScored && IsLocal(program, function, (type, address));
            return isLocal ? (byte)(address + (FirstUnused * (1 + (int)function))) : address;
        }
    }

    private static Instruction Rename(
        Instruction instruction, ComponentFunction function, Func<ComponentFunction, OperandType, byte, byte> newName)
    {
        var info = instruction.Op.Info();
        return instruction with
        {
            Output = newName(function, info.Output, instruction.Output),
            Input1 = newName(function, info.Input1, instruction.Input1),
            Input2 = newName(function, info.Input2, instruction.Input2),
        };
    }

    private static bool IsLocal(Program program, ComponentFunction function, (OperandType Type, byte Address) cell)
    {
        ComponentFunction[] next = function == ComponentFunction.Predict
            ? [ComponentFunction.Predict, ComponentFunction.Learn]
            : [ComponentFunction.Predict];
        var findsNothing = function == ComponentFunction.Setup || Overwrites(program, function, cell);
        return findsNothing && next.All(after => Overwrites(program, after, cell));
    }

    /// <summary>Whether a function writes a cell before it reads it.</summary>
    private static bool Overwrites(Program program, ComponentFunction function, (OperandType Type, byte Address) cell)
    {
        foreach (var instruction in program[function])
        {
            if (instruction.Read().Contains(cell)) return false;
            if (instruction.Written() == cell) return true;
        }

        return false;
    }
}
