using System.Reflection;
using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoMLZero.Insight.Tests.Export;

public class CSharpExportTests
{
    [Fact]
    public void Compiled_classes_predict_what_the_engine_predicts()
    {
        var assembly = Compile([.. ExportCases.All.Select(export => ProgramExporter.Write(export.Program, ExportFormat.CSharp, export.Settings))]);
        foreach (var export in ExportCases.All) export.Check(Run(assembly.GetType(export.Settings.Name)!, export), 1e-9);
    }

    [Fact]
    public void A_hundred_programs_use_every_operation()
    {
        var used = ExportCases.All.SelectMany(export => Analysis.DataFlow.Of(export.Program, export.Settings.Kind == TaskKind.MultiClass).Values).Select(value => value.Op).ToHashSet();
        Assert.Equal(ExportCases.Expressible.Select(info => info.Op), used.Order());
        Assert.Equal(100, ExportCases.All.Length);
    }

    [Fact]
    public void Fit_learns_a_linear_task_from_scratch()
    {
        var type = Compile([ProgramExporter.Write(BuiltInPrograms.Linear, ExportFormat.CSharp, new ExportSettings())]).GetType("EvolvedLearner")!;
        dynamic learner = Activator.CreateInstance(type, 2)!;
        double[][] rows = [.. Enumerable.Range(0, 100).Select(i => new[] { Math.Sin(i), Math.Cos(3 * i) })];
        learner.Fit(rows, rows.Select(row => (2 * row[0]) - row[1]).ToArray(), 50);
        Assert.Equal(1, (double)learner.Predict(new double[] { 1, 1 }), 0.01);
        learner.Setup();
        Assert.Equal(0, (double)learner.Predict(new double[] { 1, 1 }));
    }

    private static Assembly Compile(string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999);
        var compilation = CSharpCompilation.Create("exported", sources.Select(source => CSharpSyntaxTree.ParseText(source)), references, options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Take(5).Select(problem => $"{problem}\n{problem.Location.SourceTree}")));
        return Assembly.Load(image.ToArray());
    }

    private static double[][] Run(Type type, ExportCase export)
    {
        var isMultiClass = export.Settings.Kind == TaskKind.MultiClass;
        List<object> arguments = isMultiClass ? [export.Settings.Dimension, export.Settings.Classes] : [export.Settings.Dimension];
        if (type.GetConstructors().Single().GetParameters().Length > arguments.Count) arguments.Add(export.Seed);
        var learner = Activator.CreateInstance(type, [.. arguments])!;
        var learn = type.GetMethod("Learn")!.CreateDelegate<Action<double[], double>>(learner);
        foreach (var (row, label) in export.Train) learn(row, label);
        if (isMultiClass) return [.. export.Rows.Select(type.GetMethod("PredictProbabilities")!.CreateDelegate<Func<double[], double[]>>(learner))];
        var predict = type.GetMethod("Predict")!.CreateDelegate<Func<double[], double>>(learner);
        return [.. export.Rows.Select(row => new[] { predict(row) })];
    }
}
