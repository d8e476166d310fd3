using AutoMLZero.Execution;
using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Export;

/// <summary>A program, examples to learn from and to predict, and what the engine predicts.</summary>
/// <param name="Number">Its place among the cases.</param>
/// <param name="Program">The program.</param>
/// <param name="Settings">The kind of task and its sizes.</param>
/// <param name="Train">Examples to learn from, in order.</param>
/// <param name="Rows">Examples to predict, in order.</param>
/// <param name="Seed">Decides what random operations draw.</param>
internal sealed record ExportCase(int Number, Program Program, ExportSettings Settings, (double[] Row, double Label)[] Train, double[][] Rows, ulong Seed)
{
    /// <summary>The normalized predictions of the engine: one number a row, or one a class.</summary>
    public double[][] Expected { get; } = Run(Program, Settings, Train, Rows, Seed);

    /// <summary>Whether predictions are numbers, differ, and hardly change when the features are moved a little.</summary>
    /// <param name="move">By how much, relative to themselves.</param>
    /// <param name="change">How much predictions may change.</param>
    public bool IsSound(double move, double change)
    {
        var numbers = Expected.SelectMany(row => row).ToArray();
        if (!numbers.All(number => Math.Abs(number) < 1e6) || numbers.Distinct().Count() < 3) return false;
        var moved = Run(
            Program, Settings, [.. Train.Select((example, at) => (Moved(example.Row, at, move), example.Label))], [.. Rows.Select((row, at) => Moved(row, at, move))], Seed);
        return Expected.Zip(moved).All(pair => Differs(pair.First, pair.Second) < change);
    }

    /// <summary>The largest difference of two predictions, relative to the expected where that is above 1.</summary>
    public static double Differs(double[] expected, double[] found) =>
        expected.Length != found.Length ? double.PositiveInfinity : expected.Zip(found, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a))).Max();

    /// <summary>Checks predictions of an export.</summary>
    public void Check(double[][] found, double tolerance)
    {
        Assert.Equal(Expected.Length, found.Length);
        foreach (var (expected, row) in Expected.Zip(found))
        {
            var difference = Differs(expected, row);
            Assert.True(difference <= tolerance, $"case {Number} ({Settings.Kind}, F = {Settings.Dimension}): differs by {difference}\n{Program}");
        }
    }

    private static double[] Moved(double[] row, int at, double move) => [.. row.Select((x, i) => x * (1 + (((at + i) % 3 - 1) * move)))];

    private static double[][] Run(Program program, ExportSettings settings, (double[] Row, double Label)[] train, double[][] rows, ulong seed)
    {
        using var learner = new Learner(program, settings.Kind, settings.Dimension, settings.Kind == TaskKind.MultiClass ? settings.Classes : 0, seed);
        foreach (var (row, label) in train) learner.Learn(row, label);
        return [.. rows.Select(row => learner.PredictScores(row))];
    }
}
