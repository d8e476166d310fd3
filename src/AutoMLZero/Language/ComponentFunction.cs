namespace AutoMLZero.Language;

/// <summary>The three component functions of a program (AutoML-Zero, section 3.1).</summary>
public enum ComponentFunction : byte
{
    /// <summary>Runs once, before the first example.</summary>
    Setup,

    /// <summary>Runs on every training and validation example; sees the features, leaves the prediction.</summary>
    Predict,

    /// <summary>Runs after <see cref="Predict"/> on every training example; sees the features and the label.</summary>
    Learn,
}
