using System.Collections;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>Individuals by age, the oldest first. When the population is full, a new one replaces the oldest.</summary>
/// <param name="capacity">The number of individuals that live, at least 1.</param>
/// <param name="hurdlePercentile">The percentile of first fitness that is the hurdle, 0 to 100; null without hurdles.</param>
internal sealed class Population(int capacity, double? hurdlePercentile = null) : IReadOnlyList<Individual>
{
    private readonly Individual[] ring = new Individual[capacity];

    /// <summary>The fitness of each, all in a few kilobytes: tournaments look at many and choose one.</summary>
    private readonly double[] fitness = new double[capacity];
    private readonly UniqueValues firstFitness = new();
    private int oldest;

    /// <summary>The number of individuals alive.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the next individual replaces the oldest.</summary>
    public bool IsFull => Count == ring.Length;

    /// <summary>
    /// What the first fitness of the next child must reach: nothing before the population is full, then the percentile of the unique values in
    /// the population; null without hurdles.
    /// </summary>
    public double? Hurdle => hurdlePercentile is not { } percentile ? null
        : IsFull && firstFitness.Count > 0 ? firstFitness.Percentile(percentile)
        : double.NegativeInfinity;

    /// <summary>The individual of an age: 0 is the oldest.</summary>
    public Individual this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return ring[Place(index)];
        }
    }

    /// <summary>The fitness of the individual of an age, from 0 to <see cref="Count"/> - 1.</summary>
    public double Fitness(int age) => fitness[Place(age)];

    /// <summary>Adds the youngest.</summary>
    public void Add(Individual individual)
    {
        if (individual.FirstFitness is { } entering) firstFitness.Add(entering);
        if (IsFull)
        {
            if (ring[oldest].FirstFitness is { } leaving) firstFitness.Remove(leaving);
            Set(oldest, individual);
            oldest = oldest + 1 == ring.Length ? 0 : oldest + 1;
        }
        else
        {
            Set(Count++, individual);
        }
    }

    /// <summary>Puts another individual in the place of one; it takes its age, too.</summary>
    /// <param name="age">Which one: 0 is the oldest.</param>
    /// <param name="individual">The other individual.</param>
    public void Replace(int age, Individual individual)
    {
        if (this[age].FirstFitness is { } leaving) firstFitness.Remove(leaving);
        if (individual.FirstFitness is { } entering) firstFitness.Add(entering);
        Set(Place(age), individual);
    }

    /// <summary>Writes the individuals, the oldest first.</summary>
    public void Save(StateWriter writer)
    {
        writer.Write(Count);
        foreach (var individual in this) Individual.Save(individual, writer);
    }

    /// <summary>Reads what was written, in place of the present individuals.</summary>
    public void Restore(StateReader reader)
    {
        Clear();
        for (var left = reader.ReadCount(ring.Length); left > 0; left--) Add(Individual.Restore(reader) ?? throw StateReader.Damaged());
    }

    /// <inheritdoc/>
    public IEnumerator<Individual> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    /// <summary>Removes all individuals.</summary>
    public void Clear()
    {
        Array.Clear(ring);
        firstFitness.Clear();
        (Count, oldest) = (0, 0);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Without a branch, which would go either way.</summary>
    private int Place(int age)
    {
        var beyond = oldest + age - ring.Length;
        return beyond + (ring.Length & (beyond >> 31));
    }

    private void Set(int place, Individual individual) => (ring[place], fitness[place]) = (individual, individual.Fitness);
}
