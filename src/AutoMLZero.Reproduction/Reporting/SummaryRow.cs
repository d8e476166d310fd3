namespace AutoMLZero.Reproduction.Reporting;

/// <summary>A row of the table of a summary.</summary>
/// <param name="Quantity">What was measured.</param>
/// <param name="Paper">What the paper says; a dash when it says nothing.</param>
/// <param name="Ours">What was measured here.</param>
/// <param name="Verdict">How the two stand to each other.</param>
public sealed record SummaryRow(string Quantity, string Paper, Measured Ours, Verdict Verdict = Verdict.None)
{
    /// <summary>A row whose verdict is whether the interval holds the paper's number.</summary>
    /// <param name="quantity">What was measured.</param>
    /// <param name="paper">The paper's number.</param>
    /// <param name="shown">The paper's number for people.</param>
    /// <param name="ours">What was measured here.</param>
    public static SummaryRow Against(string quantity, double paper, string shown, Measured ours)
    {
        ArgumentNullException.ThrowIfNull(ours);
        var verdict = ours.Low <= paper && (ours.High is null || ours.High >= paper)
            ? ours.Value is null || ours.High is null ? Verdict.Undecided : Verdict.Agrees
            : Verdict.Differs;
        return new SummaryRow(quantity, shown, ours, verdict);
    }

    /// <summary>A row whose verdict is whether a difference is above zero, as the paper says.</summary>
    /// <param name="quantity">What was measured.</param>
    /// <param name="shown">The paper's number for people.</param>
    /// <param name="ours">The difference.</param>
    public static SummaryRow Above(string quantity, string shown, Measured ours)
    {
        ArgumentNullException.ThrowIfNull(ours);
        return new SummaryRow(quantity, shown, ours, ours.Low > 0 ? Verdict.Agrees : ours.High < 0 ? Verdict.Differs : Verdict.Undecided);
    }
}
