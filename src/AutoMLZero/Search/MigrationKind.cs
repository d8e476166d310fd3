namespace AutoMLZero.Search;

/// <summary>How islands exchange individuals when they meet.</summary>
public enum MigrationKind : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Each island receives copies of random individuals of the island before it, the first of the last.</summary>
    Ring,

    /// <summary>Each island receives copies of random individuals of a random other island.</summary>
    Random,

    /// <summary>
    /// Each island gives a random half of its population and receives as many, dealt at random from what all islands gave (AutoML-Zero, supplementary
    /// section S1).
    /// </summary>
    Halves,
}
