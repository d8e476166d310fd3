using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class ConstantsTests
{
    [Fact]
    public void The_change_of_the_authors_code_flips_the_sign_or_multiplies_by_a_log_normal_factor()
    {
        var altered = Alter(0.75, ConstantRole.Value, ConstantChange.LogNormal);
        var flips = altered.LongCount(value => value == -0.75);
        ChiSquare.AssertFrequencies([flips, altered.Length - flips], [0.1, 0.9]);
        ChiSquare.AssertNormal(altered.Where(value => value > 0).Select(value => Math.Log(value / 0.75)));
    }

    [Fact]
    public void The_change_of_the_paper_multiplies_by_a_uniform_factor_and_flips_the_sign()
    {
        var altered = Alter(-3, ConstantRole.Mean, ConstantChange.Uniform);
        var flips = altered.LongCount(value => value > 0);
        ChiSquare.AssertFrequencies([flips, altered.Length - flips], [0.1, 0.9]);
        var next = 0;
        ChiSquare.AssertUniform(() => Math.Abs(altered[next++]) / 3, 0.5, 2);
    }

    [Theory]
    [InlineData(ConstantChange.LogNormal)]
    [InlineData(ConstantChange.Uniform)]
    public void Index_constants_are_drawn_anew(ConstantChange change)
    {
        var altered = Alter(0.999, ConstantRole.Index, change);
        var next = 0;
        ChiSquare.AssertUniform(() => altered[next++], 0, 1);
    }

    [Theory]
    [InlineData(ConstantChange.LogNormal)]
    [InlineData(ConstantChange.Uniform)]
    public void Constants_stay_in_the_range_of_their_role_however_extreme_they_are(ConstantChange change)
    {
        double[] extremes = [0, -0.0, double.Epsilon, double.MaxValue, -double.MaxValue, 1e-300];
        foreach (var role in Enum.GetValues<ConstantRole>())
        {
            foreach (var start in extremes.Where(value => ConstantRange.Problem(role, value) is null))
                Assert.All(Alter(start, role, change, 2_000), value => Assert.Null(ConstantRange.Problem(role, value)));
        }
    }

    [Fact]
    public void A_constant_that_would_become_infinite_stays() =>
        Assert.Contains(double.MaxValue, Alter(double.MaxValue, ConstantRole.High, ConstantChange.LogNormal, 1_000));

    private static double[] Alter(double value, ConstantRole role, ConstantChange change, int count = 100_000)
    {
        var random = new RandomSource(11);
        return [.. Enumerable.Range(0, count).Select(_ => Constants.Alter(value, role, change, random))];
    }
}
