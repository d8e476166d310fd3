using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution;

/// <summary>Hashes of errors, by which programs are recognized that err alike.</summary>
internal sealed unsafe partial class Scores<T>
{
    private const ulong HashMultiplier = 0xD6E8FEB86659FD93;

    /// <summary>Whether errors are hashed.</summary>
    public bool IsHashing { get; private set; }

    /// <summary>Starts to hash all errors.</summary>
    public void StartHash()
    {
        IsHashing = true;
        new Span<ulong>(hashes, layout.Lanes).Clear();
    }

    /// <summary>The hash of all errors since <see cref="StartHash"/>, and of which tasks still run.</summary>
    [MethodImpl(Optimized)]
    public ulong FinishHash()
    {
        var sum = Vector512<ulong>.Zero;
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var hash = Vector512.LoadAligned(hashes + lane) + (Vector512.LoadAligned((ulong*)alive + lane) & Vector512<ulong>.One);
            sum += (hash ^ (hash >>> 29)) * Vector512.LoadAligned(hashFactors + lane);
        }

        return SplitMix.Mix(Vector512.Sum(sum));
    }

    /// <summary>A task whose error is too large keeps its hash from then on.</summary>
    /// <param name="error">The errors, one example after the other.</param>
    /// <param name="examples">Number of examples.</param>
    /// <param name="running">For each lane all bits as long as its task runs.</param>
    /// <param name="ends">Whether that is written down for the tasks that these errors end.</param>
    [MethodImpl(Optimized)]
    private void Hash(T* error, int examples, double* running, bool ends)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var hash = Vector512.LoadAligned(hashes + lane);
            var still = Vector512.LoadAligned(running + lane);
            for (var at = error + lane; at < error + ((nint)examples * layout.Lanes); at += layout.Lanes)
            {
                var wide = Wide512.Load(at).Value;
                var bits = ((wide.AsUInt64() | ~Vector512.Equals(wide, wide).AsUInt64()) ^ hash) * HashMultiplier;
                hash = Vector512.ConditionalSelect(still.AsUInt64(), bits ^ (bits >>> 32), hash);
                still &= Vector512.LessThanOrEqual(wide, maxAbsError);
            }

            hash.StoreAligned(hashes + lane);
            if (ends) still.StoreAligned(running + lane);
        }
    }
}
