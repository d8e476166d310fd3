// Evolution as a stream of epochs: limits, statistics and stopping are what you do with the stream.
using AutoMLZero.Experiments;

using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => interruption.Cancel(pressed.Cancel = true);

var series = new ExperimentSeries(Presets.Load("linear"), seed: 1, options: new SeriesOptions { Workers = Environment.ProcessorCount });
var epochs = series.Epochs(interruption.Token).Where(epoch => epoch.Number % 10 == 0 || epoch.IsLast).Take(50);
Champion? best = null;

await foreach (var epoch in epochs)
{
    Console.WriteLine($"experiment {epoch.Experiment}, {epoch.Counters.Individuals:N0} individuals: best {epoch.Best?.Fitness:F4}");
    best = epoch.Champion ?? best;
    if (epoch.IsSolved) break;
}

if (best is null) return;
Console.WriteLine($"\n{best.Individual.Program}\non tasks that nothing has seen: {series.Test(best.Individual.Program):F6}");
Console.WriteLine($"its founder, {best.Individual.Lineage!.Omitted + best.Individual.Lineage.Steps.Count} steps before:\n\n{best.Individual.Lineage.Founder.Program}");
