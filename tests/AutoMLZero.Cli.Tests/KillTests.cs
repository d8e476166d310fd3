using System.Diagnostics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Cli.Tests;

/// <summary>Processes that are ended at any moment, as a power cut or the kernel would, or asked to end.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 6;

    private static readonly string[] Search =
    [
        "search", "--preset", "linear", "--seed", "3", "--max-individuals", "60000", "--workers", "2", "--set", "experimentLength=25000",
        "--set", "tasks.search.train=40", "--set", "tasks.search.valid=40", "--set", "tasks.select.count=3", "--set", "tasks.test.count=3",
        "--set", "solvedAt=1", "--set", """islands={"count":2,"epochLength":1000,"migration":"halves"}""",
    ];

    // A shell that runs tests in the background has them ignore the interrupt, and what they start inherits that.
    private static readonly string[] HearingSignals = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];

    private readonly Files files = new();

    private string Run => files.In("run");

    public void Dispose() => files.Dispose();

    [Fact]
    public void Kills_at_random_moments_change_nothing()
    {
        Assert.Equal(0, Cli.Run([.. Search, "--out", files.In("whole")]).ExitCode);
        var random = new RandomSource(2);
        for (var i = 0; i < Kills; i++)
        {
            using var process = Begin(Search);
            if (!process.WaitForExit(random.NextInt(3000))) process.Kill();
            process.WaitForExit();
        }

        using (var process = Begin(Search))
        {
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
        }

        Assert.Equal(Cli.Run("dump", files.In("whole")).Output, Cli.Run("dump", Run).Output);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_leaves_a_run_that_can_be_resumed_with_exit_code_130(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Begin([.. Search.Select(arg => arg == "60000" ? "1000000000" : arg)]);
        while (!File.Exists(Path.Combine(Run, "run.db"))) Thread.Sleep(20);
        using (var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"])) kill.WaitForExit();
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.EndsWith($"automlzero: interrupted; 'automlzero resume {Run}' goes on\n", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Contains("not at its end", Cli.Run("dump", Run).Output, StringComparison.Ordinal);
    }

    private Process Begin(string[] search)
    {
        var dotnet = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet";
        string[] args = File.Exists(Path.Combine(Run, "run.db")) ? ["resume", Run, "--workers", "2"] : [.. search, "--out", Run];
        string[] command = [.. HearingSignals, dotnet, typeof(CommandLine).Assembly.Location, .. args];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
