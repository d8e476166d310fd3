using AutoMLZero.Language;

namespace AutoMLZero.Tests;

public class LanguageTests
{
    [Fact]
    public void Every_operation_has_the_row_of_its_number()
    {
        Assert.Equal(65, Ops.All.Length);
        Assert.Equal(Enum.GetValues<Op>(), Ops.All.Select(info => info.Op));
    }

    [Fact]
    public void Built_in_programs_read_back()
    {
        foreach (var program in BuiltInPrograms.ByName.Values) Assert.Equal(program, ProgramParser.Parse(program.ToString()));
    }
}
