using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>The order of the training examples in each epoch: the first as given, later ones shuffled, the same for all tasks of a set.</summary>
internal sealed class EpochOrders
{
    private readonly TaskSet tasks;
    private readonly List<int[]> orders = [];

    /// <summary>Starts with the first epoch.</summary>
    public EpochOrders(TaskSet tasks)
    {
        this.tasks = tasks;
        orders.Add([.. Enumerable.Range(0, tasks.TrainCount)]);
    }

    /// <summary>The order of an epoch.</summary>
    public ReadOnlySpan<int> this[int epoch]
    {
        get
        {
            while (orders.Count <= epoch) orders.Add(Shuffled(orders.Count));
            return orders[epoch];
        }
    }

    private int[] Shuffled(int epoch)
    {
        var order = (int[])orders[0].Clone();
        var random = new RandomSource(SplitMix.Derive(tasks.Seed, (ulong)epoch));
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
