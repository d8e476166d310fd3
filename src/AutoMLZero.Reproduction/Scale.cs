namespace AutoMLZero.Reproduction;

/// <summary>How large an experiment is.</summary>
public enum Scale : byte
{
    /// <summary>Seconds: shows that everything runs, and measures next to nothing.</summary>
    Tiny,

    /// <summary>Minutes: all experiments together take at most two hours on two cores.</summary>
    Small,

    /// <summary>The sizes of the paper, as far as one machine can have them: days.</summary>
    Full,
}
