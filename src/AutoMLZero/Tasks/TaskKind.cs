namespace AutoMLZero.Tasks;

/// <summary>What a task asks for, and so how a prediction is normalized and scored.</summary>
public enum TaskKind : byte
{
    /// <summary>A number; the score comes from the root mean squared error.</summary>
    Regression,

    /// <summary>One of two classes, 0 and 1; the prediction goes through the logistic function, the score is accuracy.</summary>
    Binary,

    /// <summary>One of several classes; the scores in <c>v2</c> go through softmax, the score is accuracy.</summary>
    MultiClass,
}
