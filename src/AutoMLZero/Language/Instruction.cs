using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoMLZero.Language;

/// <summary>One instruction: an operation with its addresses and constants. What an operation does not use is zero.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Output">Address written, of the operation's output type.</param>
/// <param name="Input1">Address of the first input, of its type.</param>
/// <param name="Input2">Address of the second input, of its type.</param>
/// <param name="Constant1">First constant; its meaning is the first <see cref="ConstantRole"/> of the operation.</param>
/// <param name="Constant2">Second constant.</param>
/// <param name="Constant3">Third constant.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Instruction(
    Op Op, byte Output = 0, byte Input1 = 0, byte Input2 = 0, double Constant1 = 0, double Constant2 = 0, double Constant3 = 0)
{
    /// <summary>Operation and addresses as they lie in memory.</summary>
    internal uint Code => Unsafe.As<Instruction, uint>(ref Unsafe.AsRef(in this));

    /// <summary>Changes the inputs of an instruction where it is.</summary>
    internal static void SetInputs(ref Instruction instruction, byte first, byte second)
    {
        ref var code = ref Unsafe.As<Instruction, byte>(ref instruction);
        Unsafe.Add(ref code, 2) = first;
        Unsafe.Add(ref code, 3) = second;
    }

    /// <summary>The constant at a position.</summary>
    /// <param name="index">0, 1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is not 0, 1 or 2.</exception>
    public double Constant(int index) => index switch
    {
        0 => Constant1,
        1 => Constant2,
        2 => Constant3,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "An instruction has the constants 0, 1 and 2."),
    };

    /// <summary>The same instruction with another constant at a position.</summary>
    /// <param name="index">0, 1 or 2.</param>
    /// <param name="value">The new constant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is not 0, 1 or 2.</exception>
    public Instruction WithConstant(int index, double value) => index switch
    {
        0 => this with { Constant1 = value },
        1 => this with { Constant2 = value },
        2 => this with { Constant3 = value },
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "An instruction has the constants 0, 1 and 2."),
    };

    /// <summary>The instruction in its printed form, such as <c>s1 = dot(v0, v1)</c>.</summary>
    public override string ToString() => ProgramPrinter.Print(this);
}
