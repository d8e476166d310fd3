namespace AutoMLZero.Reproduction.Reporting;

/// <summary>How a number of ours stands to the paper's.</summary>
public enum Verdict : byte
{
    /// <summary>There is nothing to compare it with.</summary>
    None,

    /// <summary>The interval holds the paper's number, or what the paper claims is significant here, too.</summary>
    Agrees,

    /// <summary>The interval does not hold the paper's number, or the opposite of the paper's claim is significant.</summary>
    Differs,

    /// <summary>There were too few trials to tell.</summary>
    Undecided,
}
