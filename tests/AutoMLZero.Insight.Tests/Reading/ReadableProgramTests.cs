using AutoMLZero.Insight.Reading;
using AutoMLZero.Insight.Tests.Export;
using AutoMLZero.Insight.Tests.Techniques;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Reading;

public class ReadableProgramTests
{
    private static readonly ComponentFunction[] Functions = [ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn];

    [Fact]
    public void Names_say_what_things_are_for()
    {
        Assert.Equal(
            """
            output_weights = gaussian(0, 0.1, n_features)
            hidden_weights = gaussian(0, 0.1, (n_features, n_features))
            learning_rate = 0.01
            projection = dot(hidden_weights, features)
            total = projection + hidden_bias
            hidden_units = maximum(total, 0)
            dot_product = dot(hidden_units, output_weights)
            prediction = dot_product + bias
            error = label - prediction
            scaled_error = learning_rate * error
            bias = bias + scaled_error
            change = scaled_error * hidden_units
            output_weights = output_weights + change
            gate = heaviside(total, 1.0)
            change_2 = scaled_error * output_weights
            change_3 = gate * change_2
            hidden_bias = hidden_bias + change_3
            change_4 = outer(change_3, features)
            hidden_weights = hidden_weights + change_4
            """,
            Text(BuiltInPrograms.NeuralNet));
    }

    [Fact]
    public void Names_do_not_depend_on_addresses()
    {
        var renamed = BuiltInPrograms.NeuralNet.ToString();
        foreach (var (address, other) in new[] { ("v4", "v19"), ("v2", "v14"), ("m0", "m7"), ("s3", "s12"), ("s2", "s13"), ("v1", "v11") })
            renamed = System.Text.RegularExpressions.Regex.Replace(renamed, $@"\b{address}\b", other);
        Assert.Equal(Text(BuiltInPrograms.NeuralNet), Text(ProgramParser.Parse(renamed)));
    }

    [Theory]
    [InlineData("linear", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", "error scaled_error change weights")]
    [InlineData("shrinking rate", "s2 = arctan(s2); s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2", "learning_rate error scaled_error change weights")]
    [InlineData("bounded", "s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2; v1[0.5] = 3", "error scaled_error change total learned_vector")]
    public void Names_of_what_is_learned(string name, string learn, string expected)
    {
        var program = ReadableProgram.Of(ProgramParser.Parse($"def Setup():\n s2 = 0.1\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n {learn}"));
        var names = string.Join(' ', program[ComponentFunction.Learn].Select(line => line.Name.Snake));
        Assert.True(expected == names, $"{name}: {names}");
    }

    [Fact]
    public void No_name_is_given_twice_and_lines_come_before_their_readers()
    {
        foreach (var export in ExportCases.All)
        {
            var program = ReadableProgram.Of(export.Program, export.Settings.Kind);
            var names = program.Memory.Select(memory => memory.Name).Concat(Lines(program).Where(line => !line.Value.IsLeft).Select(line => line.Name)).ToArray();
            Assert.Equal(names.Length, names.Distinct().Count());
            foreach (var function in Functions) CheckOrder([.. program[function]]);
        }
    }

    [Theory]
    [InlineData("s1 = mean(v0)", "predicts: the mean of the elements of the features")]
    [InlineData("s2 = 0.5; s3 = 4; s4 = s2 * s3; s5 = mean(v0); s1 = s5 * s4", "the constant times the second constant: always 2")]
    [InlineData("v1[0.25] = 7; s1 = dot(v1, v0)", "the kept vector with one element set to 7")]
    [InlineData("v1 = maximum(v3, v0); s1 = mean(v1)", "the features where it is positive, else zero")]
    [InlineData("s2 = mean(v0); s1 = maximum(s2, s3)", "predicts: the mean if it is positive, else zero")]
    [InlineData("m0 = outer(v0, v0); v1 = dot(m0, v0); s1 = mean(v1)", "each row of the outer product times the features, summed")]
    public void Notes_are_plain_words(string predict, string expected)
    {
        var program = ReadableProgram.Of(ProgramParser.Parse($"def Setup():\ndef Predict():\n {predict}\ndef Learn():"));
        Assert.Contains(expected, program[ComponentFunction.Predict].Select(line => line.Note));
    }

    [Fact]
    public void Notes_fill_in_everything()
    {
        foreach (var export in ExportCases.All)
        {
            var program = ReadableProgram.Of(export.Program, export.Settings.Kind);
            Assert.All(Lines(program).Select(line => line.Note).Concat(program.Memory.Select(memory => memory.Note)), note => Assert.DoesNotContain("{", note, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("s2 = 0.1", "", "learning_rate: starts as 0.1, never changes")]
    [InlineData("s2 = 0.1", "; s2 = arctan(s2)", "learning_rate: starts as 0.1, set by Learn from itself")]
    [InlineData("s4 = 2; s5 = 3; s2 = s4 * s5", "", "learning_rate: starts as 6, never changes")]
    [InlineData("s2 = gaussian(0, 1)", "", "constant: starts as random, normal with mean 0 and deviation 1, never changes")]
    [InlineData("s2 = 0.1; v4[0.5] = 2; s4 = dot(v4, v4); v1[0.5] = 7", "", "weights: starts as zeros with one element set to 7, set by Learn from itself, learning rate, label, prediction, features")]
    [InlineData("s2 = 5", "; s2 = 0.1", "learning_rate: starts as 5, set by Learn to 0.1")]
    public void Memory_is_told_from_its_start(string setup, string more, string expected)
    {
        var program = ReadableProgram.Of(ProgramParser.Parse(
            $"def Setup():\n {setup}\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2{more}"));
        Assert.Contains(expected, program.Memory.Select(memory => $"{memory.Name.Snake}: {memory.Note}"));
        Assert.Equal(["weights"], program.Memory.Where(memory => memory.IsLearned).Select(memory => memory.Name.Snake));
    }

    [Fact]
    public void What_is_learned_in_the_best_program_of_the_paper_are_two_matrices()
    {
        var program = ReadableProgram.Of(ProgramParser.Parse(PaperPrograms.BestComplete), TaskKind.Binary);
        Assert.Equal(["m1", "m2"], program.Memory.Where(memory => memory.IsLearned).Select(memory => memory.Memory.Name).Order());
    }

    private static string Text(Program program) => string.Join(Environment.NewLine, Lines(ReadableProgram.Of(program)).Select(ReadableText.Of));

    private static IEnumerable<ReadableLine> Lines(ReadableProgram program) => Functions.SelectMany(function => program[function]);

    private static void CheckOrder(ReadableLine[] lines)
    {
        var places = lines.Select((line, place) => (line.Value.Index, place)).ToDictionary(pair => pair.Index, pair => pair.place);
        foreach (var (line, place) in lines.Select((line, place) => (line, place)))
        {
            foreach (var operand in line.Value.Operands)
            {
                if (operand.Origin == Analysis.FlowOrigin.Value) Assert.True(places[operand.Index] < place);
                if (operand.Origin == Analysis.FlowOrigin.Memory) Assert.DoesNotContain(lines.Take(place), before => before.Value.LeftIn == operand.Index);
            }
        }
    }
}
