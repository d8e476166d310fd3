using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Explanations;

/// <summary>
/// What instructions cost, relative to one scalar addition, as a polynomial in the number of features F: the sum of <see cref="OpInfo.CostFactor"/>
/// * F^<see cref="OpInfo.CostPower"/>.
/// </summary>
/// <param name="Coefficients">Those of 1, F, F^2 and F^3.</param>
public readonly record struct StepCost(ImmutableArray<double> Coefficients)
{
    private const int Powers = 4;

    /// <summary>The cost of an operation.</summary>
    /// <param name="op">The operation.</param>
    public static StepCost Of(Op op)
    {
        var info = op.Info();
        return new StepCost([.. Enumerable.Range(0, Powers).Select(power => power == info.CostPower ? info.CostFactor : 0)]);
    }

    /// <summary>The cost of operations together.</summary>
    /// <param name="ops">The operations.</param>
    public static StepCost Of(IEnumerable<Op> ops)
    {
        ArgumentNullException.ThrowIfNull(ops);
        return ops.Aggregate(Of(Op.NoOp), (cost, op) => cost.Plus(Of(op)));
    }

    /// <summary>The cost of both.</summary>
    /// <param name="other">The other cost.</param>
    public StepCost Plus(StepCost other) => new([.. Coefficients.Zip(other.Coefficients, (a, b) => a + b)]);

    /// <summary>The cost with a number of features.</summary>
    /// <param name="dimension">Number of features F.</param>
    public double At(int dimension)
    {
        var (cost, power) = (0.0, 1.0);
        foreach (var coefficient in Coefficients)
        {
            cost += coefficient * power;
            power *= dimension;
        }

        return cost;
    }

    /// <summary>The polynomial, such as <c>2 F^2 + 6 F + 3</c>.</summary>
    public override string ToString()
    {
        var coefficients = Coefficients;
        var terms = Enumerable.Range(0, Powers).Reverse().Where(power => coefficients[power] != 0).Select(power => Term(coefficients[power], power)).ToArray();
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }

    private static string Term(double coefficient, int power)
    {
        var number = coefficient.ToString(CultureInfo.InvariantCulture);
        return power switch
        {
            0 => number,
            1 => coefficient == 1 ? "F" : $"{number} F",
            _ => coefficient == 1 ? $"F^{power}" : $"{number} F^{power}",
        };
    }
}
