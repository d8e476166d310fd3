using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Export;

public class GraphAndFormulaTests
{
    [Fact]
    public void Graphviz_draws_a_node_for_every_line_and_memory()
    {
        var dot = Tool.Dot;
        var graph = ProgramExporter.Write(BuiltInPrograms.NeuralNet, ExportFormat.Dot, new ExportSettings());
        var drawn = dot.Run(graph, "-Tplain");
        Assert.Equal(19, drawn.Split('\n').Count(line => line.StartsWith("node value", StringComparison.Ordinal)));
        Assert.Equal(8, drawn.Split('\n').Count(line => line.StartsWith("node memory", StringComparison.Ordinal)));
        Assert.StartsWith("<?xml", dot.Run(graph, "-Tsvg"), StringComparison.Ordinal);
    }

    [Fact]
    public void Graphviz_draws_all_random_programs()
    {
        var graphs = ExportCases.All.Select(export => ProgramExporter.Write(export.Program, ExportFormat.Dot, export.Settings));
        Assert.Equal(100, Tool.Dot.Run(string.Concat(graphs), "-Tplain").Split('\n').Count(line => line.StartsWith("graph ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Formulas_are_those_of_textbooks()
    {
        var text = ProgramExporter.Write(BuiltInPrograms.Affine, ExportFormat.Latex, new ExportSettings());
        Assert.Contains(@"\eta &\gets 0.01 && \text{a constant}", text, StringComparison.Ordinal);
        Assert.Contains(@"\hat{y} &\gets a_{1} + b && ", text, StringComparison.Ordinal);
        Assert.Contains(@"e &\gets y - \hat{y} && ", text, StringComparison.Ordinal);
        Assert.Contains(@"\mathbf{w} &\gets \mathbf{w} + \mathbf{u}_{1} && ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Braces_and_environments_match_in_formulas_of_all_operations()
    {
        foreach (var export in ExportCases.All)
        {
            var text = ProgramExporter.Write(export.Program, ExportFormat.Latex, export.Settings);
            Assert.Equal(text.Count(letter => letter == '{'), text.Count(letter => letter == '}'));
            Assert.Equal(Count(text, @"\begin{"), Count(text, @"\end{"));
            Assert.Equal(Count(text, @"\left("), Count(text, @"\right)"));
            var lines = text.Split('\n').Where(line => line.Contains("&&", StringComparison.Ordinal)).ToArray();
            Assert.All(lines, line => Assert.Equal(3, line.Count(letter => letter == '&')));
            Assert.Equal(Analysis.DataFlow.Of(export.Program, export.Settings.Kind == TaskKind.MultiClass).Values.Length, lines.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("learner")]
    [InlineData("My Learner")]
    [InlineData("L\"")]
    public void A_name_must_be_one_in_every_language(string name) =>
        Assert.Throws<InputException>(() => ProgramExporter.Write(Program.Empty, ExportFormat.CSharp, new ExportSettings { Name = name }));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
