namespace AutoMLZero.Tests.Oracle;

/// <summary>What an evaluation gave.</summary>
/// <param name="Fitness">Fitness over all tasks.</param>
/// <param name="TaskFitness">Fitness on each task, in the order of the tasks.</param>
public sealed record FitnessResult(double Fitness, IReadOnlyList<double> TaskFitness)
{
    /// <summary>Whether two results have the same bits, where one NaN is as good as another.</summary>
    public bool SameBits(FitnessResult other) =>
        Bits(Fitness) == Bits(other.Fitness) && TaskFitness.Select(Bits).SequenceEqual(other.TaskFitness.Select(Bits));

    /// <summary>The bits of a number, the same for every NaN.</summary>
    public static ulong Bits(double number) => BitConverter.DoubleToUInt64Bits(double.IsNaN(number) ? double.NaN : number);

    /// <summary>The numbers in full, for messages.</summary>
    public override string ToString() => $"{Fitness:R} of [{string.Join(", ", TaskFitness.Select(fitness => $"{fitness:R}"))}]";
}
