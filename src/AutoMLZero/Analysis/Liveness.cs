using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Which instructions a prediction can depend on, over the loop Setup, (Predict, Learn)*, Predict*, any number of times, and which cells carry
/// something from one function to the next: backwards through the functions until nothing changes. Reused from program to program.
/// </summary>
internal sealed class Liveness
{
    private readonly CellSet live = new();
    private readonly CellSet beforePredict = new();
    private readonly CellSet afterPredict = new();
    private readonly CellSet beforeLearn = new();
    private readonly List<int> given = [];
    private Footprint[] footprints = [];
    private bool[] isEffective = [];
    private int predictStart;
    private int learnStart;

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells { get; private set; }

    /// <summary>The cell that holds the prediction: <c>s1</c>, or <c>v2</c> with several classes.</summary>
    public int PredictionCell { get; private set; }

    /// <summary>Whether an instruction is effective.</summary>
    public bool IsEffective(ComponentFunction function, int index) => isEffective[Start(function) + index];

    /// <summary>Whether a function finds the cell set to something that comes from the task, not from memory.</summary>
    public bool IsGiven(int cell) => given.Contains(cell);

    /// <summary>Whether what a function leaves in a cell matters.</summary>
    public bool IsNeededAfter(ComponentFunction function, int cell) =>
        function == ComponentFunction.Predict ? afterPredict.Contains(cell) : beforePredict.Contains(cell);

    /// <summary>Whether what Predict finds in a cell matters.</summary>
    public bool IsNeededBeforePredict(int cell) => beforePredict.Contains(cell);

    /// <summary>Analyzes a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public void Analyze(Program program, bool multiClass)
    {
        Read(program);
        PredictionCell = multiClass ? Source.Cell(OperandType.Vector, 2) : Source.Cell(OperandType.Scalar, 1);
        given.Clear();
        given.Add(Source.Cell(OperandType.Scalar, 0));
        given.Add(Source.Cell(OperandType.Vector, 0));
        if (multiClass) given.Add(Source.Cell(OperandType.Vector, 1));
        foreach (var set in (ReadOnlySpan<CellSet>)[live, beforePredict, afterPredict, beforeLearn]) set.Clear(Cells);
        Array.Clear(isEffective);
        FindFixpoint(learnStart + program.Learn.Length);
        live.Set(beforePredict);
        Pass(0, predictStart);
    }

    /// <summary>After Predict comes Learn, or, while validating and from epoch to epoch, Predict again.</summary>
    private void FindFixpoint(int end)
    {
        afterPredict.Add(PredictionCell);
        bool changes;
        do
        {
            live.Set(afterPredict);
            Pass(predictStart, learnStart);
            RemoveGiven();
            changes = beforePredict.AddAll(live);
            live.Set(beforePredict);
            Pass(learnStart, end);
            RemoveGiven();
            changes |= beforeLearn.AddAll(live);
            changes |= afterPredict.AddAll(beforePredict);
            changes |= afterPredict.AddAll(beforeLearn);
        }
        while (changes);
    }

    private int Start(ComponentFunction function) => function switch
    {
        ComponentFunction.Setup => 0,
        ComponentFunction.Predict => predictStart,
        _ => learnStart,
    };

    private void Read(Program program)
    {
        if (footprints.Length < program.Length) (footprints, isEffective) = (new Footprint[program.Length * 2], new bool[program.Length * 2]);
        predictStart = program.Setup.Length;
        learnStart = predictStart + program.Predict.Length;
        var largest = Source.Cell(OperandType.Vector, 2);
        largest = Math.Max(largest, Read(program.Setup.AsSpan(), 0));
        largest = Math.Max(largest, Read(program.Predict.AsSpan(), predictStart));
        largest = Math.Max(largest, Read(program.Learn.AsSpan(), learnStart));
        Cells = Source.Cells(Source.AddressOf(largest) + 1);
    }

    private int Read(ReadOnlySpan<Instruction> instructions, int start)
    {
        var largest = 0;
        for (var i = 0; i < instructions.Length; i++)
        {
            ref var footprint = ref footprints[start + i];
            footprint = Footprint.Of(instructions[i]);
            largest = Math.Max(largest, Math.Max(footprint.Output, Math.Max(footprint.Input1, footprint.Input2)));
        }

        return largest;
    }

    private void Pass(int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            ref readonly var footprint = ref footprints[i];
            if (footprint.Output < 0 || !live.Contains(footprint.Output)) continue;
            isEffective[i] = true;
            if (!footprint.Keeps) live.Remove(footprint.Output);
            live.Add(footprint.Input1);
            live.Add(footprint.Input2);
        }
    }

    private void RemoveGiven()
    {
        foreach (var cell in given) live.Remove(cell);
    }
}
