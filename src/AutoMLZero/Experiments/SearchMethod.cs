namespace AutoMLZero.Experiments;

/// <summary>How new programs come about.</summary>
public enum SearchMethod : byte
{
    /// <summary>Regularized evolution: the winner of a tournament is copied and mutated, the oldest dies.</summary>
    Evolution,

    /// <summary>Each program is drawn at random, and has nothing to do with those before.</summary>
    Random,
}
