using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Inserts instructions that change no prediction: taken from other random programs, they write where nobody reads.</summary>
/// <param name="multiClass">Whether the label and the prediction are vectors.</param>
internal sealed class Introns(bool multiClass)
{
    /// <summary>From here on, addresses are not used by the programs that introns are inserted into.</summary>
    private const byte Unused = 100;

    private readonly RandomPrograms donors = new(new MemoryShape(9, 7, 3), multiClass);

    /// <summary>The program with introns in about two of three places.</summary>
    public Program Insert(Program program, RandomSource random)
    {
        var donor = donors.Next(random);
        Instruction[] instructions = [new(Op.NoOp), .. donor.Setup, .. donor.Predict, .. donor.Learn];
        return program.Change(function => Insert(function, instructions, random));
    }

    private static ImmutableArray<Instruction> Insert(
        ImmutableArray<Instruction> function, Instruction[] donors, RandomSource random)
    {
        var result = ImmutableArray.CreateBuilder<Instruction>();
        foreach (var instruction in function)
        {
            var donor = donors[random.NextInt(donors.Length)];
            var choice = random.NextInt(3);
            if (choice == 0) result.Add(Moved(donor, random));
            else if (choice == 1 && IsOverwritten(donor, instruction)) result.Add(donor with { Output = instruction.Output });
            result.Add(instruction);
        }

        result.Add(Moved(donors[random.NextInt(donors.Length)], random));
        return result.ToImmutable();
    }

    /// <summary>Writes an unused address, and reads used ones or what other introns write.</summary>
    private static Instruction Moved(Instruction instruction, RandomSource random)
    {
        var info = instruction.Op.Info();
        if (info.Output == OperandType.None) return instruction;
        return instruction with
        {
            Output = (byte)(Unused + random.NextInt(3)),
            Input1 = info.InputCount > 0 && random.NextInt(2) == 0 ? (byte)(Unused + random.NextInt(3)) : instruction.Input1,
            Input2 = info.InputCount > 1 && random.NextInt(2) == 0 ? (byte)(Unused + random.NextInt(3)) : instruction.Input2,
        };
    }

    /// <summary>Whether what the first leaves in the second's output is lost.</summary>
    private static bool IsOverwritten(Instruction first, Instruction second) =>
        first.Op.Info().Output == second.Op.Info().Output && first.Op != Op.NoOp && !second.Read().Contains(second.Written());
}
