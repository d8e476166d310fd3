using System.Text.Json.Nodes;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Where task sets come from. Equal sources make equal tasks of equal seeds.</summary>
public abstract record TaskSource
{
    /// <summary>Number of tasks of a set.</summary>
    public abstract int Count { get; }

    /// <summary>Number of features F of the tasks.</summary>
    public abstract int Dimension { get; }

    /// <summary>Number of classes C of multi-class tasks, else 0.</summary>
    public virtual int Classes => 0;

    /// <summary>Training examples of each task.</summary>
    public abstract int TrainExamples { get; }

    /// <summary>Validation examples of each task.</summary>
    public abstract int ValidExamples { get; }

    /// <summary>Training steps of a full evaluation on one set: tasks x epochs x training examples.</summary>
    public abstract long TrainingSteps { get; }

    /// <summary>Makes a task set.</summary>
    /// <param name="seed">Decides the tasks; unlike seeds make unrelated tasks.</param>
    /// <exception cref="Language.InputException">The tasks are made of files that are missing or cannot be read.</exception>
    public abstract TaskSet Create(ulong seed);

    /// <summary>The JSON object that stands for the source in a spec; the <see cref="ITaskFormat"/> of its kind reads it back equal.</summary>
    public abstract JsonObject ToJson();
}
