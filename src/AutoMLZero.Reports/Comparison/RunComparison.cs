using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Reports.Pictures;
using AutoMLZero.Reports.Statistics;
using AutoMLZero.Runs;

namespace AutoMLZero.Reports.Comparison;

/// <summary>Several runs of the same kind: their best programs on the test tasks of the first, paired by task.</summary>
public sealed class RunComparison
{
    private RunComparison(ImmutableArray<ComparedRun> runs) => Runs = runs;

    /// <summary>The runs, in the order in which they were given; the others are compared with the first.</summary>
    public ImmutableArray<ComparedRun> Runs { get; }

    /// <summary>The name of the test, and what it can say; null when there is none because the programs are equal on all tasks.</summary>
    public string? Test => Runs.Select(run => run.AboveFirst?.Test?.Name).FirstOrDefault(name => name is not null);

    /// <summary>What a reader must know of the test; empty when nothing.</summary>
    public string Warning => Runs[0].Program.TaskFitness.Length switch
    {
        1 => "there is one test task only, so the test of differences by task is not possible",
        < 6 => string.Create(CultureInfo.InvariantCulture, $"with {Runs[0].Program.TaskFitness.Length} test tasks the test cannot reach a probability below 0.05"),
        _ => "",
    };

    /// <summary>Pictures of the comparison.</summary>
    public ImmutableArray<Picture> Pictures =>
    [
        .. new[]
        {
            RunsPicture.Of([.. Runs.Select(run => (run.Name, run.Run))]),
            DifferencePicture.Of([.. Runs.Skip(1).Select(run => new NamedDifference(run.Name, run.AboveFirst!))], Runs[0].Name),
        }.OfType<Picture>(),
    ];

    /// <summary>Compares runs.</summary>
    /// <param name="folders">Their folders, at least two.</param>
    /// <param name="catalog">The kinds of tasks that their specs may have.</param>
    /// <param name="progress">Hears what is done.</param>
    /// <param name="cancellation">Ends the work after the program that is running.</param>
    /// <exception cref="InputException">A folder has no program, or the runs are not comparable.</exception>
    public static RunComparison Of(IReadOnlyList<string> folders, SpecCatalog catalog, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folders);
        if (folders.Count < 2) throw new InputException($"there is {folders.Count} run to compare, expected at least 2");
        var names = NamesOf(folders);
        var runs = folders.Select(folder => RunHistory.Read(folder, catalog)).ToArray();
        var programs = folders.Select(folder => RunSummary.Read(folder, catalog).Best).ToArray();
        foreach (var run in runs.Skip(1)) Check(runs[0], run);
        var tested = TestedProgram.Test(runs[0].Spec, runs[0].Seed, names.Zip(programs), progress, cancellation);
        var differences = tested.Skip(1).Select(program => program.Above(tested[0])).ToArray();
        var adjusted = new Queue<double>(Holm.Adjust([.. differences.Where(difference => difference.Test is not null).Select(difference => difference.Test!.PValue)]));
        return new RunComparison(
        [
            new ComparedRun(names[0], runs[0], tested[0], null, null),
            .. differences.Select((difference, i) => new ComparedRun(
                names[i + 1], runs[i + 1], tested[i + 1], difference, difference.Test is null ? null : adjusted.Dequeue())),
        ]);
    }

    /// <summary>Programs can be paired by task when their tasks are made in the same way and scored in the same way.</summary>
    private static void Check(RunHistory first, RunHistory other)
    {
        if (first.Spec.Name != other.Spec.Name)
            throw new InputException($"'{first.Path}' is a search of '{first.Spec.Name}' and '{other.Path}' one of '{other.Spec.Name}', expected runs of the same preset");
        if (first.Spec.Tasks.Test != other.Spec.Tasks.Test)
            throw new InputException($"'{first.Path}' and '{other.Path}' have different test tasks, expected the same 'tasks.test' in both specs");
        if (first.Spec.Evaluation != other.Spec.Evaluation)
            throw new InputException($"'{first.Path}' and '{other.Path}' score programs differently, expected the same 'evaluation' in both specs");
    }

    /// <summary>The last parts of the paths; whole paths when those are not unique.</summary>
    private static string[] NamesOf(IReadOnlyList<string> folders)
    {
        string[] names = [.. folders.Select(folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : [.. folders];
    }
}
