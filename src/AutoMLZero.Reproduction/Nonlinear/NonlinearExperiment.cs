using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Reproduction.Reporting;

namespace AutoMLZero.Reproduction.Nonlinear;

/// <summary>A neural network from tasks that are made by teacher networks (section 4.1).</summary>
public sealed class NonlinearExperiment : PaperExperiment
{
    /// <summary>The network that the paper found.</summary>
    private static readonly Program OfPaper = ProgramParser.Parse(
        """
        def Setup():
          m1 = gaussian(-1e-10, 9e-09)
          s3 = 4.1
          v4 = gaussian(-0.033, 0.01)
        def Predict():
          v6 = dot(m1, v0)
          v7 = maximum(v5, v6)
          s1 = dot(v7, v4)
        def Learn():
          v3 = heaviside(v6, 1.0)
          s1 = s0 - s1
          s2 = s1 * s3
          v2 = s2 * v3
          v3 = v2 * v4
          m0 = outer(v3, v0)
          m1 = m1 + m0
          v4 = v2 + v4
        """);

    /// <inheritdoc/>
    public override string Name => "nonlinear";

    /// <inheritdoc/>
    public override string Shows => "On tasks made by teacher networks, evolution finds networks that are trained by backpropagation.";

    /// <inheritdoc/>
    public override string Section => "4.1";

    /// <inheritdoc/>
    public override TimeSpan Expected(Scale scale) => Time(scale, 5, 10, 200);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, long> Sizes(Scale scale) => At(
        scale,
        ("experiments", 2, 4, 20),
        ("individuals", 1_500, 200_000, 20_000_000),
        ("search-tasks", 4, 10, 100),
        ("train", 200, 2_000, 20_000),
        ("test-tasks", 10, 100, 100),
        ("test-train", 1_000, 20_000, 100_000));

    /// <inheritdoc/>
    public override Findings Run(Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(laboratory);
        var spec = Spec(laboratory);
        var found = laboratory.Trials("search", laboratory.Size("experiments"), (_, seed) => Search(laboratory, spec, seed));
        var best = found.MaxBy(one => one.SelectFitness)!;
        var models = new[]
        {
            ("best program found", ProgramParser.Parse(best.Program)),
            ("built-in network", BuiltInPrograms.NeuralNet),
            ("network of the paper, as printed", OfPaper),
            ("built-in linear model", BuiltInPrograms.Affine),
        };
        var errors = models.Select((model, index) => (Name: model.Item1, Errors: laboratory.Once($"test-{index}", _ => Errors(laboratory, spec, model.Item2)))).ToArray();
        return new Findings(
            [
                .. errors.Select(model => new SummaryRow($"root mean squared error of the {model.Name}", "-", Error(model.Errors))),
                Above("linear model over the best program, paired", errors[3].Errors, errors[0].Errors),
                Above("network over the best program, paired", errors[1].Errors, errors[0].Errors),
                new SummaryRow("experiments whose best program backpropagates through a rectifier", "-", Measured.Count(found.Count(one => one.Backpropagates), found.Length)),
            ],
            Notes,
            [new ShownProgram("The best program", best.Program), new ShownProgram("What it does", Explain(ProgramParser.Parse(best.Program)))],
            new FigureData("Errors on unseen tasks", ["model", "task", "rmse"], [.. errors.SelectMany(model => Points(model.Name, model.Errors))]));
    }

    private static ImmutableArray<string> Notes { get; } =
    [
        "The teacher is that of the paper's formula, with all 8 hidden units; the authors' code silences two of them.",
        "A program backpropagates when it has a rectifier or switch in Predict and two gradient steps, one of them of a matrix.",
        "The paper gives no error of its network and no number of evaluations; Graph AutoML-Zero reports that plain evolution reaches fitness 0.36 after 20 million evaluations on a smaller teacher.",
    ];

    private static ExperimentSpec Spec(Laboratory laboratory)
    {
        string Size(string name) => laboratory.Sizes[name].ToString(CultureInfo.InvariantCulture);
        return laboratory.Spec(
            "nonlinear",
            [
                ("tasks.search.count", Size("search-tasks")),
                ("tasks.search.train", Size("train")),
                ("tasks.select.count", Size("test-tasks")),
                ("tasks.select.train", Size("train")),
                ("tasks.test.count", Size("test-tasks")),
                ("tasks.test.train", Size("test-train")),
                ("experimentLength", Size("individuals")),
                ("budget", """{ "experiments": 1 }"""),
            ]);
    }

    private static Found Search(Laboratory laboratory, ExperimentSpec spec, ulong seed)
    {
        var result = laboratory.Search(spec, seed);
        var readable = Explanation.Of(result.Program!).Readable;
        var ids = readable.Techniques.Select(technique => technique.Id).ToArray();
        var stepsOfMatrices = readable.Techniques.Where(technique => technique.Id == "gradient-step")
            .SelectMany(technique => technique.Lines).Any(line => line.Type == OperandType.Matrix);
        return new Found(result.Program!.ToString(), result.SelectFitness ?? 0, ids.Contains("relu") && stepsOfMatrices);
    }

    /// <summary>The root mean squared error on each unseen task, from the fitness 1 - (2 / pi) atan(RMSE).</summary>
    private static double[] Errors(Laboratory laboratory, ExperimentSpec spec, Program program)
    {
        var fitness = TaskFitness.Of(program, spec.Tasks.Test.Create(laboratory.SeedOf("test", 0)), spec.Evaluation);
        return [.. fitness.Select(value => Elementary.Tan(Math.Min(1 - value, 0.9999999) * Math.PI / 2))];
    }

    /// <summary>Errors of some tasks may be without bounds, so that a mean says little.</summary>
    private static Measured Error(double[] errors)
    {
        var median = errors.Order().ElementAt(errors.Length / 2);
        return new Measured(median, null, null, string.Create(CultureInfo.InvariantCulture, $"median {median:0.000} of {errors.Length} tasks"));
    }

    private static SummaryRow Above(string quantity, double[] larger, double[] smaller)
    {
        var share = larger.Zip(smaller).Count(pair => pair.First > pair.Second);
        var ours = Measured.Count(share, larger.Length);
        return new SummaryRow($"tasks with a larger error of the {quantity}", "-", ours, ours.Low > 0.5 ? Verdict.Agrees : ours.High < 0.5 ? Verdict.Differs : Verdict.Undecided);
    }

    private static string Explain(Program program)
    {
        var readable = Explanation.Of(program).Readable;
        var lines = Explanation.Functions.SelectMany(function => readable[function].Select(line => $"  {ReadableText.Of(line)}").Prepend($"{function}:"));
        return string.Join('\n', lines.Append($"Techniques: {string.Join(", ", readable.Techniques.Select(technique => technique.Id).DefaultIfEmpty("none"))}"));
    }

    private static IEnumerable<ImmutableArray<string>> Points(string model, double[] errors) => errors.Select((error, task) => ImmutableArray.Create(
        model, task.ToString(CultureInfo.InvariantCulture), error.ToString("G5", CultureInfo.InvariantCulture)));

    private sealed record Found(string Program, double SelectFitness, bool Backpropagates);
}
