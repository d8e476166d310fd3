using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// The effective instructions as values instead of memory cells: every operand is traced to the instruction of the same function that computes
/// it, or to the cell as the function finds it. Names of cells and order of instructions are gone. Reused from program to program.
/// </summary>
internal sealed class ValueGraph
{
    private const int Functions = 3;

    private readonly int[] ends = new int[Functions];
    private readonly List<int> homes = [];
    private int[] lastWriters = [];
    private bool[] isHome = [];
    private Value[] values = new Value[64];
    private Liveness liveness = new();

    /// <summary>The values of all functions, in the order of the original program.</summary>
    public Span<Value> Values => values.AsSpan(0, Count);

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells => liveness.Cells;

    /// <summary>The cell that holds the prediction: <c>s1</c>, or <c>v2</c> with several classes.</summary>
    public int PredictionCell => liveness.PredictionCell;

    /// <summary>The cells that carry something from one function to the next, and that of the prediction.</summary>
    public List<int> Homes => homes;

    /// <summary>Traces the operands of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="effective">What of it matters.</param>
    public void Build(Program program, Liveness effective)
    {
        liveness = effective;
        Count = 0;
        if (lastWriters.Length < Functions * Cells) (lastWriters, isHome) = (new int[Functions * Cells], new bool[Cells]);
        if (values.Length < program.Length) values = new Value[program.Length * 2];
        Array.Fill(lastWriters, -1);
        Array.Clear(isHome);
        homes.Clear();
        AddHome(PredictionCell);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            Add(function, program[function].AsSpan());
            MarkLeft(function);
        }

        foreach (ref var value in Values) DropConstantZeros(ref value);
    }

    /// <summary>The values of a function: from the first, up to but without the last number.</summary>
    public (int First, int End) Range(ComponentFunction function) =>
        (function == ComponentFunction.Setup ? 0 : ends[(int)function - 1], ends[(int)function]);

    /// <summary>The value that a function leaves in a cell for a later function, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Left(ComponentFunction function, int cell)
    {
        var writer = LastWriter(function, cell);
        return writer >= 0 && values[writer].IsLeft ? writer : -1;
    }

    /// <summary>Whether Predict carries nothing from one example to the next.</summary>
    public bool IsStateless()
    {
        foreach (var cell in homes)
        {
            if (liveness.IsNeededBeforePredict(cell) && LastWriter(ComponentFunction.Predict, cell) >= 0) return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int LastWriter(ComponentFunction function, int cell) => ref lastWriters[((int)function * Cells) + cell];

    private void Add(ComponentFunction function, ReadOnlySpan<Instruction> instructions)
    {
        foreach (var i in liveness.Effective(function)) Add(function, i, instructions[i]);
        ends[(int)function] = Count;
    }

    private void Add(ComponentFunction function, int index, in Instruction instruction)
    {
        var info = instruction.Op.Info();
        ref var value = ref values[Count];
        value.Instruction = instruction;
        value.Info = info;
        value.Function = function;
        value.OriginalIndex = index;
        value.Cell = Source.Cell(info.Output, instruction.Output);
        value.Input1 = Operand(function, info.Input1, instruction.Input1);
        value.Input2 = Operand(function, info.Input2, instruction.Input2);
        value.Kept = info.IsPartialWrite ? Operand(function, info.Output, instruction.Output) : Source.None;
        value.Representative = Count;
        value.IsMerged = false;
        value.IsLeft = false;
        LastWriter(function, value.Cell) = Count++;
    }

    private void MarkLeft(ComponentFunction function)
    {
        var (first, end) = Range(function);
        for (var index = first; index < end; index++)
        {
            ref var value = ref values[index];
            if (LastWriter(function, value.Cell) != index || !liveness.IsNeededAfter(function, value.Cell)) continue;
            value.IsLeft = true;
            AddHome(value.Cell);
        }
    }

    private void AddHome(int cell)
    {
        if (isHome[cell]) return;
        isHome[cell] = true;
        homes.Add(cell);
    }

    private Source Operand(ComponentFunction function, OperandType type, int address)
    {
        if (type == OperandType.None) return Source.None;
        var cell = Source.Cell(type, address);
        var writer = LastWriter(function, cell);
        return writer >= 0 ? new Source(SourceKind.Value, writer) : Found(function, cell);
    }

    /// <summary>What a function finds in a cell: zero in Setup, and zero in Predict where the label is later.</summary>
    private Source Found(ComponentFunction function, int cell)
    {
        var isZero = function == ComponentFunction.Setup
            || (function == ComponentFunction.Predict && liveness.IsGiven(cell) && cell != Source.Cell(OperandType.Vector, 0));
        return isZero ? Source.Zero(cell) : new Source(SourceKind.Entry, cell);
    }

    /// <summary>What is found in a cell that no function ever writes is zero.</summary>
    private void DropConstantZeros(ref Value value)
    {
        value.Input1 = ZeroIfNeverWritten(value.Input1);
        value.Input2 = ZeroIfNeverWritten(value.Input2);
        value.Kept = ZeroIfNeverWritten(value.Kept);
    }

    private Source ZeroIfNeverWritten(Source source) =>
        source.Kind == SourceKind.Entry && !isHome[source.Index] && !liveness.IsGiven(source.Index) ? Source.Zero(source.Index) : source;
}
