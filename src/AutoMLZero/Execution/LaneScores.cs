using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>What is known of each lane's task: whether it still runs, and how well its program did since validation started.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class LaneScores<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LaneLayout<T> layout;
    private readonly TaskSet tasks;
    private readonly T maxAbsError;
    private readonly Normalization<T> normalization;
    private readonly NativeBuffer normalized;
    private readonly bool[] alive;
    private readonly bool[] valid;
    private readonly double[] totals;
    private readonly ulong[] hashes;
    private int aliveCount;
    private bool hashing;

    /// <summary>Makes room.</summary>
    public LaneScores(LaneLayout<T> layout, TaskSet tasks, double maxAbsError)
    {
        this.layout = layout;
        this.tasks = tasks;
        this.maxAbsError = T.CreateTruncating(maxAbsError);
        normalization = new Normalization<T>(layout, tasks);
        normalized = new NativeBuffer((nuint)(layout.Size(OperandType.Vector) * sizeof(T)));
        alive = new bool[tasks.Count];
        valid = new bool[tasks.Count];
        totals = new double[tasks.Count];
        hashes = new ulong[tasks.Count];
    }

    /// <summary>Whether any task still runs.</summary>
    public bool AnyAlive => aliveCount > 0;

    /// <summary>Starts a program: all tasks run.</summary>
    public void Start()
    {
        Array.Fill(alive, true);
        aliveCount = alive.Length;
        hashing = false;
    }

    /// <summary>Turns what a program leaves into predictions.</summary>
    public void Normalize(T* source, T* target)
    {
        if (!normalization.IsIdentity) normalization.Apply(source, target);
    }

    /// <summary>Takes the training errors: one that is too large or not a number ends its task.</summary>
    public void AddTraining(T* prediction, T* labels)
    {
        for (var lane = 0; lane < tasks.Count; lane++)
        {
            if (!alive[lane]) continue;
            var error = Error(prediction, labels, lane);
            if (hashing) Hash(lane, error);
            if (error <= maxAbsError) continue;
            alive[lane] = false;
            aliveCount--;
        }
    }

    /// <summary>Starts validation.</summary>
    public void StartValidation()
    {
        alive.CopyTo(valid, 0);
        Array.Clear(totals);
    }

    /// <summary>Takes what a program leaves on one validation example of each task.</summary>
    public void AddValidation(T* left, T* labels)
    {
        var prediction = left;
        if (!normalization.IsIdentity) normalization.Apply(left, prediction = (T*)normalized.Pointer);
        for (var lane = 0; lane < tasks.Count; lane++)
        {
            if (!valid[lane]) continue;
            if (hashing) Hash(lane, Error(prediction, labels, lane));
            valid[lane] = tasks.Tasks[lane].Kind switch
            {
                TaskKind.Regression => AddSquare(lane, Error(prediction, labels, lane)),
                TaskKind.Binary => AddCorrect(lane, prediction[lane], prediction[lane] > T.CreateTruncating(0.5) == labels[lane] > T.Zero),
                _ => AddClass(lane, prediction, int.CreateTruncating(labels[lane])),
            };
        }
    }

    /// <summary>Keeps the better of the best fitness so far and that of the validation just done, for the tasks that still run.</summary>
    public void KeepBest(double[] best, int validExamples)
    {
        for (var lane = 0; lane < tasks.Count; lane++)
        {
            if (!valid[lane]) continue;
            var mean = totals[lane] / validExamples;
            var fitness = tasks.Tasks[lane].Kind == TaskKind.Regression ? 1 - (2 / Math.PI * Elementary.Arctan(Math.Sqrt(mean))) : mean;
            best[lane] = Math.Max(best[lane], fitness);
        }
    }

    /// <summary>Starts to hash all errors.</summary>
    public void StartHash()
    {
        hashing = true;
        Array.Clear(hashes);
    }

    /// <summary>The hash of all errors since <see cref="StartHash"/>.</summary>
    public ulong FinishHash()
    {
        var hash = 0UL;
        for (var lane = 0; lane < tasks.Count; lane++) hash = SplitMix.Mix((hash * 3) + hashes[lane] + (alive[lane] ? 1UL : 0UL));
        return hash;
    }

    /// <inheritdoc/>
    public void Dispose() => normalized.Dispose();

    private void Hash(int lane, T error)
    {
        var bits = T.IsNaN(error) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(double.CreateTruncating(error));
        hashes[lane] = SplitMix.Mix((hashes[lane] * 3) + bits);
    }

    private T Error(T* prediction, T* labels, int lane) => tasks.IsMultiClass
        ? T.One - prediction[(nint)int.CreateTruncating(labels[lane]) * layout.Lanes + lane]
        : T.Abs(labels[lane] - prediction[lane]);

    private bool AddSquare(int lane, T error)
    {
        var wide = double.CreateTruncating(error);
        totals[lane] += wide * wide;
        return error <= maxAbsError;
    }

    private bool AddCorrect(int lane, T prediction, bool isCorrect)
    {
        if (isCorrect) totals[lane]++;
        return !T.IsNaN(prediction);
    }

    private bool AddClass(int lane, T* scores, int label)
    {
        var largest = 0;
        for (var c = 0; c < tasks.Classes; c++)
        {
            var score = scores[(nint)c * layout.Lanes + lane];
            if (T.IsNaN(score)) return false;
            if (score > scores[(nint)largest * layout.Lanes + lane]) largest = c;
        }

        if (largest == label) totals[lane]++;
        return true;
    }
}
