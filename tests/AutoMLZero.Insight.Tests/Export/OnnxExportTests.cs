using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Insight.Export.Onnx;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AutoMLZero.Insight.Tests.Export;

public class OnnxExportTests
{
    private static readonly string[] ScoreNames = ["prediction", "probability", "probabilities"];

    [Fact]
    public void Models_predict_what_the_engine_predicts()
    {
        var used = new HashSet<Op>();
        foreach (var export in ExportCases.Stateless(info => !info.IsRandom))
        {
            using var learner = Trained(export);
            export.Check(Run(OnnxExporter.Write(learner), export.Rows).Scores, 1e-4);
            used.UnionWith(DataFlow.Of(export.Program, learner.Kind == TaskKind.MultiClass).Of(ComponentFunction.Predict).Select(value => value.Op));
        }

        Assert.Equal(ExportCases.Expressible.Where(info => !info.IsRandom).Select(info => info.Op), used.Order());
    }

    [Fact]
    public void Classes_are_those_of_the_engine()
    {
        foreach (var (kind, classes) in new[] { (TaskKind.Binary, 0), (TaskKind.MultiClass, 3) })
        {
            var program = kind == TaskKind.Binary
                ? BuiltInPrograms.Linear
                : ProgramParser.Parse("def Setup():\n s2 = 0.1\ndef Predict():\n v2 = dot(m0, v0)\ndef Learn():\n v3 = v1 - v2; v3 = s2 * v3; m1 = outer(v3, v0); m0 = m0 + m1");
            using var learner = new Learner(program, kind, 4, classes);
            double[][] rows = [.. Enumerable.Range(0, 30).Select(i => new[] { Math.Sin(i), Math.Cos(2 * i), Math.Sin(3 * i), 1 })];
            for (var i = 0; i < rows.Length; i++) learner.Learn(rows[i], i % Math.Max(2, classes));
            var found = Run(OnnxExporter.Write(learner), rows);
            Assert.Equal(rows.Select(row => (long)Math.Round(learner.Predict(row))), found.Classes);
        }
    }

    [Fact]
    public void A_Predict_that_brings_memory_up_to_date_is_taken_from_its_second_prediction_on()
    {
        using var learner = new Learner(ProgramParser.Parse(Techniques.PaperPrograms.BestComplete), TaskKind.Regression, 4);
        double[][] rows = [.. Enumerable.Range(0, 30).Select(i => new[] { Math.Sin(i), Math.Cos(2 * i), Math.Sin(3 * i), 1 })];
        foreach (var row in rows) learner.Learn(row, row[0] * row[1]);
        var found = Run(OnnxExporter.Write(learner), rows).Scores;
        learner.Predict(rows[0]);
        foreach (var (row, scores) in rows.Zip(found))
        {
            var expected = learner.Predict(row);
            Assert.Equal(expected, scores[0], 1e-4 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData("s1 = mean(v0)", 1)]
    [InlineData("s1 = 0.5", 2)]
    [InlineData("NoOp()", 3)]
    public void A_prediction_comes_for_every_row_even_when_it_is_the_same_for_all(string predict, int rows)
    {
        using var learner = new Learner(ProgramParser.Parse($"def Setup():\n s1 = 0.25\ndef Predict():\n {predict}\ndef Learn():"), TaskKind.Regression, 4);
        Assert.Equal(rows, Run(OnnxExporter.Write(learner), [.. Enumerable.Repeat(new double[] { 1, 2, 3, 4 }, rows)]).Scores.Length);
    }

    [Theory]
    [InlineData("v3 = gaussian(0, 1); v4 = v0 + v3; s1 = mean(v4)", "ONNX cannot express 'v1 = gaussian(0, 1, n_features)' in Predict, which draws random numbers")]
    [InlineData("v3 = v3 + v0; s1 = mean(v3)", "ONNX cannot express a Predict that carries v1 from one example to the next")]
    [InlineData("s2 = 1; s3 = s3 + s2; s4 = mean(v0); s1 = s4 * s3", "ONNX cannot express a Predict that carries s2 from one example to the next")]
    [InlineData("s2 = 1e300; s3 = mean(v0); s1 = s3 + s2", "ONNX in 32-bit floats cannot express a constant: 1e+300 is too large")]
    public void What_ONNX_cannot_express_is_said_in_one_sentence(string predict, string sentence)
    {
        using var learner = new Learner(ProgramParser.Parse($"def Setup():\ndef Predict():\n {predict}\ndef Learn():"), TaskKind.Regression, 4);
        Assert.Equal(sentence, Assert.Throws<InputException>(() => OnnxExporter.Write(learner)).Message);
    }

    private static Learner Trained(ExportCase export)
    {
        var learner = new Learner(export.Program, export.Settings.Kind, export.Settings.Dimension, export.Settings.Classes, export.Seed);
        foreach (var (row, label) in export.Train) learner.Learn(row, label);
        return learner;
    }

    private static (double[][] Scores, long[] Classes) Run(byte[] model, double[][] rows)
    {
        using var session = new InferenceSession(model);
        var features = new DenseTensor<float>(rows.SelectMany(row => row.Select(x => (float)x)).ToArray(), [rows.Length, rows[0].Length]);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("features", features)]);
        var scores = results.Single(result => ScoreNames.Contains(result.Name)).AsTensor<float>().ToArray();
        var classes = results.FirstOrDefault(result => result.Name == "class")?.AsTensor<long>().ToArray() ?? [];
        return ([.. scores.Select(score => (double)score).Chunk(scores.Length / rows.Length)], classes);
    }
}
