namespace AutoMLZero.Experiments.Running;

/// <summary>How many experiments a series has at most, and how long each is. Both are known beforehand: what is not solved goes to its end.</summary>
internal sealed class SeriesPlan
{
    private readonly long experimentLength;
    private readonly long individuals;

    /// <summary>Plans a series.</summary>
    public SeriesPlan(ExperimentSpec spec)
    {
        experimentLength = spec.ExperimentLength;
        individuals = spec.Budget.IndividualsLeft(0, spec.StepsOfIndividual);
        var byIndividuals = (individuals / experimentLength) + (individuals % experimentLength == 0 ? 0 : 1);
        Count = (int)Math.Min(Math.Min(byIndividuals, spec.Budget.Experiments ?? long.MaxValue), int.MaxValue);
    }

    /// <summary>The largest number of experiments.</summary>
    public int Count { get; }

    /// <summary>Number of individuals of an experiment.</summary>
    /// <param name="index">Which, from 0 to <see cref="Count"/> - 1.</param>
    public long Length(int index) => (long)Int128.Min(experimentLength, individuals - ((Int128)experimentLength * index));
}
