using System.Diagnostics;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

/// <summary>Measures how many instructions on examples the engine runs a second: with examples as lanes, and example by example where programs learn.</summary>
internal static class Speed
{
    private const int Examples = 1000;
    private const int Lines = 20;

    /// <summary>Prints both, for programs of cheap instructions.</summary>
    public static void Report()
    {
        var formula = FormulaTasks.Create(Formulas.Named("nguyen-10"), Examples, seed: 1).Tasks[0];
        var body = string.Concat(Enumerable.Range(0, Lines / 4).Select(_ => "s4 = s2 * s3; s1 = s1 + s4; s3 = s4 - s2; s2 = s1 * s4;"));
        var guarded = body.Replace("s1 = s1", "if s2 > s3: s1 = s1", StringComparison.Ordinal);
        const string start = "s1 = 0; s2 = v0[0]; s3 = v0[0.5];";
        Measure("examples as lanes", $"{start}{body}", "", new TaskSet([formula]));
        Measure("examples as lanes, a quarter guarded", $"{start}{guarded}", "", new TaskSet([formula]));
        Measure("one example at a time, with Learn", $"{start}{body} s1 = s1 + s9", "s9 = s0 - s1", new TaskSet([formula with { Train = formula.Valid, Valid = formula.Train }]));
    }

    private static void Measure(string name, string predict, string learn, TaskSet tasks)
    {
        var program = ProgramParser.Parse($"def Setup():\ndef Predict():\n{predict}\ndef Learn():\n{learn}");
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings { MaxAbsError = 1e15 });
        var best = double.PositiveInfinity;
        for (var i = 0; i < 500; i++)
        {
            var started = Stopwatch.GetTimestamp();
            evaluator.Evaluate(program);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        Console.WriteLine($"{name}: {program.Length} lines, {best * 1e6:F1} us for {Examples} examples, {program.Length * (double)Examples / best / 1e6:N0} million instructions x examples a second");
    }
}
