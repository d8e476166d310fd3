using System.Collections.Immutable;
using System.Text;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Language;
using AutoMLZero.Reports.Comparison;
using AutoMLZero.Reports.Html;
using AutoMLZero.Reports.Milestones;
using AutoMLZero.Reports.Pictures;
using AutoMLZero.Runs;
using AutoMLZero.Tasks;

namespace AutoMLZero.Reports;

/// <summary>A report of a run: a page that needs nothing but itself, and pictures.</summary>
public sealed class RunReport
{
    private readonly ReportContent content;

    private RunReport(ReportContent content)
    {
        this.content = content;
        Html = ReportPage.Write(content);
    }

    /// <summary>The page.</summary>
    public string Html { get; }

    /// <summary>The pictures on it.</summary>
    public ImmutableArray<Picture> Pictures => content.Difference is null ? content.Pictures : content.Pictures.Add(content.Difference);

    /// <summary>The best program of the run first, then what it is compared with, on the test tasks.</summary>
    public ImmutableArray<TestedProgram> Tested => content.Tested;

    /// <summary>Where the techniques of the champion came from.</summary>
    public ImmutableArray<Milestone> Milestones => content.Milestones;

    /// <summary>Makes the report of a run, which may still be going on.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="settings">What the report depends on.</param>
    /// <param name="progress">Hears what is done.</param>
    /// <param name="cancellation">Ends the work after the program that is running.</param>
    /// <exception cref="InputException">The folder has no run or no program yet, is damaged, or its tasks cannot be made.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RunReport Of(string folder, ReportSettings settings, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        progress?.Report("reading the run");
        var run = RunHistory.Read(folder, settings.Catalog);
        var program = RunSummary.Read(folder, settings.Catalog).Best;
        var select = run.Spec.Tasks.Select.Create(ExperimentSeeds.SelectTasks(run.Seed));
        var listing = Listing.Of(program, select.IsMultiClass);
        var explanation = listing.HasGuards ? null : Explanation.Of(program, select.Tasks[0].Kind);
        var ablation = explanation is null ? null : Ablate(explanation, select, run.Spec, progress, cancellation);
        var others = Others(settings, run);
        var tested = TestedProgram.Test(run.Spec, run.Seed, [("the program found", program), .. others], progress, cancellation);
        var milestones = run.Champion is null ? [] : MilestoneFinder.Find(run.Champion, select.Tasks[0].Kind);
        return new RunReport(new ReportContent
        {
            Run = run,
            Program = program,
            Listing = listing,
            Explanation = explanation,
            Ablation = ablation,
            Tested = tested,
            Milestones = milestones,
            Pictures = [.. new[] { FitnessPicture.Of(run, milestones), PopulationPicture.Of(run), CostPicture.Of(run), PacePicture.Of(run) }.OfType<Picture>()],
            Difference = DifferencePicture.Of([.. tested.Skip(1).Select(other => new NamedDifference(other.Name, other.Above(tested[0])))], tested[0].Name),
            PresetCommand = SearchCommandLine.OfPreset(run.Spec, run.Seed, settings.Catalog),
            Version = settings.Version,
        });
    }

    /// <summary>Writes <c>report.html</c> and each picture as SVG, and as PNG on light and on dark ground.</summary>
    /// <param name="folder">The folder, which is made if it is not there; files of the same names are replaced.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    public ImmutableArray<string> Write(string folder)
    {
        ReportFiles.Write(folder, "report.html", Encoding.UTF8.GetBytes(Html));
        return ["report.html", .. ReportFiles.Write(folder, Pictures)];
    }

    private static Ablation Ablate(Explanation explanation, TaskSet select, ExperimentSpec spec, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report("measuring what each line is worth");
        using var evaluator = Evaluators.Create(select, spec.Evaluation);
        return Ablation.Measure(explanation.Readable.Flow, evaluator, null, cancellation);
    }

    /// <summary>In linear genetic programming nothing learns, so that programs that learn are no comparison.</summary>
    private static ImmutableArray<(string Name, Program Program)> Others(ReportSettings settings, RunHistory run) =>
        run.Spec.Registers is not null ? [] : settings.Others?.Invoke(run.Spec, run.Seed) ?? BuiltIn(run.Spec.Tasks.Select.Classes > 0);

    private static ImmutableArray<(string Name, Program Program)> BuiltIn(bool isMultiClass) =>
        [.. (isMultiClass ? BuiltInPrograms.OfClassesByName : BuiltInPrograms.ByName).Select(program => (program.Key, program.Value))];
}
