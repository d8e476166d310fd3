using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>What is known of each lane's task: whether it still runs, and how well its program did since validation started.</summary>
/// <typeparam name="T">double or float: the format of predictions. Errors of either are added up in double.</typeparam>
internal sealed unsafe partial class Scores<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;

    private readonly MemoryLayout<T> layout;
    private readonly TaskSet tasks;
    private readonly Vector512<double> maxAbsError;
    private readonly T largest;
    private readonly Normalization<T> normalization;
    private readonly NativeBuffer buffer;
    private readonly T* normalized;
    private readonly T* errors;
    private readonly double* alive;
    private readonly double* valid;
    private readonly double* isBinary;
    private readonly double* totals;
    private readonly ulong* hashes;
    private readonly ulong* hashFactors;
    private readonly double* isRegression;
    private readonly double* best;

    /// <summary>Makes room.</summary>
    public Scores(MemoryLayout<T> layout, TaskSet tasks, double maxAbsError)
    {
        this.layout = layout;
        this.tasks = tasks;
        largest = T.CreateTruncating(maxAbsError);
        this.maxAbsError = Vector512.Create(double.CreateTruncating(largest));
        normalization = new Normalization<T>(layout, tasks);
        var lanes = layout.Lanes;
        var predictions = Math.Max(layout.VectorSize, tasks.Count == 1 ? ExampleBlocks<T>.MostExamples : (nint)lanes * ExampleBlocks<T>.ExamplesOfTasks);
        buffer = new NativeBuffer((nuint)((2 * predictions * sizeof(T)) + (8 * lanes * sizeof(double))));
        normalized = (T*)buffer.Pointer;
        errors = normalized + predictions;
        alive = (double*)(errors + predictions);
        valid = alive + lanes;
        isBinary = valid + lanes;
        totals = isBinary + lanes;
        isRegression = totals + lanes;
        best = isRegression + lanes;
        hashes = (ulong*)(best + lanes);
        hashFactors = hashes + lanes;
        for (var lane = 0; lane < tasks.Count; lane++) hashFactors[lane] = SplitMix.Derive(0, (ulong)lane) | 1;
        for (var lane = 0; lane < tasks.Count; lane++) isBinary[lane] = Mask(tasks.Tasks[lane].Kind == TaskKind.Binary);
        for (var lane = 0; lane < tasks.Count; lane++) isRegression[lane] = Mask(tasks.Tasks[lane].Kind == TaskKind.Regression);
    }

    /// <summary>Whether any task still runs.</summary>
    public bool AnyAlive { get; private set; }

    /// <summary>Whether <see cref="Squares"/> may be added up elsewhere, as errors of validation are not hashed and are as exact as their sum.</summary>
    public bool TakesSquares => typeof(T) == typeof(double) && !IsHashing;

    /// <summary>For each lane the sum of the squares of its validation errors, of regression tasks.</summary>
    public T* Squares => (T*)totals;

    /// <summary>For each lane all bits as long as no validation error is too large.</summary>
    public T* Valid => (T*)valid;

    /// <summary>The best fitness of each task.</summary>
    public ReadOnlySpan<double> Best => new(best, tasks.Count);

    private static T AllBits => Vector512<T>.AllBitsSet[0];

    /// <summary>Starts a program: all tasks run.</summary>
    public void Start()
    {
        for (var lane = 0; lane < tasks.Count; lane++) alive[lane] = Mask(true);
        AnyAlive = true;
        IsHashing = false;
    }

    /// <summary>Goes on without hashes.</summary>
    public void StopHash() => IsHashing = false;

    /// <summary>Turns what a program leaves on one example into predictions, in place.</summary>
    public void Normalize(T* prediction)
    {
        if (!normalization.IsIdentity) normalization.Apply(prediction, prediction, 1);
    }

    /// <summary>Takes predictions on training examples: an error that is too large or not a number ends its task.</summary>
    /// <param name="prediction">Normalized predictions, one example after the other.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="examples">Number of examples.</param>
    [MethodImpl(Optimized)]
    public void AddTraining(T* prediction, T* labels, int examples)
    {
        if (!IsHashing && !tasks.IsMultiClass && AreSmall(prediction, labels, (nint)examples * layout.Lanes)) return;
        SetErrors(prediction, labels, examples);
        AddErrors(errors, examples);
    }

    /// <summary>Takes errors on training examples.</summary>
    /// <param name="error">The errors, one example after the other.</param>
    /// <param name="examples">Number of examples.</param>
    [MethodImpl(Optimized)]
    public void AddErrors(T* error, int examples)
    {
        if (IsHashing) Hash(error, examples, alive, ends: true);
        else EndLargeErrors(error, examples);
        AnyAlive = new ReadOnlySpan<ulong>(alive, layout.Lanes).ContainsAnyExcept(0UL);
    }

    /// <summary>Writes all bits for each task that runs, none for the others.</summary>
    public void CopyAlive(T* mask)
    {
        if (typeof(T) == typeof(double)) Buffer.MemoryCopy(alive, mask, layout.Lanes * sizeof(double), layout.Lanes * sizeof(double));
        else for (var lane = 0; lane < layout.Lanes; lane++) mask[lane] = IsSet(alive[lane]) ? AllBits : T.Zero;
    }

    /// <summary>Reads what <see cref="CopyAlive"/> writes.</summary>
    public void SetAlive(T* mask)
    {
        if (typeof(T) == typeof(double)) Buffer.MemoryCopy(mask, alive, layout.Lanes * sizeof(double), layout.Lanes * sizeof(double));
        else for (var lane = 0; lane < layout.Lanes; lane++) alive[lane] = Mask(T.IsNaN(mask[lane]));
        AnyAlive = new ReadOnlySpan<ulong>(alive, layout.Lanes).ContainsAnyExcept(0UL);
    }

    /// <summary>As <see cref="AddTraining"/>, of what a program leaves.</summary>
    public void AddTrainingLeft(T* left, T* labels, int examples) => AddTraining(Normalized(left, examples), labels, examples);

    /// <summary>Starts validation.</summary>
    public void StartValidation()
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            Vector512.LoadAligned(alive + lane).StoreAligned(valid + lane);
            Vector512<double>.Zero.StoreAligned(totals + lane);
        }
    }

    /// <summary>Takes what a program leaves on validation examples of each task.</summary>
    /// <param name="left">What it leaves, one example after the other.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="examples">Number of examples, 1 with several classes.</param>
    public void AddValidation(T* left, T* labels, int examples)
    {
        if (normalization.IsIdentity && !IsHashing)
        {
            AddSquares(left, labels, examples);
            return;
        }

        var prediction = Normalized(left, examples);
        SetErrors(prediction, labels, examples);
        for (nint at = 0; at < (nint)examples * layout.Lanes; at += layout.Lanes)
        {
            if (IsHashing) Hash(errors + at, 1, valid, ends: false);
            if (tasks.IsMultiClass) AddClasses(prediction, labels);
            else AddMixed(prediction + at, labels + at, errors + at);
        }
    }

    /// <summary>As <see cref="AddValidation"/> of regression tasks, of errors.</summary>
    /// <param name="error">The errors, one example after the other.</param>
    /// <param name="examples">Number of examples.</param>
    public void AddValidationErrors(T* error, int examples)
    {
        if (IsHashing) Hash(error, examples, valid, ends: false);
        else AddSquares(error, examples);
    }

    /// <summary>Forgets the best fitness of each task.</summary>
    public void ForgetBest() => new Span<double>(best, layout.Lanes).Clear();

    /// <summary>Keeps the better of the best fitness so far and that of the validation just done, for the tasks that still run.</summary>
    [MethodImpl(Optimized)]
    public void KeepBest(int validExamples)
    {
        for (var lane = 0; lane < tasks.Count; lane += Wide512.Count)
        {
            var mean = Vector512.LoadAligned(totals + lane) / validExamples;
            var ofRegression = Vector512<double>.One - (2 / Math.PI * Elementary.Arctan(Vector512.Sqrt(mean)));
            var fitness = Vector512.ConditionalSelect(Vector512.LoadAligned(isRegression + lane), ofRegression, mean) & Vector512.LoadAligned(valid + lane);
            Vector512.Max(Vector512.LoadAligned(best + lane), fitness).StoreAligned(best + lane);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    private static double Mask(bool isSet) => isSet ? BitConverter.UInt64BitsToDouble(ulong.MaxValue) : 0;

    private static bool IsSet(double mask) => BitConverter.DoubleToUInt64Bits(mask) != 0;

    private T* Normalized(T* left, int examples)
    {
        if (normalization.IsIdentity) return left;
        normalization.Apply(left, normalized, examples);
        return normalized;
    }

    /// <summary>Whether no error ends a task: then there is nothing to write down.</summary>
    [MethodImpl(Optimized)]
    private bool AreSmall(T* prediction, T* labels, nint count)
    {
        var small = Vector512<T>.AllBitsSet;
        var limit = Vector512.Create(largest);
        for (nint lane = 0; lane < count; lane += Vector512<T>.Count)
            small &= Vector512.LessThanOrEqual(Vector512.Abs(Vector512.LoadAligned(labels + lane) - Vector512.LoadAligned(prediction + lane)), limit);
        return small.AsUInt64() == Vector512<ulong>.AllBitsSet;
    }

    [MethodImpl(Optimized)]
    private void EndLargeErrors(T* error, int examples)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var still = Vector512.LoadAligned(alive + lane);
            for (var at = error + lane; at < error + ((nint)examples * layout.Lanes); at += layout.Lanes)
                still &= Vector512.LessThanOrEqual(Wide512.Load(at).Value, maxAbsError);
            still.StoreAligned(alive + lane);
        }
    }

    [MethodImpl(Optimized)]
    private void SetErrors(T* prediction, T* labels, int examples)
    {
        if (tasks.IsMultiClass)
        {
            for (var lane = 0; lane < tasks.Count; lane++)
                errors[lane] = T.One - prediction[(int.CreateTruncating(labels[lane]) * layout.ElementStride) + (lane * layout.TaskStride)];
            return;
        }

        for (nint lane = 0; lane < (nint)examples * layout.Lanes; lane += Vector512<T>.Count)
            Vector512.Abs(Vector512.LoadAligned(labels + lane) - Vector512.LoadAligned(prediction + lane)).StoreAligned(errors + lane);
    }

    [MethodImpl(Optimized)]
    private void AddSquares(T* error, int examples)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var total = Vector512.LoadAligned(totals + lane);
            var passes = Vector512.LoadAligned(valid + lane);
            for (var at = error + lane; at < error + ((nint)examples * layout.Lanes); at += layout.Lanes)
            {
                var wide = Wide512.Load(at).Value;
                total += wide * wide;
                passes &= Vector512.LessThanOrEqual(wide, maxAbsError);
            }

            total.StoreAligned(totals + lane);
            passes.StoreAligned(valid + lane);
        }
    }

    /// <summary>As the other, without writing the errors down.</summary>
    [MethodImpl(Optimized)]
    private void AddSquares(T* prediction, T* labels, int examples)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var total = Vector512.LoadAligned(totals + lane);
            var passes = Vector512.LoadAligned(valid + lane);
            nint end = lane + ((nint)examples * layout.Lanes);
            for (nint at = lane; at < end; at += layout.Lanes)
            {
                var wide = Error(prediction + at, labels + at);
                total += wide * wide;
                passes &= Vector512.LessThanOrEqual(wide, maxAbsError);
            }

            total.StoreAligned(totals + lane);
            passes.StoreAligned(valid + lane);
        }
    }

    /// <summary>Errors of 8 lanes, computed in the format of predictions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Error(T* prediction, T* labels)
    {
        if (typeof(T) == typeof(double)) return Vector512.Abs(Vector512.Load((double*)labels) - Vector512.Load((double*)prediction));
        var error = Vector256.Abs(Vector256.Load((float*)labels) - Vector256.Load((float*)prediction));
        return Vector512.WidenLower(error.ToVector512Unsafe());
    }

    [MethodImpl(Optimized)]
    private void AddMixed(T* prediction, T* labels, T* error)
    {
        for (var lane = 0; lane < layout.Lanes; lane += Wide512.Count)
        {
            var wide = Wide512.Load(error + lane).Value;
            var score = Wide512.Load(prediction + lane).Value;
            var binary = Vector512.LoadAligned(isBinary + lane);
            var isFirst = Vector512.GreaterThan(score, Vector512.Create(0.5));
            var isWrong = isFirst ^ Vector512.GreaterThan(Wide512.Load(labels + lane).Value, Vector512<double>.Zero);
            var points = Vector512.AndNot(Vector512<double>.One, isWrong);
            var passes = Vector512.ConditionalSelect(binary, Vector512.Equals(score, score), Vector512.LessThanOrEqual(wide, maxAbsError));
            (Vector512.LoadAligned(totals + lane) + Vector512.ConditionalSelect(binary, points, wide * wide)).StoreAligned(totals + lane);
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
