using System.Security.Cryptography;
using AutoMLZero.State;

namespace AutoMLZero.Experiments.Running;

/// <summary>A fingerprint of an experiment: populations, random streams, counters, champions and what is on its way between islands.</summary>
internal static class StateDigest
{
    /// <summary>SHA-256 of the state, in hexadecimal.</summary>
    public static string Of(Experiment experiment)
    {
        var writer = new StateWriter { WritesLineage = false };
        experiment.SaveSearches(writer);
        return Convert.ToHexStringLower(SHA256.HashData(writer.Written.Span));
    }
}
