using AutoMLZero.Language;

namespace AutoMLZero.Tests.Language;

public class LanguagePageTests
{
    private const string Update = "AUTOMLZERO_UPDATE_DOCS";

    [Fact]
    public void The_page_is_that_of_the_op_table()
    {
        var file = Path.Combine(Repository.Root, "docs", "language.md");
        if (Environment.GetEnvironmentVariable(Update) == "1") File.WriteAllText(file, LanguagePage.Write());
        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == LanguagePage.Write(),
            $"{file} is stale: run this test with the environment variable {Update}=1 to write it anew, and commit it.");
    }

    [Fact]
    public void The_examples_on_the_page_are_programs()
    {
        var parts = LanguagePage.Write().Split("```");
        Assert.Equal(6, ProgramParser.Parse(parts[1]).Length);
        Assert.Equal(2, ProgramParser.Parse(parts[3]).Source!.RoutineCount);
        Assert.Equal(3, ProgramParser.Parse($"def Setup():{parts[5]}def Learn():").Length);
    }
}
