using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>A program and its memory on one task, example by example, whatever the precision.</summary>
internal interface ISingleTask : IDisposable
{
    /// <summary>Runs <c>Predict</c> on F features.</summary>
    void Predict(ReadOnlySpan<double> row, long step);

    /// <summary>Writes the normalized prediction back, then runs <c>Learn</c> on the example that was predicted.</summary>
    /// <returns>The training error.</returns>
    double Learn(double target, long step);

    /// <summary>The normalized prediction: one number, or one a class.</summary>
    double[] Scores();

    /// <summary>A copy of what memory holds, matrices row by row.</summary>
    double[] Memory(OperandType type, int address);
}
