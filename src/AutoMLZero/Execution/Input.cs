namespace AutoMLZero.Execution;

/// <summary>The cells that the task sets.</summary>
internal enum Input
{
    /// <summary><c>v0</c>.</summary>
    Features,

    /// <summary><c>s0</c> in <c>Learn</c>.</summary>
    Label,

    /// <summary><c>v1</c> in <c>Learn</c>, with several classes.</summary>
    OneHot,

    /// <summary><c>v0</c> of the next example.</summary>
    NextFeatures,
}
