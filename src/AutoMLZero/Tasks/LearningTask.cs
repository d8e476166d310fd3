namespace AutoMLZero.Tasks;

/// <summary>One task: a program learns from its training examples and is scored on its validation examples.</summary>
/// <param name="Name">A name for reports.</param>
/// <param name="Kind">What the task asks for.</param>
/// <param name="Train">Training examples.</param>
/// <param name="Valid">Validation examples.</param>
/// <param name="Seed">Decides what random operations draw on this task.</param>
public sealed record LearningTask(string Name, TaskKind Kind, Examples Train, Examples Valid, ulong Seed);
