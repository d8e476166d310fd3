using System.Text;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Export;

public class CExportTests
{
    private static readonly string[] Strict = ["-std=c99", "-Wall", "-Werror", "-ffp-contract=off"];

    [Fact]
    public void Compiled_listings_predict_what_the_engine_predicts()
    {
        var gcc = Tool.Gcc;
        using var files = new Folder();
        var sources = ExportCases.All.Select(export => files.Write($"{export.Number}.c", ProgramExporter.Write(export.Program, ExportFormat.C, export.Settings)));
        gcc.Run("", [.. Strict, "-o", files.In("all"), files.Write("main.c", Driver(ExportCases.All)), .. sources, "-lm"]);
        var output = Tool.RunFile(files.In("all"), Exchange.Write(ExportCases.All));
        foreach (var (export, found) in ExportCases.All.Zip(Exchange.Read(output, ExportCases.All))) export.Check(found, 1e-9);
    }

    [Fact]
    public void Introns_are_comments_and_all_lines_are_there()
    {
        var program = ProgramParser.Parse("def Setup():\n s2 = 0.01; s3 = 5\ndef Predict():\n s1 = dot(v1, v0); v5 = v1 + v1\ndef Learn():\n s3 = s0 - s1; s4 = sin(s3); s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2");
        var text = ProgramExporter.Write(program, ExportFormat.C, new ExportSettings());
        Assert.Contains("/* s3 = 5; */", text, StringComparison.Ordinal);
        Assert.Contains("/* v5 = v1 + v1; */", text, StringComparison.Ordinal);
        Assert.Contains("/* s4 = sin(s3); */", text, StringComparison.Ordinal);
        Assert.Contains("    s3 = s0 - s1;\n", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("static void ")[^1].Length > 0 ? DataFlow.Of(program).Of(ComponentFunction.Learn).Count() : 0);
    }

    /// <summary>A main function that lets each listing learn and predict, and prints a line for each.</summary>
    private static string Driver(IEnumerable<ExportCase> cases)
    {
        var text = new StringBuilder(
            """
            #include <stdint.h>
            #include <stdio.h>
            static unsigned long long seed; static int features, classes, kind, train, rows; static double x[64], p[64];
            static void next(double *to) { for (int i = 0; i < features; i++) if (scanf("%lf", to + i) != 1) features = 0; }

            """);
        var body = new StringBuilder();
        foreach (var export in cases)
        {
            var (name, isRandom, isMultiClass) = ($"learner{export.Number}", UsesRandom(export), export.Settings.Kind == TaskKind.MultiClass);
            text.Append($"void {name}_setup({(isRandom ? "uint64_t seed" : "void")});\nvoid {name}_learn(const double *x, double y);\n");
            text.Append(isMultiClass ? $"void {name}_predict(const double *x, double *p);\n" : $"double {name}_predict(const double *x);\n");
            body.Append(
                $$"""
                    if (scanf("%llu %d %d %d %d %d", &seed, &features, &classes, &kind, &train, &rows) != 6) return 1;
                    {{name}}_setup({{(isRandom ? "seed" : "")}});
                    for (int i = 0; i < train; i++) { double y; if (scanf("%lf", &y) != 1) return 1; next(x); {{name}}_learn(x, y); }
                    for (int i = 0; i < rows; i++) { next(x); {{(isMultiClass ? $"{name}_predict(x, p); for (int c = 0; c < classes; c++) printf(\"%.17g \", p[c]);" : $"p[0] = {name}_predict(x); printf(\"%.17g \", p[0]);")}} }
                    printf("\n");

                """);
        }

        return text.Append("int main(void)\n{\n").Append(body).Append("    return 0;\n}\n").ToString();
    }

    private static bool UsesRandom(ExportCase export) =>
        DataFlow.Of(export.Program, export.Settings.Kind == TaskKind.MultiClass).Values.Any(value => value.Info.IsRandom);
}
