using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Tests.Images;

/// <summary>Files as they come from bad disks and broken downloads.</summary>
internal static class Corruption
{
    /// <summary>The bytes, damaged in one to four places.</summary>
    public static byte[] Of(byte[] bytes, RandomSource random)
    {
        var damaged = bytes.ToList();
        for (var times = 1 + random.NextInt(4); times > 0 && damaged.Count > 0; times--) Damage(damaged, random);
        return [.. damaged];
    }

    private static void Damage(List<byte> bytes, RandomSource random)
    {
        var at = Place(bytes.Count, random);
        var length = Math.Min(bytes.Count - at, 1 + random.NextInt(random.NextInt(4) == 0 ? 5000 : 20));
        switch (random.NextInt(8))
        {
            case 0: bytes[at] ^= (byte)(1 << random.NextInt(8)); break;
            case 1: bytes[at] = (byte)random.NextInt(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            case 5: for (var i = at; i < at + length; i++) bytes[i] = 0; break;
            case 6: for (var i = at; i < at + length; i++) bytes[i] = 0xff; break;
            default: bytes.AddRange(Enumerable.Range(0, length).Select(_ => (byte)random.NextInt(256))); break;
        }
    }

    /// <summary>Often where the headers are, at the begin and the end; else anywhere.</summary>
    private static int Place(int count, RandomSource random) => random.NextInt(4) switch
    {
        0 => random.NextInt(Math.Min(count, 32)),
        1 => count - 1 - random.NextInt(Math.Min(count, 32)),
        _ => random.NextInt(count),
    };
}
