using System.Numerics;
using System.Runtime.Intrinsics;
using AutoMLZero.Analysis;
using AutoMLZero.Execution.Kernels;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>
/// Runs <c>Predict</c> on several examples of each task at once, as more lanes. That is exact when it carries nothing from one example to the
/// next, and it fills the machine when there are few tasks.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class ExampleBlocks<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Number of examples in a block of several tasks.</summary>
    public const int ExamplesOfTasks = 10;

    /// <summary>The largest number of examples in a block of one task: all of its memory is to stay close to the processor.</summary>
    public const int MostExamples = 256;

    private readonly MemoryLayout<T> single;
    private readonly MemoryLayout<T> layout;
    private readonly Machine<T> machine;
    private readonly PackedExamples<T> train;
    private readonly PackedExamples<T> valid;
    private readonly List<(OperandType Type, int Address)> entries = [];

    /// <summary>Lays the examples out.</summary>
    /// <param name="single">The layout of one example at a time; of lanes, unless there is one task.</param>
    /// <param name="tasks">The tasks, without several classes.</param>
    public ExampleBlocks(MemoryLayout<T> single, TaskSet tasks)
    {
        this.single = single;
        layout = new MemoryLayout<T>(single.Dimension, single.Tasks, single.Tasks > 1 ? ExamplesOfTasks : ExamplesOfOne(tasks));
        machine = new Machine<T>(layout, [.. tasks.Tasks.Select(task => task.Seed)], multiClass: false);
        train = new PackedExamples<T>(layout, [.. tasks.Tasks.Select(task => task.Train)]);
        valid = new PackedExamples<T>(layout, [.. tasks.Tasks.Select(task => task.Valid)]);
    }

    /// <summary>Loads <c>Predict</c> with the memory that it finds.</summary>
    /// <param name="program">The program, which <see cref="CanRun"/>.</param>
    /// <param name="memory">What is in memory.</param>
    public void Load(EffectiveCode program, ICells<T> memory)
    {
        machine.LoadPredict(program);
        CollectEntries(program[ComponentFunction.Predict]);
        foreach (var (type, address) in entries) Spread(memory.Cell(type, address), machine.Cell(type, address), single.Size(type));
    }

    /// <summary>
    /// Whether a program can run so: its <c>Predict</c> carries nothing from one example to the next, and has no large cells where there are many
    /// features, which are faster one example at a time.
    /// </summary>
    public bool CanRun(EffectiveCode program) => program.IsStateless && (single.IsLanes || program.Memory is { Vectors: 1, Matrices: 0 });

    /// <summary>Trains on the first examples in order, without <c>Learn</c>.</summary>
    public void Train(Scores<T> scores, int count, long step)
    {
        for (var first = 0; first < count && scores.AnyAlive; first += layout.Examples)
        {
            var left = Predict(train, first, step);
            var labels = train.Labels(first / layout.Examples);
            var examples = Math.Min(layout.Examples, count - first);
            if (single.Tasks == 1) scores.AddTrainingOfOne(left, labels, examples);
            else scores.AddTrainingLeft(left, labels, examples);
        }
    }

    /// <summary>Validates on the first examples.</summary>
    public void Validate(Scores<T> scores, int count, long step)
    {
        for (var first = 0; first < count; first += layout.Examples)
        {
            var left = Predict(valid, first, step);
            var labels = valid.Labels(first / layout.Examples);
            var examples = Math.Min(layout.Examples, count - first);
            if (single.Tasks == 1) scores.AddValidationOfOne(left, labels, examples);
            else scores.AddValidation(left, labels, examples);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        machine.Dispose();
        train.Dispose();
        valid.Dispose();
    }

    private T* Predict(PackedExamples<T> examples, int first, long step)
    {
        machine.Run(ComponentFunction.Predict, new Inputs<T>(examples.Features(first / layout.Examples)), step + first);
        return machine.Cell(OperandType.Scalar, 1);
    }

    /// <summary>The cells that are read before they are written, and the prediction.</summary>
    private void CollectEntries(ReadOnlySpan<Instruction> instructions)
    {
        entries.Clear();
        entries.Add((OperandType.Scalar, 1));
        for (var i = 0; i < instructions.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            var info = instruction.Op.Info();
            AddEntry(instructions[..i], info.Input1, instruction.Input1);
            AddEntry(instructions[..i], info.Input2, instruction.Input2);
            if (info.IsPartialWrite || (i > 0 && instructions[i - 1].Op.Info().IsGuard)) AddEntry(instructions[..i], info.Output, instruction.Output);
        }
    }

    private void AddEntry(ReadOnlySpan<Instruction> before, OperandType type, int address)
    {
        if (type == OperandType.None || (type == OperandType.Vector && address == 0) || entries.Contains((type, address))) return;
        foreach (ref readonly var instruction in before)
        {
            if (instruction.Output == address && instruction.Op.Info().Output == type) return;
        }

        entries.Add((type, address));
    }

    private static int ExamplesOfOne(TaskSet tasks) => Math.Clamp(Math.Max(tasks.ValidCount, tasks.TrainCount), 2, MostExamples);

    private void Spread(T* source, T* target, nint count)
    {
        if (single.Tasks == 1)
        {
            for (nint element = 0; element * single.Lanes < count; element++)
                Elementwise.Fill(source[element * single.Lanes], target + (element * layout.Lanes), layout.Lanes);
            return;
        }

        for (nint element = 0; element < count; element += single.Lanes)
        {
            for (nint lane = 0; lane < single.Lanes; lane += Vector512<T>.Count)
            {
                var value = Vector512.LoadAligned(source + element + lane);
                for (var copy = target + (element * layout.Examples) + lane; copy < target + ((element + single.Lanes) * layout.Examples); copy += single.Lanes)
                    value.StoreAligned(copy);
            }
        }
    }
}
