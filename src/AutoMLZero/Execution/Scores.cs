using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>What is known of each lane's task: whether it still runs, and how well its program did since validation started.</summary>
/// <typeparam name="T">double or float: the format of predictions. Errors of either are added up in double.</typeparam>
internal sealed unsafe class Scores<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;
    private const ulong HashMultiplier = 0xD6E8FEB86659FD93;

    private readonly MemoryLayout<T> layout;
    private readonly TaskSet tasks;
    private readonly Vector512<double> maxAbsError;
    private readonly Normalization<T> normalization;
    private readonly NativeBuffer buffer;
    private readonly T* normalized;
    private readonly T* errors;
    private readonly double* alive;
    private readonly double* valid;
    private readonly double* isBinary;
    private readonly double* totals;
    private readonly ulong* hashes;
    private bool hashing;

    /// <summary>Makes room.</summary>
    public Scores(MemoryLayout<T> layout, TaskSet tasks, double maxAbsError)
    {
        this.layout = layout;
        this.tasks = tasks;
        this.maxAbsError = Vector512.Create(double.CreateTruncating(T.CreateTruncating(maxAbsError)));
        normalization = new Normalization<T>(layout, tasks);
        var lanes = layout.Lanes;
        var cell = layout.Size(OperandType.Vector);
        buffer = new NativeBuffer((nuint)(((cell + lanes) * sizeof(T)) + (5 * lanes * sizeof(double))));
        normalized = (T*)buffer.Pointer;
        errors = normalized + cell;
        alive = (double*)(errors + lanes);
        valid = alive + lanes;
        isBinary = valid + lanes;
        totals = isBinary + lanes;
        hashes = (ulong*)(totals + lanes);
        for (var lane = 0; lane < tasks.Count; lane++) isBinary[lane] = Mask(tasks.Tasks[lane].Kind == TaskKind.Binary);
    }

    /// <summary>Whether any task still runs.</summary>
    public bool AnyAlive { get; private set; }

    /// <summary>Starts a program: all tasks run.</summary>
    public void Start()
    {
        for (var lane = 0; lane < tasks.Count; lane++) alive[lane] = Mask(true);
        AnyAlive = true;
        hashing = false;
    }

    /// <summary>Turns what a program leaves into predictions.</summary>
    public void Normalize(T* source, T* target)
    {
        if (!normalization.IsIdentity) normalization.Apply(source, target);
    }

    /// <summary>Takes the training errors: one that is too large or not a number ends its task.</summary>
    [MethodImpl(Optimized)]
    public void AddTraining(T* prediction, T* labels)
    {
        SetErrors(prediction, labels);
        if (hashing) Hash(alive);
        var any = Vector512<double>.Zero;
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var still = Vector512.LoadAligned(alive + lane) & Vector512.LessThanOrEqual(Wide512.Load(errors + lane).Value, maxAbsError);
            still.StoreAligned(alive + lane);
            any |= still;
        }

        AnyAlive = any.AsUInt64() != Vector512<ulong>.Zero;
    }

    /// <summary>Starts validation.</summary>
    public void StartValidation()
    {
        for (var lane = 0; lane < layout.Lanes; lane++) (valid[lane], totals[lane]) = (alive[lane], 0);
    }

    /// <summary>Takes what a program leaves on one validation example of each task.</summary>
    public void AddValidation(T* left, T* labels)
    {
        var prediction = left;
        if (!normalization.IsIdentity) normalization.Apply(left, prediction = normalized);
        SetErrors(prediction, labels);
        if (hashing) Hash(valid);
        if (tasks.IsMultiClass) AddClasses(prediction, labels);
        else if (normalization.IsIdentity) AddSquares();
        else AddMixed(prediction, labels);
    }

    /// <summary>Keeps the better of the best fitness so far and that of the validation just done, for the tasks that still run.</summary>
    public void KeepBest(double[] best, int validExamples)
    {
        for (var lane = 0; lane < tasks.Count; lane++)
        {
            if (!IsSet(valid[lane])) continue;
            var mean = totals[lane] / validExamples;
            var fitness = tasks.Tasks[lane].Kind == TaskKind.Regression ? 1 - (2 / Math.PI * Elementary.Arctan(Math.Sqrt(mean))) : mean;
            best[lane] = Math.Max(best[lane], fitness);
        }
    }

    /// <summary>Starts to hash all errors.</summary>
    public void StartHash()
    {
        hashing = true;
        new Span<ulong>(hashes, layout.Lanes).Clear();
    }

    /// <summary>The hash of all errors since <see cref="StartHash"/>.</summary>
    public ulong FinishHash()
    {
        var hash = 0UL;
        for (var lane = 0; lane < tasks.Count; lane++) hash = SplitMix.Mix((hash * 3) + hashes[lane] + (IsSet(alive[lane]) ? 1UL : 0UL));
        return hash;
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    private static double Mask(bool isSet) => isSet ? BitConverter.UInt64BitsToDouble(ulong.MaxValue) : 0;

    private static bool IsSet(double mask) => BitConverter.DoubleToUInt64Bits(mask) != 0;

    [MethodImpl(Optimized)]
    private void SetErrors(T* prediction, T* labels)
    {
        if (tasks.IsMultiClass)
        {
            for (var lane = 0; lane < tasks.Count; lane++)
                errors[lane] = T.One - prediction[(int.CreateTruncating(labels[lane]) * layout.ElementStride) + (lane * layout.TaskStride)];
            return;
        }

        for (var lane = 0; lane < layout.Lanes; lane += Vector512<T>.Count)
            Vector512.Abs(Vector512.LoadAligned(labels + lane) - Vector512.LoadAligned(prediction + lane)).StoreAligned(errors + lane);
    }

    /// <summary>A task that ended keeps its hash.</summary>
    [MethodImpl(Optimized)]
    private void Hash(double* running)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var error = Wide512.Load(errors + lane).Value;
            var bits = (error.AsUInt64() | ~Vector512.Equals(error, error).AsUInt64()) ^ Vector512.LoadAligned(hashes + lane);
            bits *= HashMultiplier;
            bits ^= bits >>> 32;
            Vector512.ConditionalSelect(Vector512.LoadAligned(running + lane).AsUInt64(), bits, Vector512.LoadAligned(hashes + lane))
                .StoreAligned(hashes + lane);
        }
    }

    [MethodImpl(Optimized)]
    private void AddSquares()
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var error = Wide512.Load(errors + lane).Value;
            (Vector512.LoadAligned(totals + lane) + (error * error)).StoreAligned(totals + lane);
            (Vector512.LoadAligned(valid + lane) & Vector512.LessThanOrEqual(error, maxAbsError)).StoreAligned(valid + lane);
        }
    }

    [MethodImpl(Optimized)]
    private void AddMixed(T* prediction, T* labels)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var error = Wide512.Load(errors + lane).Value;
            var score = Wide512.Load(prediction + lane).Value;
            var binary = Vector512.LoadAligned(isBinary + lane);
            var isFirst = Vector512.GreaterThan(score, Vector512.Create(0.5));
            var isWrong = isFirst ^ Vector512.GreaterThan(Wide512.Load(labels + lane).Value, Vector512<double>.Zero);
            var points = Vector512.AndNot(Vector512<double>.One, isWrong);
            var passes = Vector512.ConditionalSelect(binary, Vector512.Equals(score, score), Vector512.LessThanOrEqual(error, maxAbsError));
            (Vector512.LoadAligned(totals + lane) + Vector512.ConditionalSelect(binary, points, error * error)).StoreAligned(totals + lane);
            (Vector512.LoadAligned(valid + lane) & passes).StoreAligned(valid + lane);
        }
    }

    private void AddClasses(T* prediction, T* labels)
    {
        for (var lane = 0; lane < tasks.Count; lane++)
        {
            var predicted = LargestScore(prediction + (lane * layout.TaskStride));
            if (predicted < 0) valid[lane] = 0;
            else if (predicted == int.CreateTruncating(labels[lane])) totals[lane]++;
        }
    }

    /// <summary>The class with the largest score, the first on a tie, or -1 when one is not a number.</summary>
    private int LargestScore(T* scores)
    {
        var largest = 0;
        for (var c = 0; c < tasks.Classes; c++)
        {
            var score = scores[c * layout.ElementStride];
            if (T.IsNaN(score)) return -1;
            if (score > scores[largest * layout.ElementStride]) largest = c;
        }

        return largest;
    }
}
