using System.Collections;

namespace AutoMLZero.Search;

/// <summary>Individuals by age, the oldest first. When the population is full, a new one replaces the oldest.</summary>
/// <param name="capacity">The number of individuals that live, at least 1.</param>
internal sealed class Population(int capacity) : IReadOnlyList<Individual>
{
    private readonly Individual[] ring = new Individual[capacity];
    private int oldest;

    /// <summary>The number of individuals alive.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the next individual replaces the oldest.</summary>
    public bool IsFull => Count == ring.Length;

    /// <summary>The individual of an age: 0 is the oldest.</summary>
    public Individual this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return ring[(int)(((uint)oldest + (uint)index) % (uint)ring.Length)];
        }
    }

    /// <summary>Adds the youngest.</summary>
    public void Add(Individual individual)
    {
        if (IsFull)
        {
            ring[oldest] = individual;
            oldest = oldest + 1 == ring.Length ? 0 : oldest + 1;
        }
        else
        {
            ring[Count++] = individual;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Individual> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
