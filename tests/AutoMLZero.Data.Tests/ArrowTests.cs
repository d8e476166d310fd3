namespace AutoMLZero.Data.Tests;

/// <summary>Data stands on the core and on nothing else of the house.</summary>
public class ArrowTests
{
    [Fact]
    public void Data_uses_the_core_alone()
    {
        var ours = typeof(DataCatalog).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("AutoMLZero", StringComparison.Ordinal));
        Assert.Equal(["AutoMLZero"], ours);
    }
}
