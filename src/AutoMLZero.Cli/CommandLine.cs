using System.CommandLine;
using AutoMLZero.Language;

namespace AutoMLZero.Cli;

/// <summary>The command line: parses the arguments, runs the command, and turns what goes wrong into one sentence and an exit code.</summary>
internal static class CommandLine
{
    private const string Name = "automlzero";

    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="surroundings">What the command touches of the world.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        var parsed = Root(surroundings).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true }) return BadUsage(parsed, surroundings.Error);
        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (InputException problem)
        {
            return Report(problem.Message, ExitCode.BadInput, surroundings.Error);
        }
        catch (OperationCanceledException)
        {
            return Report("interrupted", ExitCode.Interrupted, surroundings.Error);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Report(problem.Message, ExitCode.Failed, surroundings.Error);
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand("Evolves complete machine-learning algorithms from scratch, out of basic mathematics (AutoML-Zero).")
        {
            SearchCommand.Create(surroundings),
            EvaluateCommand.Create(surroundings),
            DensityCommand.Create(surroundings),
        };
        root.HelpName = Name;
        Examples.AddTo(root);
        return root;
    }

    private static int BadUsage(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        Report(parsed.Errors[0].Message, ExitCode.BadInput, error);
        error.WriteLine($"Try '{(command is RootCommand ? Name : $"{Name} {command.Name}")} --help'.");
        return ExitCode.BadInput;
    }

    private static int Report(string sentence, int exitCode, TextWriter error)
    {
        error.WriteLine($"{Name}: {sentence.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
