using AutoMLZero.Language;

namespace AutoMLZero.Tests.Language;

public class OpTableTests
{
    [Fact]
    public void Every_operation_has_the_row_of_its_number()
    {
        Assert.Equal(65, Ops.All.Length);
        Assert.Equal(Enum.GetValues<Op>(), Ops.Table.Select(info => info.Op));
        Assert.Equal(Ops.Table, Ops.All.Concat(Ops.Extensions));
        Assert.All(Ops.All, info => Assert.False(info.IsExtension));
        Assert.All(Ops.Extensions, info => Assert.True(info.IsExtension));
    }

    [Fact]
    public void No_form_of_an_operation_can_be_read_as_another_operation()
    {
        foreach (var info in Ops.Table)
        {
            foreach (var form in info.Forms) Assert.Equal(Written.Instruction(info), Written.Read(Written.Fill(form, info)));
        }
    }

    [Fact]
    public void The_first_form_is_printed()
    {
        foreach (var info in Ops.Table) Assert.Equal(Written.Fill(info.Forms[0], info), Written.Instruction(info).ToString());
    }

    [Fact]
    public void Built_in_programs_read_back()
    {
        foreach (var program in BuiltInPrograms.ByName.Values) Assert.Equal(program, ProgramParser.Parse(program.ToString()));
    }
}
