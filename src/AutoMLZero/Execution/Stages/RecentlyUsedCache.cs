using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>
/// Values by a 64-bit key, of which only the most recently used are kept. Every call takes constant time; nothing is allocated once
/// the cache has grown to its capacity. Not safe for use by several threads at once.
/// </summary>
/// <typeparam name="TValue">What is kept.</typeparam>
internal sealed class RecentlyUsedCache<TValue>
    where TValue : struct
{
    /// <summary>The largest capacity.</summary>
    public const int MaxCapacity = 1 << 28;

    private const int None = -1;
    private Entry[] entries = [];
    private int[] buckets = [];
    private int newest = None;
    private int oldest = None;

    /// <summary>Makes an empty cache, which takes no memory to speak of until it is used.</summary>
    /// <param name="capacity">Number of values kept, 1 to <see cref="MaxCapacity"/>.</param>
    /// <exception cref="InputException">The capacity is out of its range.</exception>
    public RecentlyUsedCache(int capacity)
    {
        if (capacity is < 1 or > MaxCapacity)
            throw new InputException($"the capacity of the cache is {capacity}, expected 1 to {MaxCapacity}");
        Capacity = capacity;
    }

    /// <summary>The largest number of values kept.</summary>
    public int Capacity { get; }

    /// <summary>The number of values kept now.</summary>
    public int Count { get; private set; }

    /// <summary>How often a key was asked for and found.</summary>
    public long Hits { get; private set; }

    /// <summary>How often a key was asked for and not found.</summary>
    public long Misses { get; private set; }

    /// <summary>Looks a key up; the key then is the most recently used.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value kept under the key, else the default.</param>
    public bool TryGet(ulong key, out TValue value)
    {
        var index = Find(key);
        if (index == None)
        {
            Misses++;
            value = default;
            return false;
        }

        Hits++;
        Touch(index);
        value = entries[index].Value;
        return true;
    }

    /// <summary>Keeps a value; the least recently used key goes when there is no room.</summary>
    /// <param name="key">The key, which then is the most recently used; what was kept under it is replaced.</param>
    /// <param name="value">The value.</param>
    public void Add(ulong key, TValue value)
    {
        var index = Find(key);
        if (index != None)
        {
            entries[index].Value = value;
            Touch(index);
            return;
        }

        index = Count < Capacity ? NewEntry() : EvictOldest();
        ref var head = ref Bucket(key);
        entries[index] = new Entry { Key = key, Value = value, NextInBucket = head };
        head = index;
        LinkNewest(index);
    }

    /// <summary>Writes keys and values, the least recently used first.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="write">Writes a value.</param>
    public void Save(StateWriter writer, Action<TValue> write)
    {
        writer.Write(Hits);
        writer.Write(Misses);
        writer.Write(Count);
        for (var index = oldest; index != None; index = entries[index].Newer)
        {
            writer.Write(entries[index].Key);
            write(entries[index].Value);
        }
    }

    /// <summary>Reads what was written, in place of what is kept now.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="read">Reads a value.</param>
    public void Restore(StateReader reader, Func<TValue> read)
    {
        Clear();
        Hits = reader.ReadInt64();
        Misses = reader.ReadInt64();
        for (var left = reader.ReadCount(Capacity); left > 0; left--) Add(reader.ReadUInt64(), read());
    }

    private void Clear()
    {
        (entries, buckets, newest, oldest, Count) = ([], [], None, None, 0);
    }

    private ref int Bucket(ulong key) => ref buckets[(int)SplitMix.Mix(key) & (buckets.Length - 1)];

    private int Find(ulong key)
    {
        if (Count == 0) return None;
        var index = Bucket(key);
        while (index != None && entries[index].Key != key) index = entries[index].NextInBucket;
        return index;
    }

    private int NewEntry()
    {
        if (Count == entries.Length) Grow();
        return Count++;
    }

    private void Grow()
    {
        Array.Resize(ref entries, Math.Min(Capacity, Math.Max(16, 2 * entries.Length)));
        buckets = new int[BitOperations.RoundUpToPowerOf2((uint)entries.Length)];
        Array.Fill(buckets, None);
        for (var i = 0; i < Count; i++)
        {
            ref var head = ref Bucket(entries[i].Key);
            entries[i].NextInBucket = head;
            head = i;
        }
    }

    private int EvictOldest()
    {
        var index = oldest;
        ref var link = ref Bucket(entries[index].Key);
        while (link != index) link = ref entries[link].NextInBucket;
        link = entries[index].NextInBucket;
        Unlink(index);
        return index;
    }

    private void Touch(int index)
    {
        if (index == newest) return;
        Unlink(index);
        LinkNewest(index);
    }

    private void Unlink(int index)
    {
        var (older, newer) = (entries[index].Older, entries[index].Newer);
        if (older == None) oldest = newer;
        else entries[older].Newer = newer;
        if (newer == None) newest = older;
        else entries[newer].Older = older;
    }

    private void LinkNewest(int index)
    {
        entries[index].Older = newest;
        entries[index].Newer = None;
        if (newest == None) oldest = index;
        else entries[newest].Newer = index;
        newest = index;
    }

    private struct Entry
    {
        public ulong Key;
        public TValue Value;
        public int NextInBucket;
        public int Older;
        public int Newer;
    }
}
