using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Says what a program predicts, where an evaluator says how well it does.</summary>
public static class Predictor
{
    /// <summary>
    /// Trains a program on the training examples of a task and lets it predict the validation examples, in order, whose labels do not matter. A
    /// program whose <c>Predict</c> changes memory may predict an example differently after others.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="task">A set of one task, which is gone through once.</param>
    /// <param name="settings">How the program is evaluated.</param>
    /// <returns>
    /// For each validation example the number (regression), the probability of class 1 (two classes) or the class (several), NaN where the program
    /// leaves none; null when a training error was too large or not a number, which ends the task.
    /// </returns>
    /// <exception cref="ArgumentException">There is more than one task or more than one epoch.</exception>
    /// <exception cref="InputException">The program writes <c>v1</c> and the task is multi-class.</exception>
    public static double[]? Predict(Program program, TaskSet task, EvaluationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        if (task.Count != 1 || task.Epochs != 1) throw new ArgumentException("There is one task and one epoch to predict after.", nameof(task));
        var only = task.Tasks[0];
        using var learner = new Learner(program, only.Kind, task.Dimension, task.Classes, only.Seed, settings.Precision);
        return learner.TryLearn(only.Train, settings.MaxAbsError) ? learner.Predict(only.Valid) : null;
    }
}
