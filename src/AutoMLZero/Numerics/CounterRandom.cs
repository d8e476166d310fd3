namespace AutoMLZero.Numerics;

/// <summary>
/// The random numbers of programs: each is a function of its place (task, function, instruction, step, element), not of what was drawn before,
/// so that a program draws the same numbers in any lane, thread or order.
/// </summary>
public static class CounterRandom
{
    /// <summary>The key of one random instruction on one task.</summary>
    /// <param name="taskSeed">Seed of the task.</param>
    /// <param name="function">Number of the component function: 0, 1 or 2.</param>
    /// <param name="ordinal">Place of the instruction among the random instructions of its function, in canonical order.</param>
    public static ulong InstructionKey(ulong taskSeed, int function, int ordinal) =>
        SplitMix.Mix(SplitMix.Derive(taskSeed, ((ulong)function << 32) + (uint)ordinal) + SplitMix.Increment);

    /// <summary>The key of one execution of the instruction.</summary>
    /// <param name="instructionKey">What <see cref="InstructionKey"/> gave.</param>
    /// <param name="step">Number of examples seen before, training and validation, over all epochs.</param>
    public static ulong StepKey(ulong instructionKey, long step) => SplitMix.Mix(instructionKey ^ ((ulong)step * SplitMix.Increment));

    /// <summary>The random bits of one element.</summary>
    /// <param name="stepKey">What <see cref="StepKey"/> gave.</param>
    /// <param name="element">0 for a scalar, i for a vector, i * F + j for a matrix.</param>
    public static ulong Bits(ulong stepKey, long element) => SplitMix.Mix(stepKey + Offset(element));

    /// <summary>What is added to a step key for an element.</summary>
    internal static ulong Offset(long element) => (ulong)(element + 1) * SplitMix.Increment;


    /// <summary>The uniform number in [low, high] that random bits stand for; low when low >= high.</summary>
    /// <param name="bits">Random bits.</param>
    /// <param name="low">Lower bound.</param>
    /// <param name="high">Upper bound.</param>
    public static double Uniform(ulong bits, double low, double high) =>
        low >= high ? low : low + (((bits >> 11) * (1.0 / (1L << 53))) * (high - low));

    /// <summary>The normal number that random bits stand for.</summary>
    /// <param name="bits">Random bits.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation.</param>
    public static double Gaussian(ulong bits, double mean, double deviation) => mean + (deviation * BoxMuller.Transform(bits));
}
