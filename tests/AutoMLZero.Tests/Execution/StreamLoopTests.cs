using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Execution.Streams;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class StreamLoopTests
{
    private const int Programs = 4000;

    [Theory]
    [InlineData(3, 1, Precision.Bits64)]
    [InlineData(9, 1, Precision.Bits64)]
    [InlineData(10, 1, Precision.Bits64)]
    [InlineData(10, 3, Precision.Bits64)]
    [InlineData(16, 1, Precision.Bits64)]
    [InlineData(10, 1, Precision.Bits32)]
    [InlineData(17, 1, Precision.Bits32)]
    [InlineData(20, 3, Precision.Bits32)]
    [InlineData(21, 1, Precision.Bits32)]
    public void Programs_of_its_operations_have_the_bits_of_the_oracle(int tasks, int epochs, Precision precision)
    {
        var settings = new EvaluationSettings { Precision = precision };
        var batch = new FitnessBatch(Tasks(tasks, epochs), settings, [.. StreamPrograms.Draw(Programs, seed: 1)]);
        foreach (var (program, found) in batch.Programs.Zip(Engine.Evaluate(batch)))
            Assert.True(found.SameBits(batch.Expected(program, EffectiveProgram.Create(program).RandomOrdinal)), program.ToString());
    }

    [Fact]
    public void The_programs_above_use_every_operation_of_the_loop_and_most_without_kernels()
    {
        var used = new HashSet<StreamOp>();
        var needKernels = 0;
        foreach (var program in StreamPrograms.Draw(Programs, seed: 1))
        {
            needKernels += Encoded(program, encoder =>
            {
                if (encoder.NeedsKernels) return true;
                foreach (ref readonly var instruction in encoder.Instructions) used.Add(instruction.Op);
                return false;
            }) ? 1 : 0;
        }

        Assert.Equal(Enum.GetValues<StreamOp>().Except([StreamOp.Kernel]), used.Order());
        Assert.InRange(needKernels, Programs / 10, Programs / 2);
    }

    [Theory]
    [InlineData(10, 1, 4)]
    [InlineData(10, 1, 9)]
    [InlineData(10, 3, 4)]
    [InlineData(16, 1, 4)]
    [InlineData(3, 1, 20)]
    public void A_full_run_after_a_probe_is_as_one_without(int tasks, int epochs, int examples)
    {
        var set = Tasks(tasks, epochs);
        using var probing = new Evaluator<double>(set, new EvaluationSettings());
        using var plain = new Evaluator<double>(set, new EvaluationSettings());
        var goOn = 0;
        foreach (var program in StreamPrograms.Draw(Programs / 3, seed: 2))
        {
            probing.HashEffective(program);
            var code = probing.CompleteAsWritten(program);
            if (probing.Probe(code, examples, examples) is null) continue;
            goOn += Encoded(program, encoder => encoder.ValidationWrites) ? 0 : 1;
            var found = probing.Evaluate(code).Fitness;
            Assert.Equal(plain.Evaluate(program).Fitness, found);
            Assert.Equal(plain.TaskFitness, probing.TaskFitness);
            Assert.Equal(found, probing.Evaluate(code).Fitness);
        }

        Assert.True(goOn > 100, $"{goOn}");
    }

    [Fact]
    public void Validation_of_the_linear_model_writes_nothing_that_would_keep_a_run_from_going_on() =>
        Assert.False(Encoded(BuiltInPrograms.Linear, encoder => encoder.ValidationWrites));

    /// <summary>All predictions of the first validation are too large, and those of the next epoch depend on how many there were.</summary>
    [Fact]
    public void A_validation_that_fails_runs_to_its_end_when_another_epoch_follows()
    {
        var program = ProgramParser.Parse("""
            def Setup():
              s3 = 300
              s4 = 300
            def Predict():
              s1 = s2 + s5
              s2 = s3 + s5
              s3 = s4 + s5
              s4 = s5 + s5
            def Learn():
            """);
        var tasks = SyntheticTasks.Create(
            new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 10, Dimension = 4, TrainExamples = 1, ValidExamples = 3, Epochs = 2 }, seed: 3);
        var batch = new FitnessBatch(tasks, new EvaluationSettings(), [program]);
        var expected = batch.Expected(program, EffectiveProgram.Create(program).RandomOrdinal);
        Assert.True(Engine.Evaluate(batch).Single().SameBits(expected));
        using var evaluator = new Evaluator<double>(tasks, new EvaluationSettings());
        Assert.True(evaluator.Evaluate(program).Fitness > 0);
    }

    private static bool Encoded(Program program, Func<StreamEncoder<double>, bool> test)
    {
        var layout = new MemoryLayout<double>(dimension: 4, tasks: 10);
        using var machine = new Machine<double>(layout, new ulong[10], multiClass: false, fusesPairs: false);
        using var encoder = new StreamEncoder<double>(layout, machine, isLast: true);
        var canonicalizer = new Canonicalizer();
        canonicalizer.HashEffective(program, multiClass: false);
        var code = canonicalizer.CompleteAsWritten(program, multiClass: false);
        machine.Clear(code);
        encoder.Encode(code);
        return test(encoder);
    }

    private static TaskSet Tasks(int tasks, int epochs) => SyntheticTasks.Create(
        new SyntheticTaskSettings
        {
            Kind = SyntheticKind.Affine,
            Count = tasks,
            Dimension = 4,
            TrainExamples = 9,
            ValidExamples = 12,
            Epochs = epochs,
        },
        seed: 3);
}
