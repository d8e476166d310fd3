using System.Numerics;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>One run of one program on one task, from zero memory to its fitness.</summary>
internal sealed class OracleRun<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private const int AnyOrdinal = 0xFFFF;

    private readonly Program program;
    private readonly LearningTask task;
    private readonly TaskSet set;
    private readonly T maxAbsError;
    private readonly Func<ComponentFunction, int, int> ordinal;
    private readonly OracleMemory<T> memory;
    private readonly OracleMachine<T> machine;
    private long step;

    public OracleRun(
        Program program, LearningTask task, TaskSet set, EvaluationSettings settings, Func<ComponentFunction, int, int> ordinal)
    {
        (this.program, this.task, this.set, this.ordinal) = (program, task, set, ordinal);
        maxAbsError = T.CreateTruncating(settings.MaxAbsError);
        memory = new OracleMemory<T>(set.Dimension);
        machine = new OracleMachine<T>(memory);
    }

    /// <summary>The fitness: that of the best epoch.</summary>
    public double Fitness()
    {
        var best = 0.0;
        Execute(ComponentFunction.Setup);
        for (var epoch = 0; epoch < set.Epochs; epoch++)
        {
            if (!Train(epoch)) return best;
            best = Math.Max(best, Validate());
        }

        return best;
    }

    private bool Train(int epoch)
    {
        foreach (var example in OracleOrder.OfEpoch(set, epoch))
        {
            Predict(task.Train, example);
            NormalizeInPlace();
            if (!(TrainingError(task.Train.Labels.Span[example]) <= maxAbsError)) return false;
            Learn(example);
            step++;
        }

        return true;
    }

    private double Validate()
    {
        var score = new OracleScore<T>(task.Kind, set.Classes, maxAbsError);
        for (var example = 0; example < task.Valid.Count; example++)
        {
            Predict(task.Valid, example);
            score.Add(memory.Scalars[1], memory.Vector(2), task.Valid.Labels.Span[example]);
            step++;
        }

        return score.Fitness();
    }

    private void Predict(Examples examples, int example)
    {
        ShowFeatures(examples, example);
        memory.Scalars[0] = T.Zero;
        if (set.IsMultiClass) memory.SetVector(1, new T[set.Dimension]);
        Execute(ComponentFunction.Predict);
    }

    private void Learn(int example)
    {
        var label = task.Train.Labels.Span[example];
        ShowFeatures(task.Train, example);
        memory.Scalars[0] = T.CreateTruncating(label);
        if (set.IsMultiClass)
        {
            var oneHot = new T[set.Dimension];
            oneHot[(int)label] = T.One;
            memory.SetVector(1, oneHot);
        }

        Execute(ComponentFunction.Learn);
    }

    private void ShowFeatures(Examples examples, int example) =>
        memory.SetVector(0, [.. examples.Row(example).ToArray().Select(T.CreateTruncating)]);

    private void NormalizeInPlace()
    {
        if (task.Kind == TaskKind.Binary) memory.Scalars[1] = OracleMath.InDouble(Elementary.Logistic, memory.Scalars[1]);
        if (task.Kind == TaskKind.MultiClass) memory.SetVector(2, OracleMath.Softmax(memory.Vector(2), set.Classes));
    }

    private T TrainingError(double label) => task.Kind == TaskKind.MultiClass
        ? T.One - memory.Vector(2)[(int)label]
        : T.Abs(T.CreateTruncating(label) - memory.Scalars[1]);

    private void Execute(ComponentFunction function)
    {
        var isAllowed = true;
        for (var i = 0; i < program[function].Length; i++)
        {
            if (machine.Allows(program[function][i]) is { } allows)
            {
                isAllowed = isAllowed && allows;
                continue;
            }

            var isSkipped = !isAllowed;
            isAllowed = true;
            if (isSkipped) continue;
            var place = ordinal(function, i);
            var key = CounterRandom.InstructionKey(task.Seed, (int)function, place < 0 ? AnyOrdinal : place);
            machine.Execute(program[function][i], CounterRandom.StepKey(key, step));
        }
    }
}
