namespace AutoMLZero.Tasks;

/// <summary>The families of synthetic regression tasks (AutoML-Zero, section 4.1).</summary>
public enum SyntheticKind : byte
{
    /// <summary>Label u.x, with u drawn from N(0, 1) for each task.</summary>
    Linear,

    /// <summary>Label u.x + a, with u and a drawn from N(0, 1) for each task.</summary>
    Affine,

    /// <summary>
    /// Label u.max(0, Mx): a two-layer teacher network with F hidden units, u and M drawn from N(0, 1) for each task. This is the paper's
    /// formula; the authors' code also sets two of the hidden units to zero, which is not done here.
    /// </summary>
    Teacher,
}
