using System.Globalization;
using AutoMLZero.Execution;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Export;

public class RegisterListingTests
{
    private const int Features = 3;

    private const string Some = "s1 = 0; s2 = v0[0]; s3 = v0[0.4]; s4 = v0[0.7]; s5 = 0.5; "
        + "s5 = s2 * s3; if s5 > s4: if s2 <= s3: s1 = s5 + s5; s4 = exp(s2); if s2 > s3: s3 = s2 / s5; s1 = s1 - s2";

    [Fact]
    public void The_listing_is_the_classic_one()
    {
        var text = ProgramExporter.Write(Parse(Some), ExportFormat.C, new ExportSettings { Dimension = Features });
        var body = text[text.IndexOf("void gp", StringComparison.Ordinal)..].ReplaceLineEndings("\n");
        Assert.Equal(
            """
            void gp(double r[6])
            {
                r[5] = r[2] * r[3];
                if (r[5] > r[4])
                    if (r[2] <= r[3])
                        r[1] = r[5] + r[5];
                /* r[4] = exp(r[2]); */
                /* if (r[2] > r[3]) */
                /* r[3] = r[2] / r[5]; */
                r[1] = r[1] - r[2];
            }

            double evolved_learner_predict(const double features[F])
            {
                double r[6] = { 0 };
                r[2] = features[0];
                r[3] = features[1];
                r[4] = features[2];
                r[5] = 0.5;
                gp(r);
                return r[1];
            }

            """.ReplaceLineEndings("\n"),
            body);
    }

    [Fact]
    public void Compiled_listings_predict_what_the_engine_predicts()
    {
        var gcc = Tool.Gcc;
        using var files = new Folder();
        var random = new RandomSource(6);
        var generator = new ProgramGenerator(new SearchSpace(
            new MemoryShape(7, 1, 0),
            new([], 0, 0),
            new([Op.ScalarAdd, Op.ScalarSubtract, Op.ScalarMultiply, Op.ScalarDivide, Op.ScalarSin, Op.ScalarMaximum, Op.ScalarHeaviside, Op.ScalarConstant, Op.IfGreater, Op.IfAtMost], 15, 15),
            new([], 0, 0))
        { PredictStart = new Registers([0.5]).Start(7, Features) });
        Program[] programs = [.. Enumerable.Range(0, 60).Select(_ => generator.Random(random))];
        double[] rows = [.. Enumerable.Range(0, 20 * Features).Select(_ => random.NextGaussian())];
        var sources = programs.Select((program, number) => files.Write($"{number}.c", Source(program, number)));
        gcc.Run("", ["-std=c99", "-Wall", "-Werror", "-ffp-contract=off", "-o", files.In("all"), files.Write("main.c", Driver(programs.Length)), .. sources, "-lm"]);
        var output = Tool.RunFile(files.In("all"), string.Join(' ', rows.Select(x => x.ToString("R", CultureInfo.InvariantCulture))));
        double[] found = [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Number)];
        double[] expected = [.. programs.SelectMany((program, number) => Expected(program, Kind(number), rows))];
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
            Assert.True(expected[i].Equals(found[i]) || Math.Abs(expected[i] - found[i]) <= 1e-9 * Math.Max(1, Math.Abs(expected[i])), $"{programs[i / 20]}expected {expected[i]}, found {found[i]}");
    }

    [Theory]
    [InlineData(ExportFormat.CSharp)]
    [InlineData(ExportFormat.Numpy)]
    [InlineData(ExportFormat.Latex)]
    [InlineData(ExportFormat.Dot)]
    public void Other_languages_refuse_guards_and_take_elements(ExportFormat format)
    {
        var error = Assert.Throws<InputException>(() => ProgramExporter.Write(Parse(Some), format, new ExportSettings()));
        Assert.Equal("the program has guards such as 'if s1 > s2:', which its data flow has no place for, expected a program without", error.Message);
        Assert.NotEmpty(ProgramExporter.Write(Parse("s2 = v0[0.4]; s1 = exp(s2)"), format, new ExportSettings()));
    }

    [Fact]
    public void C_refuses_guards_of_what_is_more_than_registers() => Assert.Throws<InputException>(() =>
        ProgramExporter.Write(Parse("s2 = norm(v0); s1 = 1; if s2 > s1: s1 = abs(s2)"), ExportFormat.C, new ExportSettings()));

    [Fact]
    public void A_listing_has_introns_as_comments_and_guarded_lines_further_in() => Assert.Equal(
        "def Setup():\ndef Predict():\n  s2 = v0[0]\n  # s3 = sin(s2)\n  if s2 > s1:\n    s1 = exp(s2)\ndef Learn():\n",
        Listing.Of(Parse("s2 = v0[0]; s3 = sin(s2); if s2 > s1: s1 = exp(s2)")).Text);

    private static TaskKind Kind(int number) => number % 2 == 0 ? TaskKind.Regression : TaskKind.Binary;

    private static double Number(string text) => text.TrimStart('-', '+') switch
    {
        "nan" => double.NaN,
        "inf" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static string Source(Program program, int number)
    {
        var text = ProgramExporter.Write(program, ExportFormat.C, new ExportSettings { Kind = Kind(number), Dimension = Features, Name = $"Learner{number}" });
        return text.Replace("void gp(", "static void gp(", StringComparison.Ordinal);
    }

    private static string Driver(int programs)
    {
        var names = Enumerable.Range(0, programs).Select(number => $"learner{number}_predict").ToArray();
        return "#include <stdio.h>\n" + string.Concat(names.Select(name => $"double {name}(const double *x);\n"))
            + "int main(void)\n{\n    static double x[60];\n    for (int i = 0; i < 60; i++) if (scanf(\"%lf\", x + i) != 1) return 1;\n"
            + string.Concat(names.Select(name => $"    for (int i = 0; i < 20; i++) printf(\"%.17g \", {name}(x + 3 * i));\n")) + "    return 0;\n}\n";
    }

    private static double[] Expected(Program program, TaskKind kind, double[] rows)
    {
        using var learner = new Learner(program, kind, Features);
        return [.. rows.Chunk(Features).Select(row => learner.Predict(row))];
    }

    private static Program Parse(string predict) => ProgramParser.Parse($"def Setup():\ndef Predict():\n{predict}\ndef Learn():\n");
}
