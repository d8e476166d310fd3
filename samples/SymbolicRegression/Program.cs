// Linear genetic programming on formulas: how often 20 searches find each, with constants, guards, both or neither beside arithmetic.
// Usage: SymbolicRegression [plain|constants|guards|preset] [seeds] [individuals] [formula ...], or SymbolicRegression speed
using System.Diagnostics;
using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Tasks;

const string Arithmetic = "\"ScalarAdd\", \"ScalarSubtract\", \"ScalarMultiply\", \"ScalarDivide\", \"ScalarSin\", \"ScalarCos\", \"ScalarExp\", \"ScalarLog\"";
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["speed"])
{
    Speed.Report();
    return;
}

var operations = args.FirstOrDefault() switch
{
    "constants" => $"[{Arithmetic}, \"ScalarConstant\"]",
    "guards" => $"[{Arithmetic}, \"IfGreater\", \"IfAtMost\"]",
    "preset" => null,
    _ => $"[{Arithmetic}]",
};
var rest = args.SkipWhile(argument => argument is "plain" or "constants" or "guards" or "preset").ToArray();
int[] numbers = [.. rest.TakeWhile(argument => int.TryParse(argument, out _)).Select(int.Parse)];
var (seeds, individuals) = (numbers.ElementAtOrDefault(0) is > 0 and var some ? some : 20, numbers.ElementAtOrDefault(1) is > 0 and var most ? most : 50_000);
string[] formulas = rest.Length > numbers.Length ? rest[numbers.Length..] : ["nguyen-1", "nguyen-3", "nguyen-5", "nguyen-7", "nguyen-9", "nguyen-10", "cases"];

Console.WriteLine($"| formula | target | found | median individuals | example |\n| --- | --- | ---: | ---: | --- |");
foreach (var name in formulas)
{
    SearchResult[] results = [.. Enumerable.Range(1, seeds).Select(seed => Search(name, (ulong)seed))];
    SearchResult[] found = [.. results.Where(result => result.Success).OrderBy(result => result.Counters.Individuals)];
    var median = found.Length == 0 ? "" : $"{found[found.Length / 2].Counters.Individuals:N0}";
    var best = found.FirstOrDefault()?.Program is { } program ? AutoMLZero.Analysis.EffectiveProgram.Create(program).Program.Predict : [];
    Console.WriteLine($"| {name} | {Formulas.Named(name).Text} | {found.Length}/{seeds} | {median} | `{string.Join("; ", best)}` |");
}

SearchResult Search(string formula, ulong seed)
{
    List<KeyValuePair<string, string>> changes = [new("experimentLength", $"{individuals}")];
    foreach (var split in (string[])["search", "select", "test"]) changes.Add(new($"tasks.{split}.formula", formula));
    if (operations is not null) changes.Add(new("predict.ops", operations));
    var watch = Stopwatch.StartNew();
    var result = new ExperimentSeries(Presets.Load("linear-gp", changes), seed).Run();
    var counters = result.Counters;
    Console.Error.WriteLine($"{formula} {seed}: {(result.Success ? "found" : "not found")} after {counters.Individuals:N0} individuals, {counters.Evaluated:N0} run, {watch.Elapsed.TotalSeconds:F1} s");
    return result;
}
