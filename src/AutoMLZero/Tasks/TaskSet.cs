using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Tasks;

/// <summary>
/// Tasks that a program is evaluated on together, in lockstep: same dimension, equally many examples, same number of epochs. A mix has further sets of
/// other dimensions and sizes in <see cref="Parts"/>; all else that it says is of its first set.
/// </summary>
public sealed class TaskSet
{
    /// <summary>Checks that the tasks fit together.</summary>
    /// <param name="tasks">At least one task.</param>
    /// <param name="epochs">How often the training examples are gone through, at least 1.</param>
    /// <param name="classes">Number of classes C of multi-class tasks, 2 to F; 0 when no task is multi-class.</param>
    /// <param name="seed">Decides the order of the examples from the second epoch on.</param>
    /// <exception cref="InputException">The tasks do not fit together, or a label is not a class.</exception>
    public TaskSet(ImmutableArray<LearningTask> tasks, int epochs = 1, int classes = 0, ulong seed = 0)
    {
        if (tasks.IsDefaultOrEmpty) throw new InputException("there are no tasks, expected at least one");
        if (epochs < 1) throw new InputException($"the number of epochs is {epochs}, expected at least 1");
        Tasks = tasks;
        Epochs = epochs;
        Classes = classes;
        Seed = seed;
        CheckClasses();
        foreach (var task in tasks) Check(task);
    }

    private TaskSet(ImmutableArray<TaskSet> parts)
        : this(parts[0].Tasks, parts[0].Epochs, parts[0].Classes, parts[0].Seed)
    {
        Parts = parts;
    }

    /// <summary>Sets that a program is evaluated on one after another; its fitness counts all tasks of all sets.</summary>
    /// <param name="parts">At least one set, none of them a mix.</param>
    /// <exception cref="InputException">There is no set, one is a mix, or multi-class tasks are mixed with others.</exception>
    public static TaskSet Mix(ImmutableArray<TaskSet> parts)
    {
        if (parts.IsDefaultOrEmpty) throw new InputException("there are no sets of tasks to mix, expected at least one");
        if (parts.Any(part => part.IsMix)) throw new InputException("a mix of tasks is part of another, expected sets that are none");
        if (parts.Any(part => part.IsMultiClass != parts[0].IsMultiClass)) throw new InputException("multi-class tasks cannot be mixed with others");
        return new TaskSet(parts);
    }

    /// <summary>The tasks.</summary>
    public ImmutableArray<LearningTask> Tasks { get; }

    /// <summary>The sets that run in lockstep: this one alone, or those of a mix.</summary>
    public ImmutableArray<TaskSet> Parts
    {
        get => field.IsDefault ? [this] : field;
        private init;
    }

    /// <summary>Whether there is more than this set.</summary>
    public bool IsMix => Parts.Length > 1;

    /// <summary>The tasks of all parts, in their order.</summary>
    public IEnumerable<LearningTask> AllTasks => Parts.SelectMany(part => part.Tasks);

    /// <summary>How often the training examples are gone through; validation follows each time, and the best counts.</summary>
    public int Epochs { get; }

    /// <summary>Number of classes of multi-class tasks, else 0.</summary>
    public int Classes { get; }

    /// <summary>Decides the order of the examples from the second epoch on, the same for all tasks.</summary>
    public ulong Seed { get; }

    /// <summary>Number of tasks D.</summary>
    public int Count => Tasks.Length;

    /// <summary>Number of features F.</summary>
    public int Dimension => Tasks[0].Train.Dimension;

    /// <summary>Number of training examples of each task.</summary>
    public int TrainCount => Tasks[0].Train.Count;

    /// <summary>Number of validation examples of each task.</summary>
    public int ValidCount => Tasks[0].Valid.Count;

    /// <summary>Whether the tasks are multi-class: then <c>v1</c> holds the one-hot label and <c>v2</c> the class scores.</summary>
    public bool IsMultiClass => Classes > 0;

    /// <summary>Training steps of a full evaluation, over all tasks and epochs: what an evaluation nominally costs.</summary>
    public long TrainingSteps => IsMix ? Parts.Sum(part => part.TrainingSteps) : (long)Count * Epochs * TrainCount;

    private void CheckClasses()
    {
        var multiClass = Tasks.Count(task => task.Kind == TaskKind.MultiClass);
        if (multiClass == 0 && Classes == 0) return;
        if (multiClass != Count) throw new InputException("multi-class tasks cannot be mixed with others, and only they have classes");
        if (Classes < 2 || Classes > Dimension)
            throw new InputException($"the number of classes is {Classes}, expected 2 to the dimension {Dimension}");
    }

    private void Check(LearningTask task)
    {
        CheckSame(task, "features", task.Train.Dimension, Dimension);
        CheckSame(task, "validation features", task.Valid.Dimension, Dimension);
        CheckSame(task, "training examples", task.Train.Count, TrainCount);
        CheckSame(task, "validation examples", task.Valid.Count, ValidCount);
        if (task.Kind == TaskKind.Regression) return;
        CheckLabels(task, task.Train.Labels.Span);
        CheckLabels(task, task.Valid.Labels.Span);
    }

    private static void CheckSame(LearningTask task, string what, int found, int expected)
    {
        if (found != expected) throw new InputException($"task '{task.Name}' has {found} {what}, expected {expected} as in the first task");
    }

    private void CheckLabels(LearningTask task, ReadOnlySpan<double> labels)
    {
        var classes = task.Kind == TaskKind.Binary ? 2 : Classes;
        foreach (var label in labels)
        {
            if (label < 0 || label >= classes || label != Math.Floor(label))
                throw new InputException($"task '{task.Name}' has the label {label}, expected a class from 0 to {classes - 1}");
        }
    }
}
