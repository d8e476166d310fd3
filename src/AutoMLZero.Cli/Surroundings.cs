using AutoMLZero.Data;
using Spectre.Console;

namespace AutoMLZero.Cli;

/// <summary>What a command touches of the world: two consoles, the time, data sets, and the wish to end. Consoles are made when first used.</summary>
/// <param name="output">Where results go.</param>
/// <param name="error">Where progress and errors go.</param>
/// <param name="outputConsole">Makes the console over <paramref name="output"/>.</param>
/// <param name="errorConsole">Makes the console over <paramref name="error"/>.</param>
/// <param name="time">The time.</param>
/// <param name="data">Where the user's data sets are, unless an option says otherwise.</param>
/// <param name="interruption">Cancelled when the user wants the command to end.</param>
internal sealed class Surroundings(
    TextWriter output,
    TextWriter error,
    Func<IAnsiConsole> outputConsole,
    Func<IAnsiConsole> errorConsole,
    TimeProvider time,
    DataFolder data,
    CancellationToken interruption)
{
    private const int WidthOfFiles = 160;

    private readonly Lazy<IAnsiConsole> outputConsole = new(outputConsole);
    private readonly Lazy<IAnsiConsole> errorConsole = new(errorConsole);

    /// <summary>Where results go.</summary>
    public TextWriter Output => output;

    /// <summary>Where progress and errors go.</summary>
    public TextWriter Error => error;

    /// <summary>The console over <see cref="Output"/>, for tables.</summary>
    public IAnsiConsole OutputConsole => outputConsole.Value;

    /// <summary>The console over <see cref="Error"/>, for the live display.</summary>
    public IAnsiConsole ErrorConsole => errorConsole.Value;

    /// <summary>The time.</summary>
    public TimeProvider Time => time;

    /// <summary>Cancelled when the user wants the command to end.</summary>
    public CancellationToken Interruption => interruption;

    /// <summary>Where the user's data sets are, unless an option says otherwise.</summary>
    public DataFolder Data => data;

    /// <summary>The surroundings of this process.</summary>
    /// <param name="interruption">Cancelled when the user wants the command to end.</param>
    public static Surroundings OfProcess(CancellationToken interruption) => new(
        Console.Out,
        Console.Error,
        () => ConsoleOver(Console.Out),
        () => ConsoleOver(Console.Error),
        TimeProvider.System,
        DataFolder.OfUser(Environment.GetEnvironmentVariable),
        interruption);

    private static IAnsiConsole ConsoleOver(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (console.Profile.Out.IsTerminal) return console;
        console.Profile.Width = WidthOfFiles;
        console.Profile.Capabilities.Interactive = false;
        return console;
    }
}
