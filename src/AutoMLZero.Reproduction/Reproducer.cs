using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Reproduction.Reporting;

namespace AutoMLZero.Reproduction;

/// <summary>Does experiments of the paper, each in a folder of its own.</summary>
/// <param name="settings">How they are done.</param>
/// <param name="library">Where data sets are.</param>
public sealed class Reproducer(LaboratorySettings settings, ImageLibrary library)
{
    /// <summary>Checks that all data sets that experiments need are there.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <exception cref="InputException">One is missing; the message says how to get it.</exception>
    public void CheckData(IEnumerable<PaperExperiment> experiments)
    {
        foreach (var set in experiments.SelectMany(experiment => experiment.DataSets).Distinct()) library.Find(set);
    }

    /// <summary>
    /// Does an experiment, or goes on with it, and writes <c>summary.md</c>, <c>summary.json</c> and <c>figure.csv</c>, for some <c>figure.svg</c>. The same for the same scale and
    /// seed, whatever the number of threads.
    /// </summary>
    /// <param name="experiment">Which one.</param>
    /// <param name="path">A new or empty folder, or one of the same experiment, scale and seed.</param>
    /// <param name="cancellation">Interrupts it; done trials are not repeated the next time.</param>
    /// <exception cref="InputException">The folder cannot be used, or a data set is missing.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public Summary Run(PaperExperiment experiment, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        CheckData([experiment]);
        var sizes = experiment.Sizes(settings.Scale, settings.Sizes);
        var folder = TrialFolder.Open(path, new TrialIdentity(experiment.Name, settings.Scale, settings.Seed, sizes));
        var findings = experiment.Run(new Laboratory(experiment.Name, sizes, folder, settings, cancellation));
        var summary = new Summary(experiment.Name, experiment.Shows, experiment.Section, settings.Scale, settings.Seed, sizes, settings.Sizes, findings);
        folder.Write("summary.md", SummaryText.Markdown(summary));
        folder.Write("summary.json", SummaryText.Json(summary));
        folder.Write("figure.csv", SummaryText.Csv(findings.Figure));
        if (findings.Figure.Svg is { } svg) folder.Write("figure.svg", svg);
        return summary;
    }
}
