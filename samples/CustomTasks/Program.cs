// Tasks of your own: forecast the next value of a noisy oscillation from the last ones.
using AutoMLZero.Experiments;

var tasks = new OscillationTasks(Tasks: 8);
var spec = Presets.Load("linear") with
{
    Name = "oscillation",
    Tasks = new TaskSplits(tasks, tasks with { Tasks = 40 }, tasks with { Tasks = 40 }),
    SolvedAt = 0.97,
    Budget = new Budget { Individuals = 2_000_000 },
};
var result = new ExperimentSeries(spec, seed: 1).Run();
Console.WriteLine($"{result.Program}\nfitness on tasks that nothing has seen: {result.TestFitness:F4}");
