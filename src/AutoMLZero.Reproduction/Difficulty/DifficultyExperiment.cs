using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Reproduction.Reporting;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>Evolution against random search on linear and affine regression (section 4.1).</summary>
public sealed class DifficultyExperiment : PaperExperiment
{
    private const double Tilt = 0.7;
    private const int EvolutionBatch = 10;
    private const int FewestAcceptable = 10;

    /// <inheritdoc/>
    public override string Name => "difficulty";

    /// <inheritdoc/>
    public override string Shows => "Evolution finds linear and affine regression more often than random search, the more so the harder they are.";

    /// <inheritdoc/>
    public override string Section => "4.1";

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 5, 15, 24);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("draws-plain-linear-learn", 100_000, 40_000_000, 1_000_000_000),
        ("draws-plain-linear", 100_000, 400_000_000, 4_000_000_000),
        ("draws-tilted-linear", 50_000, 10_000_000, 100_000_000),
        ("draws-tilted-affine", 50_000, 100_000_000, 3_000_000_000),
        ("draws-a-task-set", 50_000, 1_000_000, 10_000_000),
        ("experiments-linear-learn", 10, 1_000, 20_000),
        ("experiments-linear", 10, 400, 20_000),
        ("experiments-affine-learn", 10, 400, 20_000),
        ("experiments-affine", 10, 40, 5_000),
        ("percent-of-experiment-length", 2, 100, 100));

    /// <inheritdoc/>
    public override Findings Run(Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(laboratory);
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var points = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var measured = new List<(RegressionSetting, Measured, Measured)>();
        foreach (var setting in RegressionSetting.All)
        {
            var weighted = Density(laboratory, setting, "tilted", $"draws-tilted-{setting.Kind}", Tilt);
            var plain = setting.Kind == "linear" ? Density(laboratory, setting, "plain", $"draws-plain-{setting.Name}", 0) : null;
            var sample = plain?.Acceptable >= FewestAcceptable ? plain : weighted;
            var (evolved, length) = Evolve(laboratory, setting);
            if (plain is not null) rows.Add(Row("difficulty by plain sampling", setting, plain));
            rows.Add(Row("difficulty by importance sampling", setting, weighted));
            rows.Add(new SummaryRow($"{setting.Title}: evolution succeeds", "-", Measured.Count(evolved.Solved, evolved.Experiments)));
            var ratio = Ratio(evolved, RareDensity.Of(sample), length);
            rows.Add(SummaryRow.Against($"{setting.Title}: success of evolution / random search", setting.PaperRatio, Shown(setting.PaperRatio, "0.#"), ratio));
            measured.Add((setting, Difficulty(sample), ratio));
            points.Add(Point(setting, "difficulty", setting.PaperDifficulty, Difficulty(sample)));
            points.Add(Point(setting, "ratio", setting.PaperRatio, ratio));
        }

        return new Findings(
            rows.ToImmutable(),
            Notes,
            [],
            new FigureData("Difficulty and success of evolution over random search", ["setting", "quantity", "paper", "here", "low", "high"], points.ToImmutable())
            {
                Svg = DifficultyPicture.Svg(measured),
            });
    }

    private static ImmutableArray<string> Notes { get; } =
    [
        "A program is acceptable when its fitness on the 3 search tasks is at least that of the built-in program (learning rate 0.01) on the same tasks, less 1e-9 for rounding. The paper does not print the learning rate of its reference.",
        "Plain sampling draws programs as random search does, but runs only those in whose prediction a vector takes part that is made of its own earlier value and of features, by operations on vectors, and of labels and predictions; the others count as not acceptable.",
        "The other difficulties are estimated by importance sampling: instructions are drawn from the last to the first, with probability 0.7 by one of a few recipes for a cell that is needed later (an error, a product, a sum with itself); each acceptable program counts with the ratio of its probabilities under random search and under this drawing. All programs of random search can be drawn, but those unlike the recipes seldom are and then count much: where none came up, the difficulty is too large. The rows by plain sampling say how much that matters. Where the weights are worth fewer than 10 equal ones, the verdict is undecided. The interval is the normal approximation of the logarithm.",
        "To spare time, Predict and Learn are first tried on 150 examples of one task, with scalars of 0.05 or 0.3 and either sign where Setup is searched: what does not reduce the error by 30 % counts as not acceptable. For those that do, the share of acceptable Setups is estimated from 200 more. Plain sampling checks what this may miss.",
        "A ratio takes the density of plain sampling where that found 10 acceptable programs. Its interval combines the ends of the exact interval of evolution's successes with those of the density, and is wider than 95 %.",
    ];

    private static DensitySample Density(Laboratory laboratory, RegressionSetting setting, string method, string size, double tilt)
    {
        var spec = setting.Spec(laboratory);
        var perTrial = Math.Min(laboratory.Sizes["draws-a-task-set"], laboratory.Sizes[size]);
        var samples = laboratory.Trials(
            $"{method}-{setting.Name}",
            (int)(laboratory.Sizes[size] / perTrial),
            (_, seed) => Sample(setting, spec, perTrial, tilt, seed, laboratory.Cancellation));
        return samples.Aggregate((a, b) => a + b);
    }

    private static DensitySample Sample(
        RegressionSetting setting, ExperimentSpec spec, long draws, double tilt, ulong seed, CancellationToken cancellation)
    {
        using var sampler = new DensitySampler(spec, tasks => Acceptance.Threshold(setting.Reference, tasks, spec.Evaluation), tilt, seed);
        return sampler.Draw(draws, cancellation);
    }

    private static (EvolutionSample Sample, long Length) Evolve(Laboratory laboratory, RegressionSetting setting)
    {
        var spec = setting.Spec(laboratory);
        var length = setting.Evaluations * laboratory.Sizes["percent-of-experiment-length"] / 100;
        var experiments = laboratory.Size($"experiments-{setting.Name}");
        var batch = Math.Min(EvolutionBatch, experiments);
        var samples = laboratory.Trials(
            $"evolution-{setting.Name}",
            experiments / batch,
            (_, seed) => EvolutionSample.Run(setting, spec, batch, length, seed, laboratory.Cancellation));
        return (samples.Aggregate((a, b) => a + b), length);
    }

    private static Measured Difficulty(DensitySample sample)
    {
        var density = RareDensity.Of(sample);
        return Measured.Of(density.Difficulty, density.DifficultyInterval, 2);
    }

    private static SummaryRow Row(string quantity, RegressionSetting setting, DensitySample sample)
    {
        var measured = Difficulty(sample);
        var text = string.Create(CultureInfo.InvariantCulture, $"{measured.Text}, {sample.Acceptable:N0} acceptable of {sample.Draws:N0}");
        var row = SummaryRow.Against($"{setting.Title}: {quantity}", setting.PaperDifficulty, Shown(setting.PaperDifficulty, "0.0"), measured with { Text = text });
        return sample.Effective < FewestAcceptable ? row with { Verdict = Verdict.Undecided } : row;
    }

    /// <summary>Only an upper bound is known when evolution never succeeded.</summary>
    private static Measured Ratio(EvolutionSample evolved, RareDensity density, long length)
    {
        if (density.Density == 0) return new Measured(null, 0, null, "unknown: no acceptable program was drawn");
        var random = new Interval(RareDensity.Success(density.Interval.Low, length), RareDensity.Success(density.Interval.High, length));
        var interval = ClopperPearson.Of(evolved.Solved, evolved.Experiments);
        var (low, high) = (interval.Low / random.High, interval.High / random.Low);
        if (evolved.Solved == 0) return new Measured(null, 0, high, $"at most {Shown(high, "G3")}");
        var value = (double)evolved.Solved / evolved.Experiments / RareDensity.Success(density.Density, length);
        return new Measured(value, low, high, $"{Shown(value, "G3")} ({Shown(low, "G3")} to {Shown(high, "G3")})");
    }

    private static ImmutableArray<string> Point(RegressionSetting setting, string quantity, double paper, Measured ours) =>
        [setting.Name, quantity, Shown(paper, "R"), Shown(ours.Value, "G6"), Shown(ours.Low, "G6"), Shown(ours.High, "G6")];

    private static string Shown(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
