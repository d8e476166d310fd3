using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>The order of the training examples: as given in the first epoch, then one shuffle an epoch, shared by all tasks.</summary>
internal static class OracleOrder
{
    /// <summary>The indices of the training examples in the order of an epoch.</summary>
    public static int[] OfEpoch(TaskSet set, int epoch)
    {
        var order = Enumerable.Range(0, set.TrainCount).ToArray();
        if (epoch == 0) return order;
        var random = new RandomSource(SplitMix.Derive(set.Seed, (ulong)epoch));
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
