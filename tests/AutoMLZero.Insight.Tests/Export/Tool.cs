using System.Diagnostics;

namespace AutoMLZero.Insight.Tests.Export;

/// <summary>A program of the machine that exports are checked with.</summary>
internal sealed class Tool
{
    private readonly string file;

    private Tool(string file) => this.file = file;

    /// <summary>A Python that has numpy; the test is skipped where there is none.</summary>
    public static Tool Python => Find("a Python with numpy (python3-numpy)", ["python3", "/usr/bin/python3"], "-c", "import numpy");

    /// <summary>The C compiler; the test is skipped where there is none.</summary>
    public static Tool Gcc => Find("gcc with the library of C (gcc, libc6-dev)", ["gcc"], "--version");

    /// <summary>Graphviz; the test is skipped where there is none.</summary>
    public static Tool Dot => Find("Graphviz (graphviz)", ["dot"], "-V");

    /// <summary>Runs the tool, which must succeed.</summary>
    /// <returns>What it prints.</returns>
    public string Run(string input, params string[] arguments)
    {
        var (exitCode, output, error) = Run(file, input, arguments);
        Assert.True(exitCode == 0, $"{file} {string.Join(' ', arguments)} ended with {exitCode}:\n{error}\n{output}");
        return output;
    }

    /// <summary>Runs a program that was built; it must succeed.</summary>
    public static string RunFile(string path, string input) => new Tool(path).Run(input);

    private static Tool Find(string name, string[] files, params string[] arguments)
    {
        foreach (var file in files)
        {
            try
            {
                if (Run(file, "", arguments).ExitCode == 0) return new Tool(file);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no such program; the next may be there.
            }
        }

        Assert.Skip($"there is no {name} here");
        return null!;
    }

    private static (int ExitCode, string Output, string Error) Run(string file, string input, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
