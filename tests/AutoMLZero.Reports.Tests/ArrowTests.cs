namespace AutoMLZero.Reports.Tests;

/// <summary>Reports stand on the core, runs and insight, and on nothing else of the house.</summary>
public class ArrowTests
{
    [Fact]
    public void Reports_use_core_runs_and_insight()
    {
        var ours = typeof(RunReport).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("AutoMLZero", StringComparison.Ordinal));
        Assert.Equal(["AutoMLZero", "AutoMLZero.Insight", "AutoMLZero.Runs"], ours.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_they_show_says_nothing_of_the_plotting_library() => Assert.DoesNotContain(
        typeof(RunReport).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers()).Select(member => member.ToString()!),
        member => member.Contains("ScottPlot", StringComparison.Ordinal) || member.Contains("SkiaSharp", StringComparison.Ordinal));
}
