using System.Numerics;
using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Which instructions a prediction can depend on, over the loop Setup, (Predict, Learn)*, Predict*, any number of times, and which cells carry
/// something from one function to the next: backwards through the functions until nothing changes. Reused from program to program.
/// </summary>
internal sealed class Liveness
{
    private readonly FewCellsLiveness ofFew = new();
    private readonly List<int> given = [];
    private Footprint[] footprints = [];
    private bool[] isEffective = [];
    private int[] effective = new int[FewCellsLiveness.MaxLength];
    private ulong givenBits;
    private bool isCopied = true;
    private int predictStart;
    private int learnStart;
    private (int Setup, int Predict, int Learn) count;
    private ManyCells beforePredict;
    private ManyCells afterPredict;

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells { get; private set; }

    /// <summary>The cell that holds the prediction: <c>s1</c>, or <c>v2</c> with several classes.</summary>
    public int PredictionCell { get; private set; }

    /// <summary>What is known of a program with few cells and instructions; null of another.</summary>
    public FewCellsLiveness? Few { get; private set; }

    /// <summary>Whether an effective instruction is guarded.</summary>
    public bool HasGuards { get; private set; }

    /// <summary>Whether an instruction is effective.</summary>
    public bool IsEffective(ComponentFunction function, int index) => Effective(function).BinarySearch(index) >= 0;

    /// <summary>The places in a function of its effective instructions, in order.</summary>
    public ReadOnlySpan<int> Effective(ComponentFunction function)
    {
        if (!isCopied) CopyFew();
        return function switch
        {
            ComponentFunction.Setup => effective.AsSpan(0, count.Setup),
            ComponentFunction.Predict => effective.AsSpan(predictStart, count.Predict),
            _ => effective.AsSpan(learnStart, count.Learn),
        };
    }

    /// <summary>Whether a function finds the cell set to something that comes from the task, not from memory.</summary>
    public bool IsGiven(int cell) => cell < FewCellsFootprint.Capacity && IsIn(givenBits, cell);

    /// <summary>Whether what a function leaves in a cell matters.</summary>
    public bool IsNeededAfter(ComponentFunction function, int cell) =>
        function != ComponentFunction.Predict ? IsNeededBeforePredict(cell)
        : Few is null ? afterPredict.Contains(cell)
        : cell < FewCellsFootprint.Capacity && IsIn(Few.AfterPredict, cell);

    /// <summary>Whether what Predict finds in a cell matters.</summary>
    public bool IsNeededBeforePredict(int cell) =>
        Few is null ? beforePredict.Contains(cell) : cell < FewCellsFootprint.Capacity && IsIn(Few.BeforePredict, cell);

    /// <summary>Analyzes a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public void Analyze(Program program, bool multiClass)
    {
        predictStart = program.Setup.Length;
        learnStart = predictStart + program.Predict.Length;
        PredictionCell = multiClass ? Source.Cell(OperandType.Vector, 2) : Source.Cell(OperandType.Scalar, 1);
        givenBits = Bit(OperandType.Scalar, 0) | Bit(OperandType.Vector, 0) | (multiClass ? Bit(OperandType.Vector, 1) : 0);
        HasGuards = false;
        Few = ofFew.TryFind(program, givenBits, PredictionCell) ? ofFew : null;
        isCopied = Few is null;
        if (Few is null) AnalyzeMany(program);
        else Cells = Few.Cells;
    }

    private static bool IsIn(ulong bits, int cell) => (bits >> cell & 1) != 0;

    private static ulong Bit(OperandType type, int address) => 1UL << Source.Cell(type, address);

    private void CopyFew()
    {
        isCopied = true;
        count.Setup = ofFew.CopyEffective(ComponentFunction.Setup, effective);
        count.Predict = ofFew.CopyEffective(ComponentFunction.Predict, effective.AsSpan(predictStart));
        count.Learn = ofFew.CopyEffective(ComponentFunction.Learn, effective.AsSpan(learnStart));
    }

    private void AnalyzeMany(Program program)
    {
        given.Clear();
        for (var left = givenBits; left != 0; left &= left - 1) given.Add(BitOperations.TrailingZeroCount(left));
        if (footprints.Length < program.Length) (footprints, isEffective) = (new Footprint[program.Length * 2], new bool[program.Length * 2]);
        if (effective.Length < program.Length) effective = new int[program.Length * 2];
        var largest = Math.Max(Source.Cell(OperandType.Vector, 2), Read(program.Setup.AsSpan(), 0));
        largest = Math.Max(largest, Read(program.Predict.AsSpan(), predictStart));
        largest = Math.Max(largest, Read(program.Learn.AsSpan(), learnStart));
        Cells = Source.Cells(Source.AddressOf(largest) + 1);
        Array.Clear(isEffective, 0, program.Length);
        var fixpoint = new LivenessFixpoint
        {
            Footprints = footprints.AsSpan(0, program.Length),
            IsEffective = isEffective.AsSpan(0, program.Length),
            PredictStart = predictStart,
            LearnStart = learnStart,
            Given = CollectionsMarshal.AsSpan(given),
        };
        fixpoint.Find(PredictionCell);
        (beforePredict, afterPredict) = (fixpoint.BeforePredict, fixpoint.AfterPredict);
        HasGuards = HasEffectiveGuard(program.Length);
        count = (CopyEffective(0, predictStart), CopyEffective(predictStart, learnStart), CopyEffective(learnStart, program.Length));
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
            largest = Math.Max(largest, Math.Max(footprint.Output, Math.Max(footprint.Input1, footprint.Input2)));
        }

        return largest;
    }

    private bool HasEffectiveGuard(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (footprints[i].IsGuard && isEffective[i]) return true;
        }

        return false;
    }

    private int CopyEffective(int start, int end)
    {
        var next = start;
        for (var i = start; i < end; i++)
        {
            if (isEffective[i]) effective[next++] = i - start;
        }

        return next - start;
    }
}
