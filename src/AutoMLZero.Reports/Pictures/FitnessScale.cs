using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>
/// A vertical axis for fitness: as it is, or, when it comes near 1, by nines, so that 0.9, 0.99 and 0.999 are equally far from each other.
/// </summary>
internal sealed class FitnessScale
{
    private const double NearOne = 0.985;
    private const double MostNines = 9;
    private readonly bool byNines;

    /// <summary>A scale for fitness values.</summary>
    /// <param name="fitness">The values, in [0, 1].</param>
    public FitnessScale(IEnumerable<double> fitness)
    {
        var (low, high) = (1.0, 0.0);
        foreach (var value in fitness) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high) (low, high) = (0, 1);
        byNines = high >= NearOne;
        (Low, High) = byNines ? (Of(low), Of(high)) : (low, high);
        var room = Math.Max((High - Low) * 0.06, byNines ? 0.05 : 0.002);
        Low = Math.Max(Low - room, byNines ? -0.02 : -0.01);
        High += room;
    }

    /// <summary>The lower end of the axis.</summary>
    public double Low { get; }

    /// <summary>The upper end of the axis.</summary>
    public double High { get; }

    /// <summary>What the axis is called.</summary>
    /// <param name="fitness">Which fitness.</param>
    /// <param name="size">The size of the picture.</param>
    public string Label(string fitness, PictureSize size) => (size.IsNarrow ? "fitness" : fitness) + (byNines ? ", by nines" : "");

    /// <summary>Where a fitness is on the axis.</summary>
    /// <param name="fitness">The fitness, in [0, 1].</param>
    public double Of(double fitness) => byNines ? -Math.Log10(Math.Max(1 - fitness, Math.Pow(10, -MostNines))) : fitness;

    /// <summary>Makes the vertical axis of a plot one of fitness.</summary>
    public void Apply(Plot plot)
    {
        if (!byNines)
        {
            plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = value => value.ToString("0.####", CultureInfo.InvariantCulture), TargetTickCount = 6 };
            return;
        }

        var ticks = new NumericManual();
        foreach (var (fitness, text) in Marks().Where(mark => Of(mark.Fitness) >= Low && Of(mark.Fitness) <= High)) ticks.AddMajor(Of(fitness), text);
        plot.Axes.Left.TickGenerator = ticks;
    }

    private IEnumerable<(double Fitness, string Text)> Marks()
    {
        yield return (0, "0");
        if (High < 6) yield return (0.5, "0.5");
        for (var nines = 1; nines <= MostNines; nines++)
        {
            yield return (1 - Math.Pow(10, -nines), "0." + new string('9', nines));
            if (High - Low < 2) yield return (1 - (Math.Pow(10, -nines) / 2), "0." + new string('9', nines) + "5");
        }
    }
}
