namespace AutoMLZero.Language;

/// <summary>
/// A call of a routine, as it stands among the instructions of a <see cref="SourceCode"/>. It is never among the instructions of a
/// <see cref="Program"/>, which has the routine's instructions in its place.
/// </summary>
/// <param name="Routine">Which routine, from 0.</param>
/// <param name="Times">How often in a row, 1 to <see cref="MaxTimes"/>.</param>
public readonly record struct RoutineCall(int Routine, int Times)
{
    /// <summary>The largest number of times.</summary>
    public const int MaxTimes = 8;

    /// <summary>The call that a line of source code is; null when it is an instruction.</summary>
    /// <param name="line">The line.</param>
    public static RoutineCall? Of(in Instruction line) =>
        line.Op == Op.NoOp && line.Output > 0 ? new RoutineCall(line.Input1, line.Output) : null;

    /// <summary>The call as a line of source code: an operation without operands of its own, whose addresses say what is called.</summary>
    public Instruction ToLine() => new(Op.NoOp, (byte)Times, (byte)Routine);

    /// <summary>The call in its printed form, such as <c>call F0</c> or <c>repeat 3: call F0</c>.</summary>
    public override string ToString() => Times == 1 ? $"call F{Routine}" : $"repeat {Times}: call F{Routine}";
}
