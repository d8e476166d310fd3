using AutoMLZero.Tasks;
using Spectre.Console;

namespace AutoMLZero.Cli;

/// <summary>How <c>evaluate</c> says what it found: a row a program. Programs after the first are compared with it, task by task.</summary>
internal sealed class EvaluationReport
{
    private readonly LearningTask[] tasks;
    private readonly bool compares;
    private readonly Table table = new Table { Border = TableBorder.Simple }
        .AddColumn(new TableColumn("program").RightAligned())
        .AddColumns("fitness", "standard error");

    private double[]? first;

    /// <summary>Begins a report.</summary>
    /// <param name="tasks">The tasks that programs are evaluated on.</param>
    /// <param name="programs">How many programs there will be.</param>
    public EvaluationReport(TaskSet tasks, int programs)
    {
        this.tasks = [.. tasks.AllTasks];
        compares = programs > 1 && this.tasks.Length > 1;
        if (compares) table.AddColumn("above the first");
        table.AddColumns("worst task", "best task");
    }

    /// <summary>Adds a program.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="fitness">Its fitness over all tasks.</param>
    /// <param name="taskFitness">Its fitness on each task.</param>
    public void Add(string name, double fitness, ReadOnlySpan<double> taskFitness)
    {
        var (worst, best) = (0, 0);
        for (var i = 1; i < taskFitness.Length; i++)
        {
            if (taskFitness[i] < taskFitness[worst]) worst = i;
            if (taskFitness[i] > taskFitness[best]) best = i;
        }

        Text[] comparison = compares ? [Difference(taskFitness)] : [];
        table.AddRow([
            new Text(name),
            new Text(Shown.OfFitness(fitness)),
            new Text(taskFitness.Length < 2 ? "-" : Shown.OfFitness(Mean(taskFitness).StandardError)),
            .. comparison,
            OfTask(worst, taskFitness),
            OfTask(best, taskFitness),
        ]);
    }

    /// <summary>Writes all rows.</summary>
    /// <param name="console">Standard output.</param>
    public void Write(IAnsiConsole console) => console.Write(table);

    /// <summary>Writes a program's fitness for programs.</summary>
    /// <param name="index">The program's place among all, from 0.</param>
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

    private Text Difference(ReadOnlySpan<double> taskFitness)
    {
        if (first is null)
        {
            first = taskFitness.ToArray();
            return new Text("-");
        }

        var differences = taskFitness.ToArray();
        for (var i = 0; i < differences.Length; i++) differences[i] -= first[i];
        var (mean, error) = Mean(differences);
        return new Text($"{(mean < 0 ? "" : "+")}{Shown.OfFitness(mean)} ({Shown.OfFitness(error)})");
    }

    private Text OfTask(int index, ReadOnlySpan<double> taskFitness) => new($"{Shown.OfFitness(taskFitness[index])} ({tasks[index].Name})");

    private static (double Mean, double StandardError) Mean(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return (mean, Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }
}
