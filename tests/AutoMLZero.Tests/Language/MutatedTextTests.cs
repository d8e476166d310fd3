using System.Text;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Language;

public class MutatedTextTests
{
    private const int Inputs = 100_000;

    [Fact]
    public void A_damaged_program_is_read_or_refused_with_its_place()
    {
        var random = new RandomSource(6);
        var programs = new RandomPrograms(new MemoryShape(5, 4, 2), multiClass: false);
        var texts = Enumerable.Range(0, 200).Select(_ => Encoding.Latin1.GetBytes(programs.Next(random).ToString())).ToArray();
        var refused = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var text = texts[random.NextInt(texts.Length)];
            for (var times = random.NextInt(3); times >= 0; times--) text = Damage(random, text);
            if (!IsRead(Encoding.Latin1.GetString(text))) refused++;
        }

        Assert.InRange(refused, Inputs / 2, Inputs - 1);
    }

    [Fact]
    public void Random_bytes_are_refused_with_their_place()
    {
        var random = new RandomSource(7);
        for (var i = 0; i < 1000; i++)
        {
            byte[] bytes = [.. Enumerable.Range(0, random.NextInt(300)).Select(_ => (byte)random.NextInt(256))];
            Assert.False(IsRead(Encoding.UTF8.GetString(bytes)));
            Assert.False(IsRead(Encoding.Unicode.GetString(bytes)));
        }
    }

    [Fact]
    public void Binary_zeros_are_refused_with_their_place() => Assert.False(IsRead(new string('\0', 5000)));

    private static bool IsRead(string text)
    {
        try
        {
            ProgramParser.ParseAll(text);
            return true;
        }
        catch (ProgramFormatException error)
        {
            Assert.True(error.Line > 0 && error.Column > 0);
            return false;
        }
    }

    private static byte[] Damage(RandomSource random, byte[] text)
    {
        if (text.Length == 0) return text;
        var (from, length) = (random.NextInt(text.Length), 1 + random.NextInt(20));
        var to = Math.Min(text.Length, from + length);
        switch (random.NextInt(4))
        {
            case 0:
                byte[] flipped = [.. text];
                flipped[from] ^= (byte)(1 << random.NextInt(8));
                return flipped;
            case 1:
                return [.. text[..from], .. text[to..]];
            case 2:
                return [.. text[..to], .. text[from..]];
            default:
                return text[..from];
        }
    }
}
