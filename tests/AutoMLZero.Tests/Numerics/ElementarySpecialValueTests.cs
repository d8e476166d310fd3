using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

public class ElementarySpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly Dictionary<string, Func<double, double>> Functions = new()
    {
        ["exp"] = Elementary.Exp,
        ["log"] = Elementary.Log,
        ["sin"] = Elementary.Sin,
        ["cos"] = Elementary.Cos,
        ["tan"] = Elementary.Tan,
        ["arcsin"] = Elementary.Arcsin,
        ["arccos"] = Elementary.Arccos,
        ["arctan"] = Elementary.Arctan,
        ["logistic"] = Elementary.Logistic,
    };

    [Theory]
    [InlineData("exp", Infinity, Infinity)]
    [InlineData("exp", -Infinity, 0.0)]
    [InlineData("exp", 0.0, 1.0)]
    [InlineData("exp", 709.79, Infinity)]
    [InlineData("exp", double.MaxValue, Infinity)]
    [InlineData("exp", -745.14, 0.0)]
    [InlineData("exp", -745.13, double.Epsilon)]
    [InlineData("exp", double.MinValue, 0.0)]
    [InlineData("log", Infinity, Infinity)]
    [InlineData("log", 0.0, -Infinity)]
    [InlineData("log", 1.0, 0.0)]
    [InlineData("log", double.Epsilon, -744.4400719213812)]
    [InlineData("log", -double.Epsilon, double.NaN)]
    [InlineData("log", -1.0, double.NaN)]
    [InlineData("log", -Infinity, double.NaN)]
    [InlineData("sin", 0.0, 0.0)]
    [InlineData("sin", double.Epsilon, double.Epsilon)]
    [InlineData("sin", Infinity, double.NaN)]
    [InlineData("sin", -Infinity, double.NaN)]
    [InlineData("cos", 0.0, 1.0)]
    [InlineData("cos", Infinity, double.NaN)]
    [InlineData("cos", -Infinity, double.NaN)]
    [InlineData("tan", 0.0, 0.0)]
    [InlineData("tan", Infinity, double.NaN)]
    [InlineData("tan", -Infinity, double.NaN)]
    [InlineData("arcsin", 0.0, 0.0)]
    [InlineData("arcsin", 1.0, Math.PI / 2)]
    [InlineData("arcsin", -1.0, -Math.PI / 2)]
    [InlineData("arcsin", 1.0000000000000002, double.NaN)]
    [InlineData("arcsin", -Infinity, double.NaN)]
    [InlineData("arccos", 0.0, Math.PI / 2)]
    [InlineData("arccos", 1.0, 0.0)]
    [InlineData("arccos", -1.0, Math.PI)]
    [InlineData("arccos", -1.0000000000000002, double.NaN)]
    [InlineData("arccos", Infinity, double.NaN)]
    [InlineData("arctan", 0.0, 0.0)]
    [InlineData("arctan", 1.0, Math.PI / 4)]
    [InlineData("arctan", Infinity, Math.PI / 2)]
    [InlineData("arctan", -Infinity, -Math.PI / 2)]
    [InlineData("logistic", 0.0, 0.5)]
    [InlineData("logistic", Infinity, 1.0)]
    [InlineData("logistic", -Infinity, 0.0)]
    public void Special_values_come_out(string function, double x, double expected)
    {
        var result = Functions[function](x);
        Assert.Equal(expected, result);
        if (!double.IsNaN(expected)) Assert.Equal(double.IsNegative(expected), double.IsNegative(result));
    }

    [Theory]
    [InlineData("exp", 1.0)]
    [InlineData("log", double.NegativeInfinity)]
    [InlineData("sin", -0.0)]
    [InlineData("cos", 1.0)]
    [InlineData("tan", -0.0)]
    [InlineData("arcsin", -0.0)]
    [InlineData("arccos", Math.PI / 2)]
    [InlineData("arctan", -0.0)]
    [InlineData("logistic", 0.5)]
    public void Negative_zero_keeps_its_sign_where_the_function_is_odd(string function, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(Functions[function](-0.0)));

    [Fact]
    public void Not_a_number_stays_not_a_number()
    {
        foreach (var function in Functions.Values)
        {
            Assert.True(double.IsNaN(function(double.NaN)));
            Assert.True(double.IsNaN(function(-double.NaN)));
        }
    }
}
