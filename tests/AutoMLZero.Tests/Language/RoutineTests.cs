using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.State;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Language;

public class RoutineTests
{
    private const string Text = """
        def Setup():
          s2 = 0.01
        def Predict():
          s1 = dot(v0, v1)
          repeat 3: call F0
        def Learn():
          s3 = s0 - s1
          call F1
          v1 = v1 + v2
        def F0():
          s1 = s1 * s4
          repeat 2: call F1
        def F1():
          s3 = s3 * s2
          v2 = s3 * v0

        """;

    [Fact]
    public void The_text_comes_back_as_it_was() => Assert.Equal(Text, ProgramParser.Parse(Text).ToString());

    [Fact]
    public void What_runs_has_what_is_called_in_the_place_of_calls()
    {
        var program = ProgramParser.Parse(Text);
        Assert.Equal(["s3 = s0 - s1", "s3 = s3 * s2", "v2 = s3 * v0", "v1 = v1 + v2"], program.Learn.Select(line => line.ToString()));
        string[] once = ["s1 = s1 * s4", "s3 = s3 * s2", "v2 = s3 * v0", "s3 = s3 * s2", "v2 = s3 * v0"];
        Assert.Equal(["s1 = dot(v0, v1)", .. once, .. once, .. once], program.Predict.Select(line => line.ToString()));
        Assert.Equal([1, 16, 4, 5, 2], program.Source!.ExpandedLengths());
    }

    [Fact]
    public void Fitness_is_that_of_the_program_without_routines_and_that_of_the_oracle()
    {
        var batch = FitnessBatches.All(Precision.Bits64).First(batch => !batch.Tasks.IsMultiClass);
        using var evaluator = Evaluators.Create(batch.Tasks, batch.Settings);
        var different = new HashSet<double>();
        foreach (var program in RoutinePrograms.Some(300))
        {
            var flat = ProgramParser.Parse(RoutinePrograms.Inline(program.ToString()));
            Assert.Equal((flat.Setup, flat.Predict, flat.Learn), (program.Setup, program.Predict, program.Learn), RoutinePrograms.SameLines);
            var expected = batch.Expected(flat, EffectiveProgram.Create(flat, multiClass: false).RandomOrdinal);
            Assert.True(Engine.Evaluate(evaluator, program).SameBits(expected), $"{program}");
            Assert.Equal(EffectiveProgram.Create(flat, multiClass: false).Hash, EffectiveProgram.Create(program, multiClass: false).Hash);
            different.Add(evaluator.Evaluate(program).Fitness);
        }

        Assert.InRange(different.Count, 20, 300);
    }

    [Fact]
    public void Text_and_saved_state_give_the_same_program_back()
    {
        foreach (var program in RoutinePrograms.Some(300))
        {
            Assert.Equal(program, ProgramParser.Parse(program.ToString()));
            var writer = new StateWriter();
            writer.Write(program);
            writer.Write(BuiltInPrograms.Linear);
            var reader = new StateReader(writer.Written);
            Assert.Equal(program, reader.ReadProgram());
            Assert.Equal(BuiltInPrograms.Linear, reader.ReadProgram());
            Assert.True(reader.IsAtEnd);
        }
    }

    [Fact]
    public void A_program_that_is_made_of_one_function_anew_has_no_routines() =>
        Assert.Null(ProgramParser.Parse(Text).With(ComponentFunction.Learn, []).Source);

    [Fact]
    public void Programs_with_the_same_instructions_but_another_source_differ()
    {
        var program = ProgramParser.Parse(Text);
        Assert.NotEqual(program, new Program(program.Setup, program.Predict, program.Learn));
        Assert.NotEqual(program, ProgramParser.Parse(Text + "def F2():\n"));
        Assert.Equal(program.GetHashCode(), ProgramParser.Parse(Text).GetHashCode());
    }

    [Fact]
    public void Several_programs_in_a_text_keep_their_routines()
    {
        var programs = ProgramParser.ParseAll(Text + BuiltInPrograms.Linear + Text);
        Assert.Equal([2, null, 2], programs.Select(program => program.Source?.RoutineCount));
        Assert.Equal(BuiltInPrograms.Linear, programs[1]);
    }

    [Theory]
    [InlineData("call F0", "", 3, 6, "Predict calls F0, which is not defined, expected a definition 'def F0():'")]
    [InlineData("call F2", "def F0():\ndef F1():", 3, 6, "Predict calls F2, which is not defined, expected F0 to F1")]
    [InlineData("", "def F0():\ncall F0", 6, 6, "F0 calls F0, expected a call of a later routine, F1 or more, so that nothing calls itself")]
    [InlineData("", "def F0():\ndef F1():\n repeat 2: call F0", 7, 17, "F1 calls F0, expected a call of a later routine, F2 or more, so that nothing calls itself")]
    [InlineData("call", "def F0():", 3, 5, "expected a routine from F0 to F15, found the end of the line")]
    [InlineData("call F16", "def F0():", 3, 6, "expected a routine from F0 to F15, found 'F16'")]
    [InlineData("call F00", "def F0():", 3, 6, "expected a routine from F0 to F15, found 'F00'")]
    [InlineData("call F0 s1 = 1", "def F0():", 3, 9, "expected the end of the line after the call, found 's1'")]
    [InlineData("repeat 9: call F0", "def F0():", 3, 8, "expected a number of times from 1 to 8, found '9'")]
    [InlineData("repeat 0: call F0", "def F0():", 3, 8, "expected a number of times from 1 to 8, found '0'")]
    [InlineData("repeat s1: call F0", "def F0():", 3, 8, "expected a number of times from 1 to 8, found 's1'")]
    [InlineData("repeat 2 call F0", "def F0():", 3, 10, "expected ':' after the number of times, found 'call'")]
    [InlineData("repeat 2: s1 = 1", "def F0():", 3, 11, "expected 'call' after 'repeat', found 's1'")]
    [InlineData("repeat", "", 3, 7, "expected a number of times from 1 to 8, found the end of the line")]
    [InlineData("", "def F1():", 5, 5, "expected 'def F0():' or 'def Setup():', found 'F1'")]
    [InlineData("", "def Predict():", 5, 5, "expected 'def F0():' or 'def Setup():', found 'Predict'")]
    public void What_is_wrong_with_calls_and_definitions_is_told_with_its_place(string call, string routines, int line, int column, string problem)
    {
        var text = $"def Setup():\ndef Predict():\n{call}\ndef Learn():\n{routines}";
        var error = Assert.Throws<ProgramFormatException>(() => ProgramParser.Parse(text));
        Assert.Equal($"line {line}, column {column}: {problem}", error.Message);
    }

    [Fact]
    public void A_program_that_becomes_too_long_is_refused_at_once()
    {
        var routines = string.Concat(Enumerable.Range(0, 15).Select(i => $"def F{i}():\n  repeat 8: call F{i + 1}\n"));
        var text = $"def Setup():\ndef Predict():\n  call F0\ndef Learn():\n{routines}def F15():\n  s1 = s1 + s1\n";
        Assert.EndsWith(
            "Predict has more than 10000 instructions once calls are replaced by what they call, expected at most that",
            Assert.Throws<ProgramFormatException>(() => ProgramParser.Parse(text)).Message,
            StringComparison.Ordinal);
        Assert.EndsWith("after 16 routines, found 'F16'", Assert.Throws<ProgramFormatException>(() => ProgramParser.Parse(text + "def F16():\n")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("if s1 > s2:\n call F0", "s1 = s1 + s1", "'if s1 > s2:' in Predict comes before a call, expected an instruction after it")]
    [InlineData("call F0", "s1 = s1 + s1\n if s1 > s2:", "'if s1 > s2:' in F0 comes before the end of the routine, expected an instruction after it")]
    public void A_guard_is_for_one_instruction(string predict, string routine, string problem)
    {
        var error = Assert.ThrowsAny<InputException>(() => ProgramParser.Parse($"def Setup():\ndef Predict():\n {predict}\ndef Learn():\ndef F0():\n {routine}\n"));
        Assert.EndsWith(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_of_what_is_not_there_cannot_be_made()
    {
        var call = new RoutineCall(0, 2).ToLine();
        Assert.Throws<InputException>(() => new SourceCode([[call], [], []]));
        Assert.Throws<InputException>(() => new SourceCode([[], [], [], [call]]));
        Assert.Throws<InputException>(() => new SourceCode([[], []]));
        Assert.Equal(new RoutineCall(0, 2), RoutineCall.Of(call));
        Assert.Null(RoutineCall.Of(new Instruction(Op.NoOp)));
    }
}
