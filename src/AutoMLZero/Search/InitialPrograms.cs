namespace AutoMLZero.Search;

/// <summary>What the first individuals of an evolution are.</summary>
public enum InitialPrograms : byte
{
    /// <summary>Random programs of the initial lengths.</summary>
    Random,

    /// <summary>Empty programs.</summary>
    Empty,

    /// <summary>Copies of a given program.</summary>
    Given,
}
