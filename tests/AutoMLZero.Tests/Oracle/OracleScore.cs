using System.Numerics;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>The fitness of one epoch, from the predictions on the validation examples.</summary>
/// <param name="kind">How a prediction is normalized and scored.</param>
/// <param name="classes">Number of classes of a multi-class task.</param>
/// <param name="maxAbsError">A larger regression error makes the epoch worthless.</param>
internal sealed class OracleScore<T>(TaskKind kind, int classes, T maxAbsError)
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private bool worthless;
    private int count;
    private int correct;
    private double squares;

    /// <summary>Takes one prediction, before normalization.</summary>
    public void Add(T prediction, T[] scores, double label)
    {
        count++;
        if (kind == TaskKind.Regression) AddNumber(prediction, T.CreateTruncating(label));
        else if (kind == TaskKind.Binary) AddProbability(OracleMath.InDouble(Elementary.Logistic, prediction), label);
        else AddScores(OracleMath.Softmax(scores, classes)[..classes], label);
    }

    /// <summary>1 - (2/pi) atan(RMSE) for numbers, accuracy for classes.</summary>
    public double Fitness()
    {
        if (worthless) return 0;
        return kind == TaskKind.Regression
            ? 1 - (2 / Math.PI * Elementary.Arctan(Math.Sqrt(squares / count)))
            : (double)correct / count;
    }

    private void AddNumber(T prediction, T label)
    {
        var error = T.Abs(label - prediction);
        worthless |= !(error <= maxAbsError);
        squares += double.CreateTruncating(error) * double.CreateTruncating(error);
    }

    private void AddProbability(T probability, double label)
    {
        worthless |= T.IsNaN(probability);
        var predicted = double.CreateTruncating(probability) > 0.5 ? 1 : 0;
        if (predicted == (int)label) correct++;
    }

    private void AddScores(T[] scores, double label)
    {
        worthless |= scores.Any(T.IsNaN);
        if (Array.IndexOf(scores, scores.Max()) == (int)label) correct++;
    }
}
