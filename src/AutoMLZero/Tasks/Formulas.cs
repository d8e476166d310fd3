using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tasks;

/// <summary>
/// The formulas of Uy, Hoai, O'Neill, McKay and Galvan-Lopez (Semantically-based crossover in genetic programming, 2011), with the ranges that
/// Petersen et al. (Deep symbolic regression, arXiv 1912.04871) list for them; and <c>cases</c>, ours, which is not smooth.
/// </summary>
public static class Formulas
{
    /// <summary>All formulas.</summary>
    public static ImmutableArray<Formula> All { get; } =
    [
        OfOne("nguyen-1", "x^3 + x^2 + x", -1, 1, x => Powers(x, 3)),
        OfOne("nguyen-2", "x^4 + x^3 + x^2 + x", -1, 1, x => Powers(x, 4)),
        OfOne("nguyen-3", "x^5 + x^4 + x^3 + x^2 + x", -1, 1, x => Powers(x, 5)),
        OfOne("nguyen-4", "x^6 + x^5 + x^4 + x^3 + x^2 + x", -1, 1, x => Powers(x, 6)),
        OfOne("nguyen-5", "sin(x^2) cos(x) - 1", -1, 1, x => (Elementary.Sin(x * x) * Elementary.Cos(x)) - 1),
        OfOne("nguyen-6", "sin(x) + sin(x + x^2)", -1, 1, x => Elementary.Sin(x) + Elementary.Sin(x + (x * x))),
        OfOne("nguyen-7", "log(x + 1) + log(x^2 + 1)", 0, 2, x => Elementary.Log(x + 1) + Elementary.Log((x * x) + 1)),
        OfOne("nguyen-8", "sqrt(x)", 0, 4, Math.Sqrt),
        OfTwo("nguyen-9", "sin(x) + sin(y^2)", (x, y) => Elementary.Sin(x) + Elementary.Sin(y * y)),
        OfTwo("nguyen-10", "2 sin(x) cos(y)", (x, y) => 2 * Elementary.Sin(x) * Elementary.Cos(y)),
        OfTwo("cases", "x + y where x > y, else x - y", (x, y) => x > y ? x + y : x - y),
    ];

    /// <summary>The formula of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static Formula Named(string name) => All.FirstOrDefault(formula => formula.Name == name)
        ?? throw new InputException($"there is no formula '{name}', expected one of {string.Join(", ", All.Select(formula => formula.Name))}");

    private static Formula OfOne(string name, string text, double low, double high, Func<double, double> value) =>
        new(name, text, 1, low, high, inputs => value(inputs.Span[0]));

    private static Formula OfTwo(string name, string text, Func<double, double, double> value) =>
        new(name, text, 2, 0, 1, inputs => value(inputs.Span[0], inputs.Span[1]));

    /// <summary>x + x^2 + ... up to a power.</summary>
    private static double Powers(double x, int most)
    {
        var sum = 0.0;
        for (var power = 0; power < most; power++) sum = (sum + 1) * x;
        return sum;
    }
}
