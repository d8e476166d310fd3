namespace AutoMLZero.Tuning;

/// <summary>How constants are looked for. All methods evaluate equally many programs.</summary>
public enum TuningMethod : byte
{
    /// <summary>
    /// The covariance matrix adaptation evolution strategy (Hansen and Ostermeier, 2001) on logarithmic scales that lead through zero to the other sign,
    /// with restarts at twice the population (Auger and Hansen, 2005).
    /// </summary>
    CmaEs,

    /// <summary>The paper's: all constants at once, each times a factor of its own, log-uniform in [1e-3, 1e3].</summary>
    RandomSearch,
}
