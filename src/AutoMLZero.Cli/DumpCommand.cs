using System.CommandLine;
using AutoMLZero.Runs;

namespace AutoMLZero.Cli;

/// <summary><c>dump</c>: prints a run as text that can be compared.</summary>
internal static class DumpCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var folder = SharedOptions.RunFolder();
        var command = new Command("dump", "Prints all of a run but times: the same text for the same spec and seed.") { folder };
        command.SetAction(parsed =>
        {
            RunDump.Write(parsed.GetValue(folder)!, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
