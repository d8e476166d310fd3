using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Linear crossover (Brameier and Banzhaf, section 5.7): in one evolvable function, a random segment of one parent takes the place of a random segment
/// of the other. The child is never longer than the function may be.
/// </summary>
/// <param name="space">The programs that may be made; must be valid.</param>
internal sealed class SegmentCrossover(SearchSpace space)
{
    /// <summary>A child of two parents.</summary>
    /// <param name="first">The parent that the child is like outside the segment.</param>
    /// <param name="second">The parent that the segment comes from.</param>
    /// <param name="random">The source of randomness.</param>
    public Program Cross(Program first, Program second, RandomSource random)
    {
        var functions = space.EvolvableFunctions;
        var function = functions[random.NextInt(functions.Length)];
        var (receiver, donor) = (space.Unframed(first), space.Unframed(second));
        var old = receiver[function].AsSpan();
        var other = donor[function].AsSpan();
        var (start, end) = Segment(old.Length, old.Length, random);
        var room = space[function].MaxLength - (old.Length - (end - start));
        var (from, to) = Segment(other.Length, room, random);
        if (start == end && from == to) return first;
        return space.Framed(receiver.With(function, [.. old[..start], .. other[from..to], .. old[end..]]));
    }

    /// <summary>A segment of up to some length, which may be empty; both places are drawn uniformly before it is cut to that length.</summary>
    private static (int Start, int End) Segment(int length, int most, RandomSource random)
    {
        var (a, b) = (random.NextInt(length + 1), random.NextInt(length + 1));
        var start = Math.Min(a, b);
        return (start, Math.Min(Math.Max(a, b), start + most));
    }
}
