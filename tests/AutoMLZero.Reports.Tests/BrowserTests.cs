using SkiaSharp;

namespace AutoMLZero.Reports.Tests;

/// <summary>A browser opens the page, says nothing, and has something to show.</summary>
public sealed class BrowserTests : IDisposable
{
    private readonly TestRuns runs = new();

    public void Dispose() => runs.Dispose();

    [Fact]
    public async Task The_page_is_shown_without_an_error_or_a_request()
    {
        Assert.SkipWhen(Browser.Path is null, "there is no Chromium here");
        var cancellation = TestContext.Current.CancellationToken;
        var report = RunReport.Of(runs.Make("run", "affine, ring"), new ReportSettings(), cancellation: cancellation);
        report.Write(runs.Root);
        var page = runs.In("report.html");
        Assert.Empty(await Browser.Open(page, runs.In("light.png"), 1000, 3000, dark: false, cancellation));
        Assert.Empty(await Browser.Open(page, runs.In("dark.png"), 390, 3000, dark: true, cancellation));
        Shows(runs.In("light.png"), 1000, SKColors.White);
        Shows(runs.In("dark.png"), 390, SKColor.Parse("#12171D"));
    }

    [Fact]
    public async Task A_page_that_asks_for_something_or_has_a_script_is_found_out()
    {
        Assert.SkipWhen(Browser.Path is null, "there is no Chromium here");
        var cancellation = TestContext.Current.CancellationToken;
        var html = RunReport.Of(runs.Make("run", "linear"), new ReportSettings(), cancellation: cancellation).Html;
        foreach (var (name, addition) in new[] { ("image", "<img src=\"https://example.org/x.png\">"), ("script", "<script>x.y()</script>") })
        {
            await File.WriteAllTextAsync(runs.In($"{name}.html"), html.Replace("</body>", $"{addition}</body>", StringComparison.Ordinal), cancellation);
            Assert.NotEmpty(await Browser.Open(runs.In($"{name}.html"), runs.In($"{name}.png"), 800, 600, dark: false, cancellation));
        }
    }

    private static void Shows(string screenshot, int width, SKColor ground)
    {
        using var bitmap = SKBitmap.Decode(screenshot);
        Assert.Equal(width, bitmap.Width);
        Assert.Equal(ground, bitmap.GetPixel(1, 1));
        Assert.True(bitmap.Pixels.Distinct().Take(101).Count() > 100, "the page is empty");
    }
}
