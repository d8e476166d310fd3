using System.Diagnostics;

namespace AutoMLZero.Reports.Tests;

/// <summary>A browser without a window. It can reach no host at all.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "google-chrome", "chromium-browser"];

    private static readonly string[] Options =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--hide-scrollbars", "--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    /// <summary>The browser's file; null when none is installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Opens a page and makes a screenshot.</summary>
    /// <returns>What the page wrote to the console: errors of scripts, and what it was not allowed to load.</returns>
    public static async Task<string[]> Open(string page, string screenshot, int width, int height, bool dark, CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("automlzero-browser");
        string[] own = [$"--user-data-dir={profile.FullName}", $"--window-size={width},{height}", $"--screenshot={screenshot}", $"--blink-settings=preferredColorScheme={(dark ? 0 : 1)}", $"file://{page}"];
        using var process = Process.Start(new ProcessStartInfo(Path!, [.. Options, .. own]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var log = await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            Assert.Equal(0, process.ExitCode);
            return [.. log.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))];
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            profile.Delete(recursive: true);
        }
    }
}
