using AutoMLZero.Reports.Statistics;
using AutoMLZero.Runs;

namespace AutoMLZero.Reports.Comparison;

/// <summary>A run among others.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Run">The run.</param>
/// <param name="Program">Its best program on the test tasks that all share.</param>
/// <param name="AboveFirst">How much better its program is than that of the first run; null for the first.</param>
/// <param name="AdjustedPValue">The probability of the test of the difference, corrected for the number of runs after Holm; null without a test.</param>
public sealed record ComparedRun(string Name, RunHistory Run, TestedProgram Program, PairedDifference? AboveFirst, double? AdjustedPValue);
