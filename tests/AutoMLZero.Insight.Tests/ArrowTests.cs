using AutoMLZero.Insight.Reading;

namespace AutoMLZero.Insight.Tests;

/// <summary>Insight stands on the core and on nothing else but .NET.</summary>
public class ArrowTests
{
    [Fact]
    public void Insight_uses_the_core_alone()
    {
        var others = typeof(ReadableProgram).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal));
        Assert.Equal(["AutoMLZero"], others);
    }
}
