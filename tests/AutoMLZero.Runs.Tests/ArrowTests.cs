namespace AutoMLZero.Runs.Tests;

/// <summary>Runs stand on the core and on nothing else of the house.</summary>
public class ArrowTests
{
    [Fact]
    public void Runs_use_the_core_alone()
    {
        var ours = typeof(RunFolder).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("AutoMLZero", StringComparison.Ordinal));
        Assert.Equal(["AutoMLZero"], ours);
    }

    [Fact]
    public void What_it_shows_says_nothing_of_SQLite() => Assert.DoesNotContain(
        typeof(RunFolder).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers()).Select(member => member.ToString()!),
        member => member.Contains("Sqlite", StringComparison.Ordinal));
}
