namespace AutoMLZero.Runs.Tests;

public class ArrowTests
{
    [Fact]
    public void Of_this_repository_it_stands_on_the_core_alone() => Assert.Equal(
        ["AutoMLZero"],
        typeof(RunFolder).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("AutoMLZero", StringComparison.Ordinal)));

    [Fact]
    public void What_it_shows_says_nothing_of_SQLite() => Assert.DoesNotContain(
        typeof(RunFolder).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers()).Select(member => member.ToString()!),
        member => member.Contains("Sqlite", StringComparison.Ordinal));
}
