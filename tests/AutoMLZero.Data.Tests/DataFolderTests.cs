namespace AutoMLZero.Data.Tests;

public class DataFolderTests
{
    [Fact]
    public void The_variable_of_the_program_comes_first() => Assert.Equal("/data", Of(("AUTOMLZERO_DATA", "/data"), ("XDG_CACHE_HOME", "/caches")));

    [Fact]
    public void The_folder_of_caches_comes_next() => Assert.Equal(Path.Combine("/caches", "automlzero"), Of(("XDG_CACHE_HOME", "/caches")));

    [Fact]
    public void A_relative_folder_of_caches_does_not_count() =>
        Assert.EndsWith("automlzero", Of(("XDG_CACHE_HOME", "caches")), StringComparison.Ordinal);

    [Fact]
    public void There_is_a_folder_without_any_variable() => Assert.True(Path.IsPathFullyQualified(Of()));

    private static string Of(params (string Name, string Value)[] variables) =>
        DataFolder.OfUser(name => Array.Find(variables, pair => pair.Name == name).Value).Path;
}
