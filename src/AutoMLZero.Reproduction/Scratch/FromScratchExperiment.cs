using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Data.Images;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Reproduction.Reporting;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Scratch;

/// <summary>Binary classification of images from empty programs (section 4.2).</summary>
public sealed class FromScratchExperiment : PaperExperiment
{
    private static readonly (string Name, string Title, string Preset)[] Sets =
        [("cifar10", "CIFAR-10", "cifar10-binary"), ("mnist", "MNIST", "mnist-binary")];

    private static readonly string[] Splits = ["search", "select", "test"];

    /// <inheritdoc/>
    public override string Name => "from-scratch";

    /// <inheritdoc/>
    public override string Shows => "Starting from empty programs, evolution finds linear models, then more than that, on pairs of classes of images.";

    /// <inheritdoc/>
    public override string Section => "4.2";

    /// <inheritdoc/>
    public override ImmutableArray<ImageDataSet> DataSets => [ImageDataSet.Cifar10, ImageDataSet.Mnist];

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 10, 4, 200);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("experiments", 2, 4, 50),
        ("individuals", 400, 1_000_000, 10_000_000),
        ("search-tasks", 2, 6, 10),
        ("select-tasks", 2, 9, 18),
        ("test-tasks", 2, 36, 90),
        ("train", 20, 4_000, 8_000),
        ("valid", 10, 500, 1_000),
        ("hurdle-examples", 10, 200, 200));

    /// <inheritdoc/>
    public override Findings Run(Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(laboratory);
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var programs = ImmutableArray.CreateBuilder<ShownProgram>();
        var points = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (name, title, preset) in Sets)
        {
            var spec = Spec(laboratory, preset);
            var results = laboratory.Trials($"search-{name}", laboratory.Size("experiments"), (_, seed) => ScratchResult.Search(spec, seed, laboratory.Cancellation));
            var best = results.MaxBy(result => result.SelectFitness)!;
            rows.AddRange(Rows(laboratory, name, title, spec, best));
            programs.Add(new ShownProgram($"{title}: the best program", best.Program));
            programs.Add(new ShownProgram($"{title}: milestones of its line", string.Join('\n', best.Milestones.Select(Line))));
            points.AddRange(Points(name, best));
        }

        return new Findings(
            rows.ToImmutable(), Notes, programs.ToImmutable(), new FigureData("Progress of the best search", ["data", "individuals", "fitness", "milestone"], points.ToImmutable()));
    }

    private static ImmutableArray<string> Notes { get; } =
    [
        "Each experiment has one population on tasks of one data set and one size; the paper mixes data sets, sizes and dimensions over thousands of workers.",
        "The program is selected on projections of the 9 held-out pairs and tested on others of the same pairs, from test images; constants are not tuned. Functional equivalence checking and hurdles are on.",
        "The paper's accuracies are at 3072 dimensions after tuning, and cannot be compared with these at 16; here the built-in models are run on the same tasks.",
    ];

    private static IEnumerable<SummaryRow> Rows(Laboratory laboratory, string name, string title, ExperimentSpec spec, ScratchResult best)
    {
        double[] Accuracy(string model, Program program) => laboratory.Once(
            $"test-{name}-{model}", _ => TaskFitness.Of(program, spec.Tasks.Test.Create(laboratory.SeedOf($"test-{name}", 0)), spec.Evaluation));
        var evolved = Accuracy("evolved", ProgramParser.Parse(best.Program));
        var linear = Accuracy("linear", BuiltInPrograms.Affine);
        var network = Accuracy("network", BuiltInPrograms.NeuralNet);
        yield return new SummaryRow($"{title}: accuracy of the best program", "-", Measured.Percent(MeanEstimate.Of(evolved)));
        yield return new SummaryRow($"{title}: accuracy of the linear model", "-", Measured.Percent(MeanEstimate.Of(linear)));
        yield return new SummaryRow($"{title}: accuracy of the network", "-", Measured.Percent(MeanEstimate.Of(network)));
        yield return SummaryRow.Above($"{title}: evolved over linear, paired", "above", Measured.Percent(MeanEstimate.OfDifferences(evolved, linear), withSign: true));
        yield return SummaryRow.Above($"{title}: evolved over the network, paired", "above", Measured.Percent(MeanEstimate.OfDifferences(evolved, network), withSign: true));
    }

    private static ExperimentSpec Spec(Laboratory laboratory, string preset)
    {
        string Size(string name) => laboratory.Sizes[name].ToString(CultureInfo.InvariantCulture);
        var tasks = Splits.SelectMany(split => new[]
        {
            ($"tasks.{split}.count", Size($"{split}-tasks")), ($"tasks.{split}.train", Size("train")), ($"tasks.{split}.valid", Size("valid")),
        });
        var epoch = Math.Max(1, laboratory.Sizes["individuals"] / 50).ToString(CultureInfo.InvariantCulture);
        return laboratory.Spec(
            preset,
            [
                .. tasks,
                ("hurdles", $$"""{ "tasks": {{Size("search-tasks")}}, "trainExamples": {{Size("hurdle-examples")}}, "validExamples": {{Size("hurdle-examples")}}, "percentile": 75 }"""),
                ("experimentLength", Size("individuals")),
                ("islands", $$"""{ "count": 1, "epochLength": {{epoch}}, "migration": "none" }"""),
                ("budget", """{ "experiments": 1 }"""),
            ]);
    }

    private static string Line(Milestone milestone) =>
        string.Create(CultureInfo.InvariantCulture, $"individual {milestone.Born,9:N0}  search fitness {milestone.Fitness:0.0000}  {milestone.Technique}");

    private static IEnumerable<ImmutableArray<string>> Points(string name, ScratchResult best) =>
    [
        .. best.Progress.Select(point => ImmutableArray.Create(name, Whole(point.Individuals), Shown(point.Fitness), "")),
        .. best.Milestones.Select(milestone => ImmutableArray.Create(name, Whole(milestone.Born), Shown(milestone.Fitness), milestone.Technique)),
    ];

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Shown(double fitness) => fitness.ToString("0.0000", CultureInfo.InvariantCulture);
}
