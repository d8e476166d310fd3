namespace AutoMLZero.Experiments;

/// <summary>The tasks of the paper's protocol.</summary>
/// <param name="Search">T_search: individuals are compared on these, new ones for each experiment.</param>
/// <param name="Select">T_select: the champions of experiments are compared on these, the same for all experiments.</param>
/// <param name="Test">Unseen tasks, on which the selected program is reported.</param>
public sealed record TaskSplits(TaskSource Search, TaskSource Select, TaskSource Test);
