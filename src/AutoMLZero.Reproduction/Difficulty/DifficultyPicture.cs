using AutoMLZero.Reports.Pictures;
using Drawn = AutoMLZero.Reports.Pictures.Measured;
using Found = AutoMLZero.Reproduction.Reporting.Measured;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>The success of evolution over random search by difficulty, ours and the paper's.</summary>
internal static class DifficultyPicture
{
    /// <summary>The picture as SVG. Tasks whose difficulty or ratio is known from one side only are left out of ours.</summary>
    /// <param name="measured">What was measured.</param>
    public static string Svg(IEnumerable<(RegressionSetting Setting, Found Difficulty, Found Ratio)> measured)
    {
        var ours = measured.Where(one => one.Difficulty.Value is not null && one.Ratio.Value is not null)
            .Select(one => new SuccessPoint(one.Setting.Title, Of(one.Difficulty), Of(one.Ratio)));
        var paper = RegressionSetting.All.Select(setting =>
            new SuccessPoint(setting.Title, Drawn.Exactly(setting.PaperDifficulty), Drawn.Exactly(setting.PaperRatio)));
        SuccessSeries[] series = [new("here", [.. ours]), new("paper", [.. paper])];
        return SuccessPicture.Of([.. series.Where(one => !one.Points.IsEmpty)]).Svg();
    }

    private static Drawn Of(Found found) => new(found.Value!.Value, found.Low ?? double.NegativeInfinity, found.High ?? double.PositiveInfinity);
}
