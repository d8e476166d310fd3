using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

public class ElementaryAccuracyTests
{
    private const int Count = 1500;
    private readonly RandomSource random = new(20);

    [Fact]
    public void Exp_is_accurate_for_all_results()
    {
        Check(Elementary.Exp, ExactFunctions.Exp, 1.5, () => Arguments.Between(random, -3, 3));
        Check(Elementary.Exp, ExactFunctions.Exp, 1.5, () => Arguments.Between(random, -745, 709.7));
        Check(Elementary.Exp, ExactFunctions.Exp, 1.5, () => Arguments.Between(random, -745.1, -708));
        Check(Elementary.Exp, ExactFunctions.Exp, 1.5, () => Arguments.OfMagnitude(random, -60, 9));
    }

    [Fact]
    public void Log_is_accurate_for_all_positive_numbers()
    {
        Check(Elementary.Log, ExactFunctions.Log, 1.5, () => Arguments.Between(random, 0.4, 2.2));
        Check(Elementary.Log, ExactFunctions.Log, 1.5, () => Math.Abs(Arguments.OfMagnitude(random, -1074, 1023)));
        Check(Elementary.Log, ExactFunctions.Log, 1.5, () => 1 + Arguments.OfMagnitude(random, -50, -1));
    }

    [Fact]
    public void Sin_is_accurate_for_all_angles() => CheckAngles(Elementary.Sin, ExactFunctions.Sin, 1.5);

    [Fact]
    public void Cos_is_accurate_for_all_angles() => CheckAngles(Elementary.Cos, ExactFunctions.Cos, 1.5);

    [Fact]
    public void Tan_is_accurate_for_all_angles() => CheckAngles(Elementary.Tan, ExactFunctions.Tan, 3);

    [Fact]
    public void Arcsin_is_accurate()
    {
        Check(Elementary.Arcsin, ExactFunctions.Arcsin, 2, () => Arguments.Between(random, -1, 1));
        Check(Elementary.Arcsin, ExactFunctions.Arcsin, 2, () => Arguments.OfMagnitude(random, -200, -1));
        Check(Elementary.Arcsin, ExactFunctions.Arcsin, 2, () => 1 - Math.Abs(Arguments.OfMagnitude(random, -50, -1)));
    }

    [Fact]
    public void Arccos_is_accurate()
    {
        Check(Elementary.Arccos, ExactFunctions.Arccos, 2, () => Arguments.Between(random, -1, 1));
        Check(Elementary.Arccos, ExactFunctions.Arccos, 2, () => Arguments.OfMagnitude(random, -50, -1));
        Check(Elementary.Arccos, ExactFunctions.Arccos, 2, () => 1 - Math.Abs(Arguments.OfMagnitude(random, -50, -1)));
    }

    [Fact]
    public void Arctan_is_accurate()
    {
        Check(Elementary.Arctan, ExactFunctions.Arctan, 2, () => Arguments.Between(random, -3, 3));
        Check(Elementary.Arctan, ExactFunctions.Arctan, 2, () => Arguments.Between(random, 0.9, 1.1));
        Check(Elementary.Arctan, ExactFunctions.Arctan, 2, () => Arguments.OfMagnitude(random, -200, 200));
    }

    [Fact]
    public void Logistic_is_accurate_for_all_results()
    {
        Check(Elementary.Logistic, ExactFunctions.Logistic, 3, () => Arguments.Between(random, -8, 8));
        Check(Elementary.Logistic, ExactFunctions.Logistic, 3, () => Arguments.Between(random, -745, -700));
        Check(Elementary.Logistic, ExactFunctions.Logistic, 3, () => Arguments.OfMagnitude(random, -40, 9));
    }

    [Theory]
    [InlineData(1e22, -0.8522008497671888, 0.523214785395139)]
    [InlineData(1.0715086071862673e+301, -0.15920170308624243, 0.9872460775989135)]
    [InlineData(double.MaxValue, 0.004961954789184062, -0.9999876894265599)]
    [InlineData(Math.PI, 1.2246467991473532e-16, -1)]
    public void Known_sines_and_cosines_come_out(double angle, double sine, double cosine)
    {
        Assert.Equal(sine, Elementary.Sin(angle));
        Assert.Equal(cosine, Elementary.Cos(angle));
    }

    [Fact]
    public void The_double_nearest_to_a_multiple_of_half_pi_has_its_cosine() =>
        Assert.Equal(-4.687165924254628e-19, Elementary.Cos(5.3193726483265414e+255));

    private void CheckAngles(Func<double, double> function, Func<double, ExactNumber> exact, double limit)
    {
        Check(function, exact, limit, () => Arguments.Between(random, -10, 10));
        Check(function, exact, limit, () => Arguments.OfMagnitude(random, -100, 24));
        Check(function, exact, limit, () => Arguments.OfMagnitude(random, 20, 1023), Count / 5);
        Check(function, exact, limit, () => Math.BitIncrement(random.NextInt(1_000_000) * (Math.PI / 2)));
    }

    private static void Check(
        Func<double, double> function, Func<double, ExactNumber> exact, double limit, Func<double> argument, int count = Count)
    {
        for (var i = 0; i < count; i++)
        {
            var x = argument();
            var ulps = exact(x).UlpsTo(function(x));
            Assert.True(ulps <= limit, $"{x:R} gives {function(x):R}, wrong by {ulps} units in the last place");
        }
    }
}
