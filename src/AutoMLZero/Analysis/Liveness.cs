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
    private readonly FewCellsFootprint[] few = new FewCellsFootprint[FewCellsLiveness.MaxLength];
    private Footprint[] footprints = [];
    private bool[] isEffective = [];
    private int[] effective = new int[FewCellsLiveness.MaxLength];
    private bool hasGuards;
    private int predictStart;
    private int learnStart;
    private (int Setup, int Predict, int Learn) count;
    private ManyCells beforePredict;
    private ManyCells afterPredict;

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells { get; private set; }

    /// <summary>The cell that holds the prediction: <c>s1</c>, or <c>v2</c> with several classes.</summary>
    public int PredictionCell { get; private set; }

    /// <summary>Whether an effective instruction is guarded.</summary>
    public bool HasGuards { get; private set; }

    /// <summary>Whether an instruction is effective.</summary>
    public bool IsEffective(ComponentFunction function, int index) => Effective(function).BinarySearch(index) >= 0;

    /// <summary>The places in a function of its effective instructions, in order.</summary>
    public ReadOnlySpan<int> Effective(ComponentFunction function) => function switch
    {
        ComponentFunction.Setup => effective.AsSpan(0, count.Setup),
        ComponentFunction.Predict => effective.AsSpan(predictStart, count.Predict),
        _ => effective.AsSpan(learnStart, count.Learn),
    };

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
        predictStart = program.Setup.Length;
        learnStart = predictStart + program.Predict.Length;
        PredictionCell = multiClass ? Source.Cell(OperandType.Vector, 2) : Source.Cell(OperandType.Scalar, 1);
        given.Clear();
        given.Add(Source.Cell(OperandType.Scalar, 0));
        given.Add(Source.Cell(OperandType.Vector, 0));
        if (multiClass) given.Add(Source.Cell(OperandType.Vector, 1));
        HasGuards = false;
        if (!TryAnalyzeFew(program)) AnalyzeMany(program);
    }

    private bool TryAnalyzeFew(Program program)
    {
        if (program.Length > FewCellsLiveness.MaxLength) return false;
        hasGuards = false;
        var largest = Math.Max(ReadFew(program.Setup.AsSpan(), 0, 2), ReadFew(program.Predict.AsSpan(), predictStart, 2));
        largest = ReadFew(program.Learn.AsSpan(), learnStart, largest);
        Cells = Source.Cells(largest + 1);
        if (hasGuards || Cells > FewCellsFootprint.Capacity) return false;
        var fixpoint = new FewCellsLiveness { Footprints = few.AsSpan(0, program.Length), PredictStart = predictStart, LearnStart = learnStart };
        foreach (var cell in given) fixpoint.Given |= 1UL << cell;
        fixpoint.Find(PredictionCell);
        (beforePredict.First, afterPredict.First) = (fixpoint.BeforePredict, fixpoint.AfterPredict);
        count.Setup = fixpoint.CopyEffective(0, predictStart, effective);
        count.Predict = fixpoint.CopyEffective(predictStart, learnStart, effective.AsSpan(predictStart));
        count.Learn = fixpoint.CopyEffective(learnStart, program.Length, effective.AsSpan(learnStart));
        return true;
    }

    /// <returns>The largest address, or the one before if that is larger. What an operation does not use is zero.</returns>
    private int ReadFew(ReadOnlySpan<Instruction> instructions, int start, int largest)
    {
        var read = few.AsSpan(start, instructions.Length);
        for (var i = 0; i < read.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            read[i] = FewCellsFootprint.Of(instruction);
            hasGuards |= OpSignature.Of(instruction.Op).IsGuard;
            largest = Math.Max(largest, Math.Max(instruction.Output, Math.Max(instruction.Input1, instruction.Input2)));
        }

        return largest;
    }

    private void AnalyzeMany(Program program)
    {
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
