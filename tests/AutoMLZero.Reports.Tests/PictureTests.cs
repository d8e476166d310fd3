using System.Collections.Immutable;
using System.Xml.Linq;
using AutoMLZero.Language;
using AutoMLZero.Reports.Pictures;
using SkiaSharp;

namespace AutoMLZero.Reports.Tests;

public sealed class PictureTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly TestRuns runs = new();

    public void Dispose() => runs.Dispose();

    [Fact]
    public void A_run_has_all_pictures()
    {
        var report = RunReport.Of(runs.Make("run", "affine, ring"), new ReportSettings(), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["fitness", "population", "cost", "pace", "difference"], report.Pictures.Select(picture => picture.Name));
        foreach (var picture in report.Pictures) Check(picture);
    }

    [Fact]
    public void Random_search_has_no_population_to_draw()
    {
        var report = RunReport.Of(runs.Make("run", "linear, random search"), new ReportSettings(), cancellation: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(report.Pictures, picture => picture.Name == "population");
        Assert.Contains(report.Pictures, picture => picture.Name == "fitness");
    }

    [Fact]
    public void The_same_run_has_the_same_pictures()
    {
        var folder = runs.Make("run", "linear");
        var (first, second) = (Pictures(folder), Pictures(folder));
        Assert.Equal(first.Select(picture => picture.Svg()), second.Select(picture => picture.Svg()));
        Assert.Equal(first[0].Png(), second[0].Png());
    }

    [Fact]
    public void Success_by_difficulty_draws_intervals_that_are_not_known_to_their_ends()
    {
        var picture = SuccessPicture.Of(
            new SuccessSeries("here", [
                new("linear, Learn only", new(6.1, 6.0, 6.2), new(3, 2, 4)),
                new("affine", new(9.2, 9, double.PositiveInfinity), new(120, 0, double.PositiveInfinity)),
            ]),
            new SuccessSeries("paper", [new("affine, Learn only", Measured.Exactly(9), Measured.Exactly(150))]));
        Check(picture);
        var texts = Texts(picture.Svg());
        Assert.Superset(new HashSet<string> { "linear, Learn only", "affine", "affine, Learn only", "here", "paper" }, texts.ToHashSet());
    }

    [Fact]
    public void Success_that_cannot_be_drawn_is_refused_in_one_sentence()
    {
        Assert.Equal("there is nothing to draw, expected at least one task with its difficulty", Complaint([]));
        Assert.Equal(
            "'affine' has the difficulty 9 and the ratio 0, expected finite numbers and a ratio above 0",
            Complaint([new("affine", Measured.Exactly(9), Measured.Exactly(0))]));
    }

    private static string Complaint(SuccessPoint[] points) => Assert.Throws<InputException>(() => SuccessPicture.Of(new SuccessSeries("here", [.. points]))).Message;

    private static ImmutableArray<Picture> Pictures(string folder) =>
        RunReport.Of(folder, new ReportSettings(), cancellation: TestContext.Current.CancellationToken).Pictures;

    private static string[] Texts(string svg) => [.. XDocument.Parse(svg).Descendants(Svg + "text").Select(text => text.Value)];

    private static void Check(Picture picture)
    {
        foreach (var size in new[] { picture.Wide, picture.Narrow })
        {
            var root = XDocument.Parse(picture.Svg(size)).Root!;
            Assert.Equal(Svg + "svg", root.Name);
            Assert.Equal($"0 0 {size.Width} {size.Height}", root.Attribute("viewBox")!.Value);
            Assert.Equal(picture.Title, root.Element(Svg + "title")!.Value);
            Assert.Contains("prefers-color-scheme:dark", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
            Assert.Contains(picture.Title, Texts(picture.Svg(size)));
            HasNoColorsOfItsOwn(root);
        }

        HasGround(picture.Png(), picture.Wide, SKColors.White);
        HasGround(picture.Png(dark: true), picture.Wide, SKColor.Parse("#12171D"));
    }

    /// <summary>Whatever has a color has a class for the dark, so that nothing vanishes there.</summary>
    private static void HasNoColorsOfItsOwn(XElement root)
    {
        foreach (var element in root.Descendants().Where(element => element.Ancestors(Svg + "clipPath").All(clip => clip.Name != Svg + "clipPath")))
        {
            foreach (var property in (string[])["fill", "stroke"])
            {
                if (element.Attribute(property) is not { Value: not "none" }) continue;
                Assert.Contains($"amlz-{property[0]}", element.Attribute("class")?.Value ?? $"no class: {element}", StringComparison.Ordinal);
            }
        }
    }

    private static void HasGround(byte[] png, PictureSize size, SKColor ground)
    {
        using var bitmap = SKBitmap.Decode(png);
        Assert.Equal((2 * size.Width, 2 * size.Height), (bitmap.Width, bitmap.Height));
        Assert.Equal(ground, bitmap.GetPixel(1, 1));
        Assert.Contains(bitmap.Pixels, pixel => pixel != ground);
    }
}
