using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AutoMLZero.Cli;

/// <summary>The examples that the help of a command ends with.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string> ByCommand = new()
    {
        ["search"] =
            """
              automlzero search --preset linear --seed 1
                  discovers linear regression, starting from random programs
              automlzero search --preset affine --strategy fast
                  discovers affine regression, in a narrower space of programs
              automlzero search --preset linear --max-time 10m --json > result.jsonl
                  stops after ten minutes at the latest and prints JSON for other programs
              automlzero search --preset linear --set evolution.population=500 --set solvedAt=0.999
                  changes values of the preset
              automlzero search my-experiment.json
                  runs an experiment of your own
              automlzero search --csv houses.csv --target price --out houses
                  learns from a table, and keeps the program to predict new rows
            """,
        ["explain"] =
            """
              automlzero explain neural-net
                  says line by line what a program does, and which techniques it uses
              automlzero explain my-program.txt --preset linear
                  says also what each line adds to the fitness
              automlzero explain --run run5 --graph run5.svg
                  explains the best program of a search, and draws its data flow
            """,
        ["simplify"] =
            """
              automlzero simplify my-program.txt
                  removes what has no effect, and what algebra can remove
              automlzero simplify --run run5 --tolerance 0.0001
                  removes also what hardly matters on the selection tasks of a search
            """,
        ["export"] =
            """
              automlzero export --run run5 --format csharp --name HousePrices --out HousePrices.cs
                  writes the best program of a search as a C# class without dependencies
              automlzero export my-program.txt --format numpy
                  prints a Python class in the style of scikit-learn
              automlzero export linear --preset linear --format onnx --out linear.onnx
                  trains a program on the first task of a preset, and writes what it has learned
            """,
        ["tune"] =
            """
              automlzero tune neural-net --preset nonlinear --out tuned.txt
                  finds better constants for a built-in program, and writes the tuned one to a file
              automlzero tune --run run5 --evaluations 1000
                  tunes the best program of a search
              automlzero tune my-program.txt --csv houses.csv --target price --method random
                  tunes a program for a table, by random search as in the paper
            """,
        ["resume"] =
            """
              automlzero search --preset linear --seed 5 --out run5
                  keeps a search in the folder run5; Ctrl-C interrupts it
              automlzero resume run5
                  goes on to the result that it would have come to anyway
            """,
        ["dump"] =
            """
              automlzero dump run5 > run5.txt
                  prints all of a run but times, to compare it with another one
            """,
        ["evaluate"] =
            """
              automlzero evaluate linear --preset linear --split test
                  says how well the built-in linear model learns the unseen tasks of a preset
              automlzero evaluate my-programs.txt --tasks my-tasks.json --json
                  prints the fitness of each of your programs on each of your tasks
              automlzero evaluate linear neural-net --preset cifar10-binary
                  compares programs, task by task
            """,
        ["predict"] =
            """
              automlzero predict houses new-houses.csv --output prices.csv
                  predicts the rows of a table with the program in the folder 'houses'
            """,
        ["density"] =
            """
              automlzero density --preset linear --samples 100000
                  draws 100,000 random programs and says how rare the good ones are
            """,
        ["report"] =
            """
              automlzero report run5
                  writes run5/report/report.html, which needs nothing but a browser, and its pictures as SVG and PNG
              automlzero report run5 --out pages
                  writes them into another folder
            """,
        ["compare"] =
            """
              automlzero compare run5 run6 run7
                  compares the best programs of run6 and run7 with that of run5, task by task
              automlzero compare evolution random --out pictures
                  draws the course of both searches and their difference, too
            """,
        ["bench"] =
            """
              automlzero bench
                  measures for a minute; leave the machine alone meanwhile
              taskset -c 0 automlzero bench --max-time 5m --json
                  measures longer, on the first core, and prints JSON for other programs
            """,
        ["reproduce"] =
            """
              automlzero reproduce --list
                  names the experiments of the paper, with the time that each takes
              automlzero reproduce difficulty --scale tiny
                  repeats one in seconds, to see how it goes
              automlzero reproduce --all --scale small --out results
                  repeats all, within two hours on two cores
            """,
        ["data"] = OfData,
        ["get"] = OfData,
    };

    private const string OfData =
        """
          automlzero data get mnist
              downloads MNIST
          automlzero data get cifar10 --from Downloads
              takes CIFAR-10 from files that you have
        """;

    private const string OfRoot =
        """
          automlzero search --preset linear --seed 1
              discovers linear regression, starting from random programs
          automlzero evaluate linear --preset linear --split test
              says how well a program learns
          automlzero search --help
              explains a command, with examples
        """;

    /// <summary>Makes the help of all commands end with their examples.</summary>
    /// <param name="root">The root command.</param>
    public static void AddTo(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        private const int Width = 110;

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            help.MaxWidth = Width;
            var result = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            output.WriteLine(ByCommand.GetValueOrDefault(parseResult.CommandResult.Command.Name, OfRoot));
            return result;
        }
    }
}
