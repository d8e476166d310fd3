using System.Text.Json;
using AutoMLZero.Data;
using Spectre.Console.Testing;

namespace AutoMLZero.Cli.Tests;

/// <summary>A run of the command line within the process of the tests.</summary>
internal sealed record Cli(int ExitCode, string Output, string Error)
{
    public const int WidthOfConsole = 120;

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Cli Run(params string[] args) => RunWith(args, new StoppedTime());

    public static Cli RunInterrupted(params string[] args) => RunWith(args, new StoppedTime(), interrupted: true);

    public static Cli RunWith(string[] args, TimeProvider time, bool interactive = false, bool interrupted = false)
    {
        using var output = new TestConsole().Width(WidthOfConsole);
        using var error = new TestConsole().Width(WidthOfConsole).SupportsAnsi(interactive);
        if (interactive) error.Interactive();
        var surroundings = new Surroundings(
            output.Profile.Out.Writer,
            error.Profile.Out.Writer,
            () => output,
            () => error,
            time,
            new DataFolder("/no-such-folder"),
            new CancellationToken(interrupted));
        var exitCode = CommandLine.Run(args, surroundings);
        return new Cli(exitCode, output.Output, error.Output);
    }

    public JsonElement[] JsonLines()
    {
        return [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

        static JsonElement Parse(string line)
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
    }
}
