using AutoMLZero.Numerics;

namespace AutoMLZero.State;

/// <summary>The state of a random source as bytes.</summary>
public static class RandomSourceState
{
    /// <summary>Writes the state.</summary>
    /// <param name="random">The source.</param>
    /// <param name="writer">Where to.</param>
    public static void Save(this RandomSource random, StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(writer);
        var (s0, s1, s2, s3) = random.State;
        writer.Write(s0);
        writer.Write(s1);
        writer.Write(s2);
        writer.Write(s3);
    }

    /// <summary>Reads the state.</summary>
    /// <param name="random">The source, which then goes on from there.</param>
    /// <param name="reader">Where from.</param>
    public static void Restore(this RandomSource random, StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(reader);
        random.State = (reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64());
    }
}
