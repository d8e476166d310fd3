namespace AutoMLZero.Reproduction;

/// <summary>How far an experiment is.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Step">What is being done.</param>
/// <param name="Done">Trials of the step that are finished.</param>
/// <param name="Total">Trials of the step.</param>
/// <param name="Elapsed">Time since the experiment began or went on.</param>
public sealed record ReproductionProgress(string Experiment, string Step, int Done, int Total, TimeSpan Elapsed);
