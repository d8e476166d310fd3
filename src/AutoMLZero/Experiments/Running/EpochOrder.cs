namespace AutoMLZero.Experiments.Running;

/// <summary>Delivers the epochs of experiments that run side by side in the order of the experiments. Used under the lock of the run.</summary>
/// <param name="deliver">Takes delivery.</param>
internal sealed class EpochOrder(Action<Epoch> deliver)
{
    /// <summary>How many epochs of the first open experiment may wait for delivery before it stands still.</summary>
    private const int AheadOfConsumer = 16;

    /// <summary>How many epochs of later experiments may wait for their turn.</summary>
    private const int AheadOfTurn = 4096;

    private readonly Dictionary<int, Queue<Epoch>> waiting = [];
    private readonly HashSet<int> ended = [];
    private int turn;
    private int lastTurn = int.MaxValue;

    /// <summary>Whether an experiment must stand still until its epochs are taken.</summary>
    public bool IsBlocked(OpenExperiment open) => open.Undelivered >= (open.Index == turn ? AheadOfConsumer : AheadOfTurn);

    /// <summary>Takes an epoch for delivery now or later.</summary>
    public void Add(OpenExperiment open, Epoch epoch)
    {
        open.Undelivered++;
        if (open.Index == turn)
        {
            deliver(epoch);
            return;
        }

        if (!waiting.TryGetValue(open.Index, out var queue)) waiting.Add(open.Index, queue = []);
        queue.Enqueue(epoch);
    }

    /// <summary>Takes note that an experiment has no more epochs; it may be the turn of the next, unless it is solved.</summary>
    public void End(ExperimentOutcome outcome)
    {
        ended.Add(outcome.Index);
        if (outcome.IsSolved) lastTurn = Math.Min(lastTurn, outcome.Index);
        while (turn < lastTurn && ended.Remove(turn))
        {
            turn++;
            if (!waiting.Remove(turn, out var queue)) continue;
            foreach (var epoch in queue) deliver(epoch);
        }
    }
}
