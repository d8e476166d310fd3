using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution;

/// <summary>Scores of one task whose examples are lanes. Errors are added up one after the other, as when there is one example at a time.</summary>
internal sealed unsafe partial class Scores<T>
{
    /// <summary>As <see cref="AddTrainingLeft"/>.</summary>
    /// <param name="left">What a program leaves, an example a lane.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="examples">Number of examples.</param>
    public void AddTrainingOfOne(T* left, T* labels, int examples)
    {
        SetErrorsOfOne(left, labels, examples);
        for (var example = 0; example < examples; example++)
        {
            var error = double.CreateTruncating(errors[example]);
            if (IsHashing && IsSet(*alive)) HashOfOne(error);
            if (!(error <= maxAbsError[0])) *alive = 0;
        }

        AnyAlive = IsSet(*alive);
    }

    /// <summary>As <see cref="AddValidation"/>.</summary>
    /// <param name="left">What a program leaves, an example a lane.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="examples">Number of examples.</param>
    [MethodImpl(Optimized)]
    public void AddValidationOfOne(T* left, T* labels, int examples)
    {
        var prediction = SetErrorsOfOne(left, labels, examples);
        if (IsHashing && IsSet(*valid)) HashValidationOfOne(prediction, examples);
        if (!normalization.IsIdentity)
        {
            AddPoints(prediction, labels, examples);
            return;
        }

        var (total, passes) = (*totals, true);
        for (var example = 0; example < examples; example++)
        {
            var error = double.CreateTruncating(errors[example]);
            total += error * error;
            passes &= error <= maxAbsError[0];
        }

        *totals = total;
        if (!passes) *valid = 0;
    }

    private void AddPoints(T* prediction, T* labels, int examples)
    {
        var half = T.CreateTruncating(0.5);
        for (var example = 0; example < examples; example++)
        {
            if ((prediction[example] > half) == (labels[example] > T.Zero)) ++*totals;
            if (T.IsNaN(prediction[example])) *valid = 0;
        }
    }

    private T* SetErrorsOfOne(T* left, T* labels, int examples)
    {
        var prediction = left;
        if (!normalization.IsIdentity)
        {
            Normalization<T>.ApplyOfOne(left, normalized, examples);
            prediction = normalized;
        }

        for (nint lane = 0; lane < examples; lane += Vector512<T>.Count)
            Vector512.Abs(Vector512.LoadAligned(labels + lane) - Vector512.LoadAligned(prediction + lane)).StoreAligned(errors + lane);
        return prediction;
    }

    /// <summary>An example is hashed as long as the task still runs before it.</summary>
    private void HashValidationOfOne(T* prediction, int examples)
    {
        for (var example = 0; example < examples; example++)
        {
            var error = double.CreateTruncating(errors[example]);
            HashOfOne(error);
            var passes = normalization.IsIdentity ? error <= maxAbsError[0] : !T.IsNaN(prediction[example]);
            if (!passes) return;
        }
    }

    private void HashOfOne(double error)
    {
        var bits = (double.IsNaN(error) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(error)) ^ *hashes;
        bits *= HashMultiplier;
        *hashes = bits ^ (bits >>> 32);
    }
}
