namespace AutoMLZero.Cli.Tests;

public class DurationTextTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("1.5h", 5400)]
    [InlineData("2d", 172800)]
    public void Durations_are_a_number_and_a_unit(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("10")]
    [InlineData("0s")]
    [InlineData("-1m")]
    [InlineData("1e3s")]
    [InlineData("NaNs")]
    [InlineData("99999999d")]
    [InlineData("10 m")]
    public void Other_texts_are_no_durations(string text) => Assert.False(DurationText.TryParse(text, out _));
}
