namespace AutoMLZero.Analysis;

/// <summary>Goes backwards through the functions until nothing changes.</summary>
/// <typeparam name="TCells">A set that can hold all cells of the program.</typeparam>
internal ref struct LivenessFixpoint<TCells>
    where TCells : struct, ICellSet<TCells>
{
    /// <summary>What the instructions of <c>Setup</c>, <c>Predict</c> and <c>Learn</c> touch.</summary>
    public ReadOnlySpan<Footprint> Footprints;

    /// <summary>Where the effective ones are marked.</summary>
    public Span<bool> IsEffective;

    /// <summary>Where <c>Predict</c> and <c>Learn</c> start.</summary>
    public int PredictStart, LearnStart;

    /// <summary>The cells that a function finds set by the task.</summary>
    public ReadOnlySpan<int> Given;

    /// <summary>The cells whose content matters before <c>Predict</c>, and after.</summary>
    public TCells BeforePredict, AfterPredict;

    /// <summary>After <c>Predict</c> comes <c>Learn</c>, or, while validating and from epoch to epoch, <c>Predict</c> again.</summary>
    /// <param name="prediction">The cell of the prediction.</param>
    public void Find(int prediction)
    {
        AfterPredict.Add(prediction);
        TCells before, after;
        do
        {
            (before, after) = (BeforePredict, AfterPredict);
            BeforePredict.AddAll(WithoutGiven(Pass(PredictStart, LearnStart, AfterPredict)));
            AfterPredict.AddAll(WithoutGiven(Pass(LearnStart, Footprints.Length, BeforePredict)));
            AfterPredict.AddAll(BeforePredict);
        }
        while (!before.IsSame(BeforePredict) || !after.IsSame(AfterPredict));
        Pass(0, PredictStart, BeforePredict);
    }

    private readonly TCells Pass(int start, int end, TCells live)
    {
        for (var i = end - 1; i >= start; i--)
        {
            ref readonly var footprint = ref Footprints[i];
            if (footprint.Output < 0 ? !IsEffectiveGuard(footprint, i, end) : !live.Contains(footprint.Output)) continue;
            IsEffective[i] = true;
            if (footprint is { Keeps: false, Output: >= 0 }) live.Remove(footprint.Output);
            live.Add(footprint.Input1);
            live.Add(footprint.Input2);
        }

        return live;
    }

    /// <summary>A guard matters when what it guards does.</summary>
    private readonly bool IsEffectiveGuard(in Footprint footprint, int index, int end) =>
        footprint.IsGuard && index + 1 < end && IsEffective[index + 1];

    private readonly TCells WithoutGiven(TCells live)
    {
        foreach (var cell in Given) live.Remove(cell);
        return live;
    }
}
