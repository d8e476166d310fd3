using System.CommandLine;
using System.CommandLine.Parsing;
using AutoMLZero.Cli.Insight;
using AutoMLZero.Cli.Reports;
using AutoMLZero.Cli.Reproduce;
using AutoMLZero.Cli.Tuning;
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
        if (parsed.Action is not { ClearsParseErrors: true } && UsageProblem(parsed) is { } sentence)
            return BadUsage(sentence, parsed.CommandResult.Command, surroundings.Error);
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
        catch (ResumableException problem)
        {
            return Report(problem.Message, ExitCode.Interrupted, surroundings.Error);
        }
        catch (OperationCanceledException)
        {
            return Report("interrupted", ExitCode.Interrupted, surroundings.Error);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Report(problem.Message, ExitCode.Failed, surroundings.Error);
        }
        catch (Exception problem)
        {
            return Report($"failed, which is a defect of this program: {problem}", ExitCode.Failed, surroundings.Error);
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand("Evolves complete machine-learning algorithms from scratch, out of basic mathematics (AutoML-Zero).")
        {
            SearchCommand.Create(surroundings),
            ResumeCommand.Create(surroundings),
            DumpCommand.Create(surroundings),
            EvaluateCommand.Create(surroundings),
            DensityCommand.Create(surroundings),
            PredictCommand.Create(surroundings),
            ExplainCommand.Create(surroundings),
            SimplifyCommand.Create(surroundings),
            ExportCommand.Create(surroundings),
            TuneCommand.Create(surroundings),
            ReportCommand.Create(surroundings),
            CompareCommand.Create(surroundings),
            BenchCommand.Create(surroundings),
            ReproduceCommand.Create(surroundings),
            DataCommand.Create(surroundings),
        };
        root.HelpName = Name;
        Examples.AddTo(root);
        return root;
    }

    private static string? UsageProblem(ParseResult parsed)
    {
        if (parsed.Tokens.FirstOrDefault(IsUnknownOption) is { } option) return $"there is no option '{option.Value}'";
        if (parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens is [var word, ..])
            return $"there is no command '{word}', expected one of {string.Join(", ", root.Subcommands.Select(command => command.Name))}";
        return parsed.Errors is [var error, ..] ? error.Message : null;
    }

    /// <summary>The parser takes an option that it does not know for a file or a word too many.</summary>
    private static bool IsUnknownOption(Token token) =>
        token.Type != TokenType.Option && token.Value is ['-', var second, ..] && !char.IsAsciiDigit(second);

    private static int BadUsage(string sentence, Command command, TextWriter error)
    {
        Report(sentence, ExitCode.BadInput, error);
        error.WriteLine($"Try '{FullName(command)} --help'.");
        return ExitCode.BadInput;
    }

    private static string FullName(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{FullName(parent)} {command.Name}"
        : Name;

    private static int Report(string sentence, int exitCode, TextWriter error)
    {
        error.WriteLine($"{Name}: {sentence}");
        return exitCode;
    }
}
