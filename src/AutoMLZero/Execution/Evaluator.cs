using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Runs programs on all tasks of a set in lockstep, a task a lane, by the protocol of the paper (AutoML-Zero, Figure 1).</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class Evaluator<T> : IEvaluator
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly EvaluationSettings settings;
    private readonly Machine<T> machine;
    private readonly PackedExamples<T> train;
    private readonly PackedExamples<T> valid;
    private readonly Scores<T> scores;
    private readonly NativeBuffer oneHot;
    private readonly MemoryLayout<T> layout;
    private readonly EpochOrders orders;
    private readonly double[] best;
    private readonly Canonicalizer canonicalizer = new();
    private long step;
    private T* prediction;

    /// <summary>Lays the examples out.</summary>
    public Evaluator(TaskSet tasks, EvaluationSettings settings)
    {
        Tasks = tasks;
        this.settings = settings;
        layout = new MemoryLayout<T>(tasks.Dimension, tasks.Count);
        machine = new Machine<T>(layout, [.. tasks.Tasks.Select(task => task.Seed)], tasks.IsMultiClass);
        train = new PackedExamples<T>(layout, [.. tasks.Tasks.Select(task => task.Train)]);
        valid = new PackedExamples<T>(layout, [.. tasks.Tasks.Select(task => task.Valid)]);
        scores = new Scores<T>(layout, tasks, settings.MaxAbsError);
        oneHot = new NativeBuffer((nuint)(layout.Size(OperandType.Vector) * sizeof(T)));
        orders = new EpochOrders(tasks);
        best = new double[tasks.Count];
    }

    /// <inheritdoc/>
    public TaskSet Tasks { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> TaskFitness => best;

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program) => Evaluate(Analyze(program));

    /// <summary>What of a program matters on these tasks, valid until the next program is analyzed.</summary>
    public EffectiveCode Analyze(Program program)
    {
        if (Tasks.IsMultiClass) CheckOneHotIsNotWritten(program);
        return canonicalizer.Analyze(program, Tasks.IsMultiClass);
    }

    /// <summary>The fitness of effective instructions.</summary>
    public Evaluation Evaluate(EffectiveCode program)
    {
        Start(program);
        Array.Clear(best);
        for (var epoch = 0; epoch < Tasks.Epochs && scores.AnyAlive; epoch++)
        {
            Train(orders[epoch], Tasks.TrainCount);
            Validate(Tasks.ValidCount);
            scores.KeepBest(best, Tasks.ValidCount);
        }

        return new Evaluation(settings.Combine.Of(best), EvaluationOutcome.Evaluated);
    }

    /// <summary>A hash of the errors on the first examples; null when every task ended, so that the fitness is 0.</summary>
    public ulong? Probe(EffectiveCode program, int trainExamples, int validExamples)
    {
        Start(program);
        scores.StartHash();
        Train(orders[0], trainExamples);
        if (!scores.AnyAlive) return null;
        Validate(validExamples);
        return scores.FinishHash();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        machine.Dispose();
        train.Dispose();
        valid.Dispose();
        scores.Dispose();
        oneHot.Dispose();
    }

    private static void CheckOneHotIsNotWritten(Program program)
    {
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (ref readonly var instruction in program[function].AsSpan())
            {
                if (instruction.Output == 1 && instruction.Op.Info().Output == OperandType.Vector)
                    throw new InputException($"'{instruction}' in {function} writes v1, which holds the one-hot label of multi-class tasks");
            }
        }
    }

    private void Start(EffectiveCode program)
    {
        machine.Load(program);
        prediction = Tasks.IsMultiClass ? machine.Cell(OperandType.Vector, 2) : machine.Cell(OperandType.Scalar, 1);
        scores.Start();
        step = 0;
        machine.Run(ComponentFunction.Setup, default, step);
    }

    private void Train(ReadOnlySpan<int> order, int count)
    {
        for (var i = 0; i < count && scores.AnyAlive; i++)
        {
            var example = order[i];
            Predict(train, example);
            scores.Normalize(prediction, prediction);
            scores.AddTraining(prediction, train.Labels(example));
            Learn(example);
            step++;
        }
    }

    private void Validate(int count)
    {
        scores.StartValidation();
        for (var example = 0; example < count; example++)
        {
            Predict(valid, example);
            scores.AddValidation(prediction, valid.Labels(example));
            step++;
        }
    }

    private void Predict(PackedExamples<T> examples, int example) =>
        machine.Run(ComponentFunction.Predict, new Inputs<T>(examples.Features(example)), step);

    private void Learn(int example)
    {
        if (machine.IsEmpty(ComponentFunction.Learn)) return;
        if (Tasks.IsMultiClass) SetOneHot(train.Labels(example));
        machine.Run(ComponentFunction.Learn, new Inputs<T>(train.Features(example), train.Labels(example), (T*)oneHot.Pointer), step);
    }

    private void SetOneHot(T* labels)
    {
        var target = (T*)oneHot.Pointer;
        new Span<T>(target, (int)layout.Size(OperandType.Vector)).Clear();
        for (var lane = 0; lane < Tasks.Count; lane++) target[(int.CreateTruncating(labels[lane]) * layout.ElementStride) + (lane * layout.TaskStride)] = T.One;
    }
}
