namespace AutoMLZero.Data.Tests;

/// <summary>Hears at once; <see cref="Progress{T}"/> would do so later and on other threads.</summary>
internal sealed class Immediate<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
