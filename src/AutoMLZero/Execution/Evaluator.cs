using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Execution.Streams;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Runs programs on all tasks of a set in lockstep, a task a lane, by the protocol of the paper (AutoML-Zero, Figure 1).</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class Evaluator<T> : IEvaluator, ICodeRunner
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So few examples are run one by one sooner than a program is lowered to run them at once.</summary>
    private const int FewExamples = 2 * ExampleBlocks<T>.ExamplesOfTasks;

    /// <summary>So few instructions of Predict stay in the loop, however many examples there are.</summary>
    private const int FewInstructions = 2;

    private readonly EvaluationSettings settings;
    private readonly Machine<T> machine;
    private readonly PackedExamples<T> train;
    private readonly PackedExamples<T> valid;
    private readonly Scores<T> scores;
    private readonly NativeBuffer oneHot;
    private readonly MemoryLayout<T> layout;
    private readonly EpochOrders orders;
    private readonly double[] taskFitness;
    private readonly Canonicalizer canonicalizer = new();
    private readonly WrittenCode? plain;
    private readonly EffectiveCode plainCode = new();
    private readonly ExampleBlocks<T>? blocks;
    private readonly StreamRunner<T>? stream;
    private EffectiveCode? probed;
    private long probedVersion;
    private int trained;
    private bool usesStream;
    private bool usesBlocks;
    private bool isWithoutLearn;
    private long step;
    private T* prediction;

    /// <summary>Lays the examples out.</summary>
    public Evaluator(TaskSet tasks, EvaluationSettings settings, EngineOptions? options = null)
    {
        options ??= EngineOptions.All;
        Tasks = tasks;
        this.settings = settings;
        layout = new MemoryLayout<T>(tasks.Dimension, tasks.Count);
        var hasStream = options.TrainsInOneLoop && StreamRunner<T>.IsFor(layout, tasks);
        machine = new Machine<T>(layout, [.. tasks.Tasks.Select(task => task.Seed)], tasks.IsMultiClass, options.FusesPairs && !hasStream, options.HoistsInvariants && !hasStream);
        train = new PackedExamples<T>(layout, [.. tasks.Tasks.Select(task => task.Train)]);
        valid = new PackedExamples<T>(layout, [.. tasks.Tasks.Select(task => task.Valid)]);
        scores = new Scores<T>(layout, tasks, settings.MaxAbsError);
        oneHot = new NativeBuffer((nuint)(layout.Size(OperandType.Vector) * sizeof(T)));
        orders = new EpochOrders(tasks);
        taskFitness = new double[tasks.Count];
        if (!options.RemovesIntrons) plain = new WrittenCode();
        if (options.ValidatesInBlocks && (layout.IsLanes || tasks.Count == 1) && !tasks.IsMultiClass) blocks = new ExampleBlocks<T>(layout, tasks);
        if (hasStream) stream = new StreamRunner<T>(layout, machine, train, valid, settings.MaxAbsError, isLast: tasks.Epochs == 1);
    }

    /// <inheritdoc cref="IEvaluator.Tasks"/>
    public TaskSet Tasks { get; }

    /// <inheritdoc cref="IEvaluator.TaskFitness"/>
    public ReadOnlySpan<double> TaskFitness
    {
        get
        {
            scores.Best.CopyTo(taskFitness);
            return taskFitness;
        }
    }

    /// <summary>Whether runs are so short that programs need not be in canonical form.</summary>
    public bool RunsAsWritten => layout.IsLanes;

    private ICells<T> Cells => usesStream ? stream! : machine;

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program)
    {
        var code = HashEffective(program);
        return Evaluate(CompleteAsWritten(program)) with { Code = code };
    }

    /// <inheritdoc/>
    public EffectiveCode Analyze(Program program)
    {
        CheckOneHotIsNotWritten(program);
        return plain is null ? canonicalizer.Analyze(program, Tasks.IsMultiClass) : Plain(program);
    }

    /// <inheritdoc/>
    public ulong HashEffective(Program program)
    {
        CheckOneHotIsNotWritten(program);
        return plain is null ? canonicalizer.HashEffective(program, Tasks.IsMultiClass) : ProgramHash.Of(Plain(program));
    }

    /// <inheritdoc/>
    public EffectiveCode Complete(Program program) => plain is null ? canonicalizer.Complete(program, Tasks.IsMultiClass) : Plain(program);

    /// <inheritdoc/>
    public EffectiveCode CompleteAsWritten(Program program) =>
        plain is null && RunsAsWritten ? canonicalizer.CompleteAsWritten(program, Tasks.IsMultiClass) : Complete(program);

    /// <inheritdoc/>
    public double EffectiveCost(Program program)
    {
        if (plain is not null) canonicalizer.HashEffective(program, Tasks.IsMultiClass);
        return canonicalizer.EffectiveCost(program, Tasks.Dimension);
    }

    /// <inheritdoc/>
    public Evaluation Failed()
    {
        scores.ForgetBest();
        return new Evaluation(settings.Combine.Of(scores.Best), EvaluationOutcome.Evaluated);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(EffectiveCode program)
    {
        if (!GoesOn(program)) Start(program);
        scores.ForgetBest();
        for (var epoch = 0; epoch < Tasks.Epochs && scores.AnyAlive; epoch++)
        {
            if (epoch == 0 && CanTrainInBlocks(program)) TrainBlocks(program, Tasks.TrainCount);
            else Train(orders[epoch], epoch == 0 ? (int)step : 0, Tasks.TrainCount);
            if (!scores.AnyAlive) break;
            Validate(program, Tasks.ValidCount);
            scores.KeepBest(Tasks.ValidCount);
        }

        return new Evaluation(settings.Combine.Of(scores.Best), EvaluationOutcome.Evaluated);
    }

    /// <inheritdoc/>
    public ulong? Probe(EffectiveCode program, int trainExamples, int validExamples)
    {
        trainExamples = Math.Min(trainExamples, Tasks.TrainCount);
        Start(program);
        scores.StartHash();
        if (trainExamples > FewExamples && CanTrainInBlocks(program)) TrainBlocks(program, trainExamples);
        else Train(orders[0], 0, trainExamples);
        if (!scores.AnyAlive) return null;
        Validate(program, Math.Min(validExamples, Tasks.ValidCount));
        if (usesStream && !usesBlocks && stream!.CanGoOn) (probed, probedVersion, trained) = (program, program.Version, trainExamples);
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
        blocks?.Dispose();
        stream?.Dispose();
    }

    private EffectiveCode Plain(Program program)
    {
        plain!.WriteAll(program, Tasks.IsMultiClass, plainCode);
        return plainCode;
    }

    private void CheckOneHotIsNotWritten(Program program)
    {
        if (Tasks.IsMultiClass) OneHotLabel.CheckIsNotWritten(program);
    }

    /// <summary>A probe is the beginning of a full run, if its validation left no traces.</summary>
    private bool GoesOn(EffectiveCode program)
    {
        if (program != probed || program.Version != probedVersion) return false;
        probed = null;
        step = trained;
        scores.StopHash();
        return true;
    }

    private void Start(EffectiveCode program)
    {
        probed = null;
        isWithoutLearn = program[ComponentFunction.Learn].IsEmpty;
        usesStream = stream is not null && !program.HasGuards;
        if (usesStream) stream!.Start(program);
        else LoadMachine(program);
        prediction = Tasks.IsMultiClass ? machine.Cell(OperandType.Vector, 2) : machine.Cell(OperandType.Scalar, 1);
        usesBlocks = blocks is not null && blocks.CanRun(program) && !StaysInStream(program);
        scores.Start();
        step = 0;
    }

    /// <summary>Short enough for lowering to cost more than running several examples at once spares.</summary>
    private bool StaysInStream(EffectiveCode program) =>
        usesStream && !stream!.NeedsKernels && program[ComponentFunction.Predict].Length <= FewInstructions;

    private void LoadMachine(EffectiveCode program)
    {
        stream?.Forget();
        machine.Load(program);
        machine.Run(ComponentFunction.Setup, default, 0);
    }

    /// <summary>Trains on the examples from one to another in an order.</summary>
    private void Train(ReadOnlySpan<int> order, int first, int count)
    {
        if (usesStream)
        {
            if (first < count) stream!.Train(order[first..count], scores, step);
            step += count - first;
            return;
        }

        for (var i = first; i < count && scores.AnyAlive; i++)
        {
            var example = order[i];
            if (i > 0 && machine.CarriesProduct) machine.PredictRest(new Inputs<T>(train.Features(example)), step);
            else Predict(train, example);
            scores.Normalize(prediction);
            scores.AddTraining(prediction, train.Labels(example), 1);
            if (i + 1 < count && machine.CarriesProduct) LearnAhead(example, order[i + 1]);
            else Learn(example);
            step++;
        }
    }

    /// <summary>A prediction that Predict does not write is normalized again at each step.</summary>
    private bool CanTrainInBlocks(EffectiveCode program)
    {
        if (!usesBlocks || !isWithoutLearn) return false;
        foreach (ref readonly var instruction in program[ComponentFunction.Predict])
        {
            if (instruction.Output == 1 && instruction.Op.Info().Output == OperandType.Scalar) return true;
        }

        return false;
    }

    /// <summary>Without Learn, training is nothing but the check of errors.</summary>
    private void TrainBlocks(EffectiveCode program, int count)
    {
        if (usesStream) stream!.SetUp();
        blocks!.Load(program, Cells);
        blocks.Train(scores, count, step);
        step += count;
    }

    private void Validate(EffectiveCode program, int count)
    {
        scores.StartValidation();
        if (usesBlocks && (!usesStream || count > FewExamples))
        {
            blocks!.Load(program, Cells);
            blocks.Validate(scores, count, step);
            step += count;
            return;
        }

        if (usesStream)
        {
            stream!.Validate(count, scores, step);
            step += count;
            return;
        }

        for (var example = 0; example < count; example++, step++)
        {
            Predict(valid, example);
            scores.AddValidation(prediction, valid.Labels(example), 1);
        }
    }

    private void Predict(PackedExamples<T> examples, int example) =>
        machine.Run(ComponentFunction.Predict, new Inputs<T>(examples.Features(example)), step);

    private void Learn(int example)
    {
        if (isWithoutLearn) return;
        if (Tasks.IsMultiClass) SetOneHot(train.Labels(example));
        machine.Run(ComponentFunction.Learn, new Inputs<T>(train.Features(example), train.Labels(example), (T*)oneHot.Pointer), step);
    }

    private void LearnAhead(int example, int next)
    {
        if (Tasks.IsMultiClass) SetOneHot(train.Labels(example));
        machine.LearnAhead(new Inputs<T>(train.Features(example), train.Labels(example), (T*)oneHot.Pointer, train.Features(next)), step);
    }

    private void SetOneHot(T* labels)
    {
        var target = (T*)oneHot.Pointer;
        new Span<T>(target, (int)layout.Size(OperandType.Vector)).Clear();
        for (var lane = 0; lane < Tasks.Count; lane++) target[(int.CreateTruncating(labels[lane]) * layout.ElementStride) + (lane * layout.TaskStride)] = T.One;
    }
}
