using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Execution.Streams;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

public class StreamLoopTests
{
    private const int Programs = 3000;

    [Theory]
    [InlineData(3, 1, Precision.Bits64)]
    [InlineData(10, 1, Precision.Bits64)]
    [InlineData(10, 3, Precision.Bits64)]
    [InlineData(10, 1, Precision.Bits32)]
    [InlineData(20, 3, Precision.Bits32)]
    public void Programs_of_its_operations_have_the_bits_of_the_oracle(int tasks, int epochs, Precision precision)
    {
        var settings = new EvaluationSettings { Precision = precision };
        var batch = new FitnessBatch(Tasks(tasks, epochs), settings, [.. StreamPrograms.Draw(Programs, seed: 1)]);
        foreach (var (program, found) in batch.Programs.Zip(Engine.Evaluate(batch)))
            Assert.True(found.SameBits(batch.Expected(program, EffectiveProgram.Create(program).RandomOrdinal)), program.ToString());
    }

    [Fact]
    public void The_programs_above_use_every_operation_of_the_loop()
    {
        var layout = new MemoryLayout<double>(dimension: 4, tasks: 10);
        using var machine = new Machine<double>(layout, new ulong[10], multiClass: false, fusesPairs: false);
        using var encoder = new StreamEncoder<double>(layout, machine);
        var canonicalizer = new Canonicalizer();
        var used = new HashSet<StreamOp>();
        foreach (var program in StreamPrograms.Draw(Programs, seed: 1))
        {
            canonicalizer.HashEffective(program, multiClass: false);
            var code = canonicalizer.CompleteAsWritten(program, multiClass: false);
            machine.Clear(code);
            encoder.Encode(code);
            foreach (ref readonly var instruction in encoder.Instructions) used.Add(instruction.Op);
        }

        Assert.Equal(Enum.GetValues<StreamOp>(), used.Order());
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
