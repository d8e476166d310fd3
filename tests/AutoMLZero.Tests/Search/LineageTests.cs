using System.Runtime.CompilerServices;
using AutoMLZero.Language;
using AutoMLZero.Search;
using AutoMLZero.State;

namespace AutoMLZero.Tests.Search;

public class LineageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Lineage.ChunkLength)]
    [InlineData(2 * Lineage.ChunkLength)]
    [InlineData((2 * Lineage.ChunkLength) + 1)]
    [InlineData(10_000)]
    public void It_keeps_the_founder_and_the_last_steps(int steps)
    {
        var lineage = Long(steps);
        Assert.Equal(1, lineage.Founder.Born);
        Assert.Equal(steps, lineage.Omitted + lineage.Steps.Count);
        Assert.InRange(lineage.Steps.Count, Math.Min(steps, Lineage.ChunkLength), 2 * Lineage.ChunkLength);
        Assert.Equal(Enumerable.Range(0, lineage.Steps.Count).Select(i => steps + 1L - i), lineage.Steps.Reverse().Select(step => step.Born));
    }

    [Fact]
    public void Its_memory_is_bounded()
    {
        var lineage = Long(0);
        var early = Begin(ref lineage);
        for (var i = 0; i < 3 * Lineage.ChunkLength; i++) Extend(ref lineage, i + 3);
        GC.Collect();
        Assert.False(early.IsAlive);
        GC.KeepAlive(lineage);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Begin(ref Lineage lineage) => new(Extend(ref lineage, 2));

        static Program Extend(ref Lineage lineage, long born)
        {
            var program = Program.Empty.With(ComponentFunction.Setup, [new Instruction(Op.ScalarConstant, 2, Constant1: born)]);
            lineage = lineage.With(born, program, 0.5);
            return program;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1000)]
    public void It_is_saved_and_restored(int steps)
    {
        var lineage = Long(steps);
        var restored = Restored(lineage);
        Assert.Equal(lineage.Founder, restored.Founder);
        Assert.Equal(lineage.Steps, restored.Steps);
        Assert.Equal(lineage.Omitted, restored.Omitted);
        Assert.Equal(lineage.With(7, Program.Empty, 0).Steps, restored.With(7, Program.Empty, 0).Steps);
    }

    private static Lineage Restored(Lineage lineage)
    {
        var writer = new StateWriter();
        lineage.Save(writer);
        return Lineage.Restore(new StateReader(writer.Written));
    }

    private static Lineage Long(int steps)
    {
        var lineage = Lineage.Of(1, Program.Empty, 0);
        for (var i = 0; i < steps; i++) lineage = lineage.With(i + 2, BuiltInPrograms.Linear, i / 10_000.0);
        return lineage;
    }
}
