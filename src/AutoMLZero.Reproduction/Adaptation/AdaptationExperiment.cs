using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Data.Images;
using AutoMLZero.Reproduction.Reporting;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>
/// An experiment of section 4.3: evolution starts from a neural network, under a condition and under a control, and a technique emerges under the
/// condition. It counts in how many experiments the best program uses the technique, and measures what it is worth by planting it.
/// </summary>
public abstract class AdaptationExperiment : PaperExperiment
{
    /// <inheritdoc/>
    public override string Section => "4.3";

    /// <inheritdoc/>
    public override ImmutableArray<ImageDataSet> DataSets => [ImageDataSet.Cifar10];

    /// <summary>The technique: one of <see cref="Insight.Techniques.TechniqueFinder.Ids"/>.</summary>
    internal abstract string Technique { get; }

    /// <summary>The condition under which it emerges.</summary>
    internal abstract Condition Treatment { get; }

    /// <summary>The control.</summary>
    internal abstract Condition Control { get; }

    /// <summary>What was done differently from the paper, besides sizes.</summary>
    internal abstract ImmutableArray<string> Notes { get; }

    /// <inheritdoc/>
    public override Findings Run(Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(laboratory);
        var treated = Evolve(laboratory, Treatment);
        var controls = Evolve(laboratory, Control);
        var gains = (Treated: Gain(laboratory, Treatment), Control: Gain(laboratory, Control));
        return new Findings(
            [
                .. Counts(treated, controls),
                Gained(Treatment, treated),
                Gained(Control, controls),
                new SummaryRow($"{Technique} planted in the network, {Treatment.Title}: accuracy gained", "-", Measured.Percent(gains.Treated, isDifference: true)),
                new SummaryRow($"{Technique} planted in the network, {Control.Title}: accuracy gained", "-", Measured.Percent(gains.Control, isDifference: true)),
            ],
            [.. Common, .. Notes],
            Programs(treated),
            new FigureData($"Experiments with {Technique}", ["condition", "experiment", "accuracy", "network", "technique"], [.. Points(Treatment, treated), .. Points(Control, controls)]));
    }

    private static ImmutableArray<string> Common { get; } =
    [
        "Evolution starts from the built-in network, not from the evolved one of section 4.1, whose learning rate is for other data.",
        "An experiment has a few search tasks in place of one a worker; its best program on the selection tasks is looked at for the technique by its data flow.",
    ];

    private static Evolved[] Evolve(Laboratory laboratory, Condition condition)
    {
        var spec = condition.Spec(laboratory);
        return laboratory.Trials($"evolution-{condition.Name}", laboratory.Size("experiments"), (_, seed) => Evolved.Search(laboratory, spec, seed));
    }

    /// <summary>The network with the technique against the network without, task by task, on tasks of the condition.</summary>
    private static MeanEstimate Gain(Laboratory laboratory, Condition condition)
    {
        var (with, without) = laboratory.Once($"planted-{condition.Name}", seed => Planted.Compare(condition, condition.Spec(laboratory), seed));
        return MeanEstimate.OfDifferences(with, without);
    }

    private IEnumerable<SummaryRow> Counts(Evolved[] treated, Evolved[] controls)
    {
        var (with, without) = (treated.Count(Has), controls.Count(Has));
        yield return SummaryRow.Against($"experiments with {Technique}, {Treatment.Title}", Share(Treatment.Paper), Treatment.Paper, Measured.Count(with, treated.Length));
        yield return SummaryRow.Against($"experiments with {Technique}, {Control.Title}", Share(Control.Paper), Control.Paper, Measured.Count(without, controls.Length));
        var chance = FisherExactTest.Greater(with, treated.Length, without, controls.Length);
        var opposite = FisherExactTest.Greater(without, controls.Length, with, treated.Length);
        yield return new SummaryRow(
            "Fisher's exact test, one-sided: p",
            Shown(FisherExactTest.Greater(Part(Treatment.Paper, 0), Part(Treatment.Paper, 1), Part(Control.Paper, 0), Part(Control.Paper, 1))),
            new Measured(chance, null, null, Shown(chance)),
            chance < 0.05 ? Verdict.Agrees : opposite < 0.05 ? Verdict.Differs : Verdict.Undecided);
    }

    private static SummaryRow Gained(Condition condition, Evolved[] evolved) => new(
        $"evolved over the network on unseen tasks, {condition.Title}",
        "-",
        Measured.Percent(MeanEstimate.OfDifferences([.. evolved.Select(one => one.Accuracy)], [.. evolved.Select(one => one.Network)]), isDifference: true));

    private ImmutableArray<ShownProgram> Programs(Evolved[] treated) => treated.FirstOrDefault(Has) is { } found
        ? [new ShownProgram($"The first program with {Technique}", found.Program)]
        : treated.MaxBy(one => one.Accuracy) is { } best ? [new ShownProgram($"The best program, without {Technique}", best.Program)] : [];

    private IEnumerable<ImmutableArray<string>> Points(Condition condition, Evolved[] evolved) => evolved.Select((one, index) => ImmutableArray.Create(
        condition.Name,
        index.ToString(CultureInfo.InvariantCulture),
        one.Accuracy.ToString("0.0000", CultureInfo.InvariantCulture),
        one.Network.ToString("0.0000", CultureInfo.InvariantCulture),
        Has(one) ? "1" : "0"));

    private bool Has(Evolved evolved) => evolved.Techniques.Contains(Technique);

    private static double Share(string paper) => (double)Part(paper, 0) / Part(paper, 1);

    private static int Part(string paper, int index) => int.Parse(paper.Split('/')[index], CultureInfo.InvariantCulture);

    private static string Shown(double probability) => probability.ToString("G2", CultureInfo.InvariantCulture);
}
