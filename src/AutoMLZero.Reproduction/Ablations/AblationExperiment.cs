using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Reproduction.Reporting;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Ablations;

/// <summary>What migration, functional equivalence checking, MNIST islands and hurdles add to a search (S9).</summary>
public sealed class AblationExperiment : PaperExperiment
{
    /// <inheritdoc/>
    public override string Name => "ablation";

    /// <inheritdoc/>
    public override string Shows => "Migration, functional equivalence checking, tasks of MNIST and hurdles each improve what a search finds at equal cost.";

    /// <inheritdoc/>
    public override string Section => "S9";

    /// <inheritdoc/>
    public override ImmutableArray<ImageDataSet> DataSets => [ImageDataSet.Cifar10, ImageDataSet.Mnist];

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 10, 5, 300);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("seeds", 2, 5, 10),
        ("evaluations", 800, 10_000, 1_000_000),
        ("epoch-length", 100, 500, 10_000),
        ("search-tasks", 2, 4, 10),
        ("select-tasks", 2, 9, 10),
        ("test-tasks", 2, 36, 100),
        ("train", 20, 2_000, 8_000),
        ("valid", 10, 500, 1_000),
        ("hurdle-examples", 10, 100, 100));

    /// <inheritdoc/>
    public override Findings Run(Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(laboratory);
        var runs = Variant.All.Select(variant => (Variant: variant, Runs: Search(laboratory, variant))).ToArray();
        var (linear, network) = (BuiltIn(laboratory, "linear", BuiltInPrograms.Affine), BuiltIn(laboratory, "network", BuiltInPrograms.NeuralNet));
        var baseline = Accuracies(runs[0].Runs);
        return new Findings(
            [
                .. runs.Select(run => new SummaryRow($"best accuracy, {run.Variant.Title}", Percent(run.Variant.Paper), Measured.Percent(MeanEstimate.Of(Accuracies(run.Runs))))),
                .. runs.Skip(1).Select(run => SummaryRow.Above(
                    $"{run.Variant.Title}, over base, paired by seed",
                    string.Create(CultureInfo.InvariantCulture, $"+{100 * (run.Variant.Paper - Variant.All[0].Paper):0.0} %"),
                    Measured.Percent(MeanEstimate.OfDifferences(Accuracies(run.Runs), baseline), withSign: true))),
                .. runs.Select(run => new SummaryRow($"individuals in the same cost, {run.Variant.Title}", "-", Individuals(run.Runs))),
                new SummaryRow("accuracy of the linear model", "70.2 %", Measured.Percent(linear)),
                new SummaryRow("accuracy of the network", "75.0 %", Measured.Percent(network)),
            ],
            Notes,
            [new ShownProgram("The best program of the last variant", runs[^1].Runs.MaxBy(run => run.Accuracy)!.Program)],
            new FigureData("Best search fitness by cost", ["variant", "seed", "evaluations", "fitness"], [.. runs.SelectMany(run => Points(run.Variant, run.Runs))]));
    }

    private static ImmutableArray<string> Notes { get; } =
    [
        "Searches have 4 islands in place of 1000 workers, and end when they have spent as much: a full evaluation counts 1, probes and first parts of hurdles as many examples as they run on.",
        "Seeds are paired: the same seed means the same search, selection and test tasks of CIFAR-10. The best of each island on CIFAR-10 is tried on selection tasks, the best of these on unseen ones.",
        "Operations, addresses and lengths are those of the baseline of S10; the paper's S9 uses those of neural networks.",
    ];

    private static AblationRun[] Search(Laboratory laboratory, Variant variant)
    {
        var spec = variant.Spec(laboratory);
        return laboratory.Trials(
            $"search-{variant.Name}",
            laboratory.Size("seeds"),
            (number, _) => AblationRun.Search(variant, spec, laboratory.Sizes["evaluations"], laboratory.SeedOf("search", number), laboratory.Cancellation));
    }

    private static MeanEstimate BuiltIn(Laboratory laboratory, string name, Program program)
    {
        var spec = Variant.All[0].Spec(laboratory);
        return MeanEstimate.Of(laboratory.Once(
            $"test-{name}", _ => TaskFitness.Of(program, spec.Tasks.Test.Create(laboratory.SeedOf("test", 0)), spec.Evaluation)));
    }

    private static double[] Accuracies(AblationRun[] runs) => [.. runs.Select(run => run.Accuracy)];

    private static Measured Individuals(AblationRun[] runs)
    {
        var mean = runs.Average(run => (double)run.Individuals);
        return new Measured(mean, null, null, mean.ToString("N0", CultureInfo.InvariantCulture));
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static IEnumerable<ImmutableArray<string>> Points(Variant variant, AblationRun[] runs) =>
        from seed in Enumerable.Range(0, runs.Length)
        from point in runs[seed].Progress
        select ImmutableArray.Create(
            variant.Name,
            seed.ToString(CultureInfo.InvariantCulture),
            point.Individuals.ToString(CultureInfo.InvariantCulture),
            point.Fitness.ToString("0.0000", CultureInfo.InvariantCulture));
}
