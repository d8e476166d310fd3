using System.Text.RegularExpressions;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Reports.Comparison;
using AutoMLZero.Reports.Html;
using AutoMLZero.Runs;
using AutoMLZero.Tests.Experiments;

namespace AutoMLZero.Reports.Tests;

public sealed partial class ReportTests : IDisposable
{
    private readonly TestRuns runs = new();

    public void Dispose() => runs.Dispose();

    [Fact]
    public void The_page_says_what_was_asked_found_and_how_to_repeat_it()
    {
        var report = Report(runs.Make("run", "linear"));
        foreach (var heading in new[] { "What was asked", "What was found", "The course of the search", "The program", "Comparison", "How to repeat it" })
            Assert.Contains($">{heading}</h2>", report.Html, StringComparison.Ordinal);
        Assert.Contains("automlzero search spec.json --seed 3", report.Html, StringComparison.Ordinal);
        foreach (var name in BuiltInPrograms.ByName.Keys) Assert.Contains($"<th>{name}</th>", report.Html, StringComparison.Ordinal);
        Assert.Contains("Wilcoxon signed-rank test, two-sided, exact", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_with_guards_is_listed()
    {
        var folder = runs.In("run");
        var spec = Presets.Load("linear-gp", [
            new("tasks.search.formula", "cases"), new("tasks.select.formula", "cases"), new("tasks.test.formula", "cases"), new("experimentLength", "5000")]);
        using (var run = RunFolder.Create(folder, spec, 1)) run.Run(TimeProvider.System, cancellation: TestContext.Current.CancellationToken);
        var report = Report(folder);
        Assert.Contains("The program has guards", report.Html, StringComparison.Ordinal);
        Assert.Contains("  if s", report.Html, StringComparison.Ordinal);
        Assert.Equal(["the program found"], report.Tested.Select(tested => tested.Name));
        Assert.Contains("Predicting an example costs", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_but_itself()
    {
        var html = Report(runs.Make("run", "linear")).Html;
        Assert.Empty(Reference().Matches(html));
        Assert.Equal(["http://www.w3.org/1999/xlink", "http://www.w3.org/2000/svg"], Address().Matches(html).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
    }

    [Fact]
    public void Names_and_descriptions_are_no_markup()
    {
        var html = Report(runs.Make("run", "linear", change: spec => spec with { Name = "<script>alert(1)</script>", Description = "a & b <img src=x>" })).Html;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("a &amp; b &lt;img src=x&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_at_its_end_has_a_report()
    {
        using (var run = RunFolder.Create(runs.In("run"), SmallRuns.Spec("linear"), 3))
        {
            using var source = new CancellationTokenSource();
            run.Run(new CancelingTime(source), cancellation: source.Token);
            Assert.Null(run.Result);
        }

        Assert.Contains("not at its end", Report(runs.In("run")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_run_is_refused_in_one_sentence() =>
        Assert.Equal($"there is no run in '{runs.In("none")}', expected a folder that 'automlzero search --out' has made", Assert.Throws<InputException>(() => Report(runs.In("none"))).Message);

    [Fact]
    public void Files_are_the_page_and_its_pictures()
    {
        var report = Report(runs.Make("run", "linear"));
        var names = report.Write(runs.In("out/deep"));
        Assert.Equal(1 + (3 * report.Pictures.Length), names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(runs.In("out/deep")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(names, report.Write(runs.In("out/deep")));
    }

    [Fact]
    public void The_command_of_a_preset_with_changes_makes_the_same_spec()
    {
        Dictionary<string, string> changes = new()
        {
            ["evolution.population"] = "200",
            ["method"] = "random",
            ["functionalCache"] = "null",
            ["canonicalCache"] = """{"capacity": 50}""",
            ["budget.individuals"] = "5000",
            ["budget.seconds"] = "90",
        };
        Assert.Equal(
            "automlzero search --preset linear --seed 7 --set method=random --set evolution.population=200 --set functionalCache=null "
            + "--set 'canonicalCache={\"capacity\":50}' --max-individuals 5000 --max-time 90s",
            SearchCommandLine.OfPreset(SpecCatalog.Core.LoadPreset("linear", changes), 7, SpecCatalog.Core));
        Assert.Equal("automlzero search --preset linear --seed 1", SearchCommandLine.OfPreset(SpecCatalog.Core.LoadPreset("linear"), 1, SpecCatalog.Core));
        Assert.Null(SearchCommandLine.OfPreset(SpecCatalog.Core.LoadPreset("linear") with { Name = "mine" }, 1, SpecCatalog.Core));
    }

    [Fact]
    public void Programs_are_tested_on_the_tasks_of_the_search()
    {
        var spec = SmallRuns.Spec("linear");
        var folder = runs.Make("run", "linear");
        using var run = RunFolder.Open(folder);
        var tested = Assert.Single(TestedProgram.Test(spec, 3, [("found", run.Result!.Program!)], cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(run.Result.TestFitness, tested.Fitness);
        Assert.Equal(run.Result.TestStandardError!.Value, tested.StandardError!.Value, 12);
    }

    private static RunReport Report(string folder) => RunReport.Of(folder, new ReportSettings(), cancellation: TestContext.Current.CancellationToken);

    [GeneratedRegex("(src|href|srcset|poster|action|data)\\s*=\\s*\"(?!#[a-z]+\"|data:,\")|url\\((?!#)|@import")]
    private static partial Regex Reference();

    [GeneratedRegex("https?://[^\"'<> ]*")]
    private static partial Regex Address();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    /// <summary>A clock that cancels at its tenth look.</summary>
    private sealed class CancelingTime(CancellationTokenSource source) : TimeProvider
    {
        private int seen;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp()
        {
            var now = Interlocked.Increment(ref seen);
            if (now == 10) source.Cancel();
            return now;
        }
    }
}
