using Spectre.Console;
using Spectre.Console.Rendering;

namespace AutoMLZero.Cli;

/// <summary>Shows on standard error how far a command is: a live display on a terminal, else a line every few seconds.</summary>
/// <param name="surroundings">Where to show it, and the time.</param>
internal sealed class ProgressDisplay(Surroundings surroundings)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Does the work and shows how far it is.</summary>
    /// <param name="describe">What to show in lines, each with its name.</param>
    /// <param name="work">The work, which reports how far it is on the calling thread.</param>
    /// <param name="draw">What to show on a terminal; the same as in lines when null.</param>
    /// <returns>What the work returns.</returns>
    public TResult Run<TProgress, TResult>(
        Func<TProgress, (string Name, string Value)[]> describe,
        Func<IProgress<TProgress>, TResult> work,
        Func<TProgress, IAnsiConsole, IRenderable>? draw = null)
    {
        var console = surroundings.ErrorConsole;
        if (console.Profile.Capabilities is not { Interactive: true, Ansi: true }) return work(Lines(describe));
        return console.Live(new Markup("[grey]starting[/]")).AutoClear(true)
            .Start(display => work(new Immediate<TProgress>(progress => display.UpdateTarget(draw?.Invoke(progress, console) ?? Grid(describe(progress))))));
    }

    private Immediate<TProgress> Lines<TProgress>(Func<TProgress, (string Name, string Value)[]> describe)
    {
        var last = surroundings.Time.GetTimestamp();
        return new Immediate<TProgress>(progress =>
        {
            if (surroundings.Time.GetElapsedTime(last) < BetweenLines) return;
            last = surroundings.Time.GetTimestamp();
            surroundings.Error.WriteLine(string.Join(", ", describe(progress).Select(item => $"{item.Name} {item.Value}")));
        });
    }

    private static Grid Grid((string Name, string Value)[] items)
    {
        var grid = new Grid().AddColumns(2);
        foreach (var (name, value) in items) grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        return grid;
    }

    /// <summary>Reports at once; <see cref="Progress{T}"/> would do so later and on other threads.</summary>
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
