using AutoMLZero.Execution.Stages;
using AutoMLZero.Language;
using CsCheck;

namespace AutoMLZero.Tests.Execution;

public class RecentlyUsedCacheTests
{
    [Fact]
    public void It_answers_as_a_list_in_order_of_use_does()
    {
        var step = Gen.Select(Gen.Bool, Gen.ULong[0, 60], Gen.Double);
        Gen.Select(Gen.Int[1, 40], step.Array[0, 400]).Sample((capacity, steps) => Assert.True(Agrees(capacity, steps)));
    }

    [Fact]
    public void It_keeps_the_most_recently_added_of_many_keys()
    {
        var cache = new RecentlyUsedCache<double>(100_000);
        for (ulong key = 0; key < 250_000; key++) cache.Add(key << 40, key);
        Assert.Equal(100_000, cache.Count);
        for (ulong key = 0; key < 250_000; key++)
        {
            Assert.Equal(key >= 150_000, cache.TryGet(key << 40, out var fitness));
            Assert.Equal(key >= 150_000 ? key : 0, fitness);
        }

        Assert.Equal((100_000, 150_000), (cache.Hits, cache.Misses));
    }

    [Fact]
    public void It_allocates_little_when_unused_and_nothing_when_full()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cache = new RecentlyUsedCache<double>(RecentlyUsedCache<double>.MaxCapacity);
        cache.Add(1, 0.5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000);

        cache = new RecentlyUsedCache<double>(1000);
        for (ulong key = 0; key < 1000; key++) cache.Add(key, key);
        before = GC.GetAllocatedBytesForCurrentThread();
        for (ulong key = 0; key < 50_000; key++)
        {
            cache.Add(key * 7, key);
            cache.TryGet(key * 3, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_capacity_out_of_range_is_refused(int capacity) => Assert.Throws<InputException>(() => new RecentlyUsedCache<double>(capacity));

    private static bool Agrees(int capacity, (bool Adds, ulong Key, double Fitness)[] steps)
    {
        var cache = new RecentlyUsedCache<double>(capacity);
        var model = new List<(ulong Key, double Fitness)>();
        foreach (var (adds, key, fitness) in steps)
        {
            var at = model.FindIndex(entry => entry.Key == key);
            var known = at >= 0 ? model[at].Fitness : 0;
            if (!adds && (cache.TryGet(key, out var found) != at >= 0 || !found.Equals(known))) return false;
            if (at >= 0) model.RemoveAt(at);
            if (adds) cache.Add(key, fitness);
            if (adds || at >= 0) model.Add((key, adds ? fitness : known));
            if (model.Count > capacity) model.RemoveAt(0);
            if (cache.Count != model.Count) return false;
        }

        return true;
    }
}
