namespace AutoMLZero.Tests.Oracle;

/// <summary>One number for many fitness values (FNV-1a over their bits), to compare processes by.</summary>
internal sealed class FitnessHash
{
    private const ulong Prime = 0x100000001B3;

    /// <summary>The hash of what was added.</summary>
    public ulong Value { get; private set; } = 0xCBF29CE484222325;

    /// <summary>Adds the fitness over all tasks and on each.</summary>
    public void Add(FitnessResult result)
    {
        Add(result.Fitness);
        foreach (var fitness in result.TaskFitness) Add(fitness);
    }

    private void Add(double number)
    {
        foreach (var part in BitConverter.GetBytes(FitnessResult.Bits(number))) Value = (Value ^ part) * Prime;
    }
}
