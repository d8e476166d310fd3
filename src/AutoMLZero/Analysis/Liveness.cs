using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Which instructions a prediction can depend on, over the loop Setup, (Predict, Learn)*, Predict*, any number of times, and which cells carry
/// something from one function to the next: backwards through the functions until nothing changes. Reused from program to program.
/// </summary>
internal sealed class Liveness
{
    private readonly List<int> given = [];
    private Footprint[] footprints = [];
    private bool[] isEffective = [];
    private bool hasGuards;
    private int predictStart;
    private int learnStart;
    private ManyCells beforePredict;
    private ManyCells afterPredict;

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells { get; private set; }

    /// <summary>The cell that holds the prediction: <c>s1</c>, or <c>v2</c> with several classes.</summary>
    public int PredictionCell { get; private set; }

    /// <summary>Whether an effective instruction is guarded.</summary>
    public bool HasGuards { get; private set; }

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
        var end = learnStart + program.Learn.Length;
        Array.Clear(isEffective, 0, end);
        if (Cells <= FewCells.Capacity)
        {
            var fixpoint = Fixpoint<FewCells>(end);
            (beforePredict, afterPredict) = (ManyCells.From(fixpoint.BeforePredict), ManyCells.From(fixpoint.AfterPredict));
        }
        else
        {
            var fixpoint = Fixpoint<ManyCells>(end);
            (beforePredict, afterPredict) = (fixpoint.BeforePredict, fixpoint.AfterPredict);
        }

        HasGuards = hasGuards && HasEffectiveGuard(end);
    }

    private bool HasEffectiveGuard(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (footprints[i].IsGuard && isEffective[i]) return true;
        }

        return false;
    }

    private LivenessFixpoint<TCells> Fixpoint<TCells>(int end)
        where TCells : struct, ICellSet<TCells>
    {
        var fixpoint = new LivenessFixpoint<TCells>
        {
            Footprints = footprints.AsSpan(0, end),
            IsEffective = isEffective.AsSpan(0, end),
            PredictStart = predictStart,
            LearnStart = learnStart,
            Given = CollectionsMarshal.AsSpan(given),
        };
        fixpoint.Find(PredictionCell);
        return fixpoint;
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
        hasGuards = false;
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
        var isGuarded = false;
        for (var i = 0; i < instructions.Length; i++)
        {
            ref var footprint = ref footprints[start + i];
            footprint = Footprint.Of(instructions[i]);
            if (isGuarded) footprint = footprint with { Keeps = true };
            isGuarded = footprint.IsGuard;
            hasGuards |= isGuarded;
            largest = Math.Max(largest, Math.Max(footprint.Output, Math.Max(footprint.Input1, footprint.Input2)));
        }

        return largest;
    }
}
