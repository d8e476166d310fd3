using AutoMLZero.Tasks;
using Spectre.Console;

namespace AutoMLZero.Cli;

/// <summary>How <c>evaluate</c> says what it found: a row a program.</summary>
internal sealed class EvaluationReport
{
    private readonly TaskSet tasks;
    private readonly Table table = new Table { Border = TableBorder.Simple }
        .AddColumn(new TableColumn("program").RightAligned())
        .AddColumns("fitness", "standard error", "worst task", "best task");

    /// <summary>Begins a report.</summary>
    /// <param name="tasks">The tasks that programs are evaluated on.</param>
    public EvaluationReport(TaskSet tasks) => this.tasks = tasks;

    /// <summary>Adds a program.</summary>
    /// <param name="index">Its place in the file, from 0.</param>
    /// <param name="fitness">Its fitness over all tasks.</param>
    /// <param name="taskFitness">Its fitness on each task.</param>
    public void Add(int index, double fitness, ReadOnlySpan<double> taskFitness)
    {
        var (worst, best) = (0, 0);
        for (var i = 1; i < taskFitness.Length; i++)
        {
            if (taskFitness[i] < taskFitness[worst]) worst = i;
            if (taskFitness[i] > taskFitness[best]) best = i;
        }

        table.AddRow(
            new Text(Shown.Of(index)),
            new Text(Shown.OfFitness(fitness)),
            new Text(taskFitness.Length < 2 ? "-" : Shown.OfFitness(StandardError(taskFitness))),
            OfTask(worst, taskFitness),
            OfTask(best, taskFitness));
    }

    /// <summary>Writes all rows.</summary>
    /// <param name="console">Standard output.</param>
    public void Write(IAnsiConsole console) => console.Write(table);

    /// <summary>Writes a program's fitness for programs.</summary>
    /// <param name="index">The program's place in the file, from 0.</param>
    /// <param name="fitness">Its fitness over all tasks.</param>
    /// <param name="taskFitness">Its fitness on each task.</param>
    /// <param name="output">Standard output.</param>
    public static void WriteJson(int index, double fitness, double[] taskFitness, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteNumber("index", index);
        json.WriteNumber("fitness", fitness);
        json.WriteStartArray("taskFitness");
        foreach (var value in taskFitness) json.WriteNumberValue(value);
        json.WriteEndArray();
    });

    private Text OfTask(int index, ReadOnlySpan<double> taskFitness) => new($"{Shown.OfFitness(taskFitness[index])} ({tasks.Tasks[index].Name})");

    private static double StandardError(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (values.Length - 1) / values.Length);
    }
}
