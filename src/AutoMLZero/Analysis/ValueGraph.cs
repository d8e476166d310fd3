using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// A program as values instead of memory cells: every operand is traced to the instruction of the same function that computes it, or to the
/// cell as the function finds it. Names of cells and order of instructions are gone. Reused from program to program.
/// </summary>
internal sealed class ValueGraph
{
    private static readonly ComponentFunction[] Functions = [ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn];

    private readonly int[] ends = new int[Functions.Length];
    private int[] lastWriter = [];
    private Value[] values = new Value[64];
    private bool multiClass;

    /// <summary>The values of all functions, in the order of the original program.</summary>
    public Span<Value> Values => values.AsSpan(0, Count);

    /// <summary>Number of values: instructions that write something.</summary>
    public int Count { get; private set; }

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells { get; private set; }

    /// <summary>The cell that holds the prediction: <c>s1</c>, or <c>v2</c> with several classes.</summary>
    public int PredictionCell => multiClass ? Source.Cell(OperandType.Vector, 2) : Source.Cell(OperandType.Scalar, 1);

    /// <summary>Traces the operands of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="severalClasses">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public void Build(Program program, bool severalClasses)
    {
        multiClass = severalClasses;
        Count = 0;
        Cells = Source.Cells(LargestAddress(program) + 1);
        if (lastWriter.Length < Functions.Length * Cells) lastWriter = new int[Functions.Length * Cells];
        Array.Fill(lastWriter, -1);
        if (values.Length < program.Length) values = new Value[program.Length * 2];
        foreach (var function in Functions)
        {
            var instructions = program[function].AsSpan();
            for (var i = 0; i < instructions.Length; i++)
            {
                if (instructions[i].Op != Op.NoOp) Add(function, i, instructions[i]);
            }

            ends[(int)function] = Count;
        }
    }

    /// <summary>The values of a function: from the first, up to but without the last number.</summary>
    public (int First, int End) Range(ComponentFunction function) =>
        (function == ComponentFunction.Setup ? 0 : ends[(int)function - 1], ends[(int)function]);

    /// <summary>The value that a function leaves in a cell, or -1 when it does not write the cell.</summary>
    public int LastWriter(ComponentFunction function, int cell) => lastWriter[((int)function * Cells) + cell];

    /// <summary>Whether a function finds the cell set to something that comes from the task, not from memory.</summary>
    public bool IsGiven(ComponentFunction function, int cell) => function != ComponentFunction.Setup && IsReserved(cell);

    /// <summary>What a function finds in a cell.</summary>
    private Source Found(ComponentFunction function, int cell)
    {
        var isLabel = cell != Source.Cell(OperandType.Vector, 0);
        var isZero = function == ComponentFunction.Setup || (IsReserved(cell) && isLabel && function == ComponentFunction.Predict);
        return isZero ? new Source(SourceKind.Zero, (int)Source.TypeOf(cell)) : new Source(SourceKind.Entry, cell);
    }

    private bool IsReserved(int cell) =>
        cell == Source.Cell(OperandType.Scalar, 0) || cell == Source.Cell(OperandType.Vector, 0)
        || (multiClass && cell == Source.Cell(OperandType.Vector, 1));

    private static int LargestAddress(Program program)
    {
        var largest = 2;
        foreach (var function in Functions)
        {
            foreach (ref readonly var instruction in program[function].AsSpan())
                largest = Math.Max(largest, Math.Max(instruction.Output, Math.Max(instruction.Input1, instruction.Input2)));
        }

        return largest;
    }

    private void Add(ComponentFunction function, int index, Instruction instruction)
    {
        var info = instruction.Op.Info();
        var cell = Source.Cell(info.Output, instruction.Output);
        values[Count] = new Value
        {
            Instruction = instruction,
            Function = function,
            OriginalIndex = index,
            Cell = cell,
            Input1 = Operand(function, info.Input1, instruction.Input1),
            Input2 = Operand(function, info.Input2, instruction.Input2),
            Kept = info.IsPartialWrite ? Operand(function, info.Output, instruction.Output) : Source.None,
            Representative = Count,
        };
        lastWriter[((int)function * Cells) + cell] = Count++;
    }

    private Source Operand(ComponentFunction function, OperandType type, int address)
    {
        if (type == OperandType.None) return Source.None;
        var cell = Source.Cell(type, address);
        var writer = LastWriter(function, cell);
        return writer >= 0 ? new Source(SourceKind.Value, writer) : Found(function, cell);
    }
}
