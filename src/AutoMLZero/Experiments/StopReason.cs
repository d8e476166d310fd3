namespace AutoMLZero.Experiments;

/// <summary>What ended a search.</summary>
public enum StopReason : byte
{
    /// <summary>A champion reached the fitness on the selection tasks that the spec calls solved.</summary>
    Solved,

    /// <summary>All experiments, individuals or training steps of the budget were spent.</summary>
    BudgetSpent,

    /// <summary>The time of the budget was over.</summary>
    TimeSpent,

    /// <summary>The caller canceled the search.</summary>
    Canceled,
}
