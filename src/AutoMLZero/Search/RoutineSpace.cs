using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>The routines that programs of a search may define and call.</summary>
/// <param name="Count">Number of routines, 1 to <see cref="SourceCode.MaxRoutines"/>.</param>
/// <param name="Ops">The operations that routines may be made of.</param>
/// <param name="InitialLength">Number of lines of a routine in a random program, 0 to <paramref name="MaxLength"/>.</param>
/// <param name="MaxLength">Largest number of lines of a routine, 1 to <see cref="FunctionSpace.LongestFunction"/>.</param>
/// <param name="MaxTimes">How often in a row a call may repeat, 1 to <see cref="RoutineCall.MaxTimes"/>; 1 when there are no loops.</param>
/// <param name="CallShare">The probability that a line that is drawn is a call, where there is something to call, in [0, 1].</param>
/// <param name="MaxExpandedLength">Largest number of instructions of a component function once calls are replaced by what they call.</param>
public sealed record RoutineSpace(
    int Count, ImmutableArray<Op> Ops, int InitialLength, int MaxLength, int MaxTimes, double CallShare, int MaxExpandedLength)
{
    /// <summary>Whether both say the same.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(RoutineSpace? other) =>
        other is not null && Count == other.Count && Ops.AsSpan().SequenceEqual(other.Ops.AsSpan()) && InitialLength == other.InitialLength
        && MaxLength == other.MaxLength && MaxTimes == other.MaxTimes && CallShare == other.CallShare && MaxExpandedLength == other.MaxExpandedLength;

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Count, Ops.Length, InitialLength, MaxLength, MaxTimes, CallShare, MaxExpandedLength);

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="InputException">A number is out of its range, or there is no operation.</exception>
    internal void Check()
    {
        CheckWithin(Count, 1, SourceCode.MaxRoutines, "number of routines");
        CheckWithin(MaxLength, 1, FunctionSpace.LongestFunction, "maximum length of routines");
        CheckWithin(InitialLength, 0, MaxLength, "initial length of routines");
        CheckWithin(MaxTimes, 1, RoutineCall.MaxTimes, "largest number of times of a call");
        CheckWithin(MaxExpandedLength, 1, SourceCode.MaxExpandedLength, "largest number of instructions once calls are replaced");
        if (Ops.IsDefaultOrEmpty) throw new InputException("the operations of routines are missing, expected at least one");
        if (!(CallShare is >= 0 and <= 1)) throw new InputException($"the share of calls is {CallShare}, expected 0 to 1");
    }

    private static void CheckWithin(int value, int least, int most, string name)
    {
        if (value < least || value > most) throw new InputException($"the {name} is {value}, expected {least} to {most}");
    }
}
