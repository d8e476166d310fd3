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
}
