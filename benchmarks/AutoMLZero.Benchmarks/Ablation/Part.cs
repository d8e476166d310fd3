namespace AutoMLZero.Benchmarks.Ablation;

/// <summary>What of the engine is left out or added, one at a time.</summary>
public enum Part
{
    /// <summary>Nothing: the engine as it is.</summary>
    None,

    /// <summary>Removal of introns and the canonical form are left out: all instructions run as they are written, one validation example at a time.</summary>
    WithoutRemoval,

    /// <summary>Loops for pairs of instructions are left out.</summary>
    WithoutFusedPairs,

    /// <summary>Instructions that have the same result at every step run at every step.</summary>
    WithoutHoisting,

    /// <summary>The loop for training on few small regression tasks is left out.</summary>
    WithoutTrainingLoop,

    /// <summary>Validation of several examples at once is left out.</summary>
    WithoutBlocks,

    /// <summary>The functional cache is left out.</summary>
    WithoutFunctionalCache,

    /// <summary>The functional cache and the removal of introns are left out.</summary>
    WithoutFunctionalCacheAndRemoval,

    /// <summary>A canonical cache in place of the functional cache.</summary>
    CanonicalCache,

    /// <summary>Hurdles in place of the functional cache.</summary>
    Hurdles,

    /// <summary>Hurdles beside the functional cache.</summary>
    FunctionalCacheAndHurdles,

    /// <summary>Numbers of 32 bits.</summary>
    Bits32,
}
