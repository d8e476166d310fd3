using System.Numerics;

namespace AutoMLZero.Execution;

/// <summary>Runs instructions on all tasks, whatever the layout.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal abstract unsafe class Interpreter<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Runs instructions in order.</summary>
    /// <param name="instructions">The instructions.</param>
    /// <param name="count">Number of instructions.</param>
    /// <param name="step">Number of examples seen before.</param>
    public abstract void Run(LoweredInstruction<T>* instructions, int count, long step);

    /// <inheritdoc/>
    public abstract void Dispose();
}
