using AutoMLZero.Analysis;

namespace AutoMLZero.Tests.Analysis;

public class ReuseTests
{
    [Fact]
    public void Analysis_does_not_depend_on_the_programs_analyzed_before()
    {
        var canonicalizer = new Canonicalizer();
        foreach (var (single, multi) in Sample.Some(1000, false).Zip(Sample.Some(1000, true)))
        {
            AssertSame(canonicalizer, single);
            AssertSame(canonicalizer, multi);
        }
    }

    private static void AssertSame(Canonicalizer canonicalizer, Sample sample)
    {
        var expected = EffectiveProgram.Create(sample.Program, sample.MultiClass);
        var found = canonicalizer.Canonicalize(sample.Program, sample.MultiClass);
        Assert.Equal(expected.Program.ToString(), found.Program.ToString());
        Assert.Equal((expected.Hash, expected.Memory, expected.IsStateless), (found.Hash, found.Memory, found.IsStateless));
        Assert.Equal(Ordinals.OfEffective(expected, sample.Program), Ordinals.OfEffective(found, sample.Program));
    }
}
