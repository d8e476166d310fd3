using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Where task sets come from. Equal sources make equal tasks of equal seeds.</summary>
public abstract record TaskSource
{
    /// <summary>Number of features F of the tasks.</summary>
    public abstract int Dimension { get; }

    /// <summary>Number of classes C of multi-class tasks, else 0.</summary>
    public virtual int Classes => 0;

    /// <summary>Training steps of a full evaluation on one set: tasks x epochs x training examples.</summary>
    public abstract long TrainingSteps { get; }

    /// <summary>Makes a task set.</summary>
    /// <param name="seed">Decides the tasks; unlike seeds make unrelated tasks.</param>
    public abstract TaskSet Create(ulong seed);
}
