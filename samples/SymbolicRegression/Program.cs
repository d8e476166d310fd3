// Linear genetic programming on formulas: how often 20 searches find each, with guards or without.
// Usage: SymbolicRegression [guards] [seeds] [individuals], or SymbolicRegression speed
using System.Diagnostics;
using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Tasks;

const string PlainOps =
    """["ScalarAdd", "ScalarSubtract", "ScalarMultiply", "ScalarDivide", "ScalarSin", "ScalarCos", "ScalarExp", "ScalarLog"]""";
string[] formulas = ["nguyen-1", "nguyen-3", "nguyen-5", "nguyen-7", "nguyen-10"];
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["speed"])
{
    Speed.Report();
    return;
}

var hasGuards = args.FirstOrDefault() == "guards";
int[] numbers = [.. args.Skip(hasGuards ? 1 : 0).Select(int.Parse)];
var (seeds, individuals) = (numbers.ElementAtOrDefault(0) is > 0 and var some ? some : 20, numbers.ElementAtOrDefault(1) is > 0 and var most ? most : 50_000);

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
    if (!hasGuards) changes.Add(new("predict.ops", PlainOps));
    var watch = Stopwatch.StartNew();
    var result = new ExperimentSeries(Presets.Load("linear-gp", changes), seed).Run();
    var counters = result.Counters;
    Console.Error.WriteLine($"{formula} {seed}: {(result.Success ? "found" : "not found")} after {counters.Individuals:N0} individuals, {counters.Evaluated:N0} run, {watch.Elapsed.TotalSeconds:F1} s");
    return result;
}
