using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>The programs that a search may make.</summary>
/// <param name="Memory">The addresses that exist.</param>
/// <param name="Setup">What <c>Setup</c> may be made of.</param>
/// <param name="Predict">What <c>Predict</c> may be made of.</param>
/// <param name="Learn">What <c>Learn</c> may be made of.</param>
/// <param name="MultiClass">Whether <c>v1</c> holds the one-hot label and so is never an output.</param>
public sealed record SearchSpace(
    MemoryShape Memory, FunctionSpace Setup, FunctionSpace Predict, FunctionSpace Learn, bool MultiClass = false)
{
    /// <summary>Instructions that every <c>Predict</c> begins with and that no mutation changes, beyond its maximum length; none but in linear genetic programming.</summary>
    public ImmutableArray<Instruction> PredictStart { get; init; } = [];

    /// <summary>Instructions that every <c>Predict</c> ends with and that no mutation changes, as <see cref="PredictStart"/>, without which there are none.</summary>
    public ImmutableArray<Instruction> PredictEnd { get; init; } = [];

    private static readonly ImmutableArray<ComponentFunction> AllFunctions = [.. Enum.GetValues<ComponentFunction>()];

    /// <summary>The routines that programs may define and call; null when there are none.</summary>
    public RoutineSpace? Routines { get; init; }

    /// <summary>The functions that the search may change, in their order.</summary>
    public ImmutableArray<ComponentFunction> EvolvableFunctions => [.. AllFunctions.Where(function => this[function].IsEvolvable)];

    /// <summary>What one component function may be made of.</summary>
    /// <param name="function">The component function.</param>
    public FunctionSpace this[ComponentFunction function] => function switch
    {
        ComponentFunction.Setup => Setup,
        ComponentFunction.Predict => Predict,
        _ => Learn,
    };

    /// <summary>The lowest address of a type that may be written; the addresses below it hold the label and the features.</summary>
    /// <param name="type">Scalar, vector or matrix.</param>
    public int FirstOutput(OperandType type) => type switch
    {
        OperandType.Scalar => 1,
        OperandType.Vector => MultiClass ? 2 : 1,
        _ => 0,
    };

    /// <summary>The lowest address of a type that drawn instructions read: not the label where there is nothing but predictions.</summary>
    /// <param name="type">Scalar, vector or matrix.</param>
    public int FirstInput(OperandType type) => type == OperandType.Scalar && !PredictStart.IsEmpty ? 1 : 0;

    /// <summary>The program with the instructions that every <c>Predict</c> begins and ends with.</summary>
    internal Program Framed(Program program) =>
        PredictStart.IsEmpty ? program : program.With(ComponentFunction.Predict, [.. PredictStart, .. program.Predict, .. PredictEnd]);

    /// <summary>The program without the instructions that every <c>Predict</c> begins and ends with.</summary>
    internal Program Unframed(Program program) =>
        PredictStart.IsEmpty ? program : program.With(ComponentFunction.Predict, program.Predict[PredictStart.Length..^PredictEnd.Length]);

    /// <summary>The cell that holds the prediction.</summary>
    internal int PredictionCell => MultiClass ? Source.Cell(OperandType.Vector, 2) : Source.Cell(OperandType.Scalar, 1);

    /// <summary>Whether a cell is never written by programs: the task fills it.</summary>
    internal bool IsGiven(int cell) => Source.AddressOf(cell) < FirstOutput(Source.TypeOf(cell));

    /// <summary>Checks the space.</summary>
    /// <returns>This space.</returns>
    /// <exception cref="InputException">
    /// A number is out of its range, no function is evolvable, or the memory cannot serve an operation.
    /// </exception>
    public SearchSpace Validated()
    {
        Memory.Validated();
        if (MultiClass && Memory.Vectors < 3)
            throw new InputException($"the number of vectors is {Memory.Vectors}, expected at least 3 for multi-class tasks");
        foreach (var instruction in PredictStart.Concat(PredictEnd))
        {
            if (!Fits(instruction)) throw new InputException($"'{instruction}' at the start or end of Predict uses an address that is not allowed");
        }

        foreach (var function in AllFunctions)
        {
            this[function].Check(function);
            foreach (var op in this[function].Ops) CheckServed(op, $"{function}");
        }

        Routines?.Check();
        foreach (var op in Routines?.Ops ?? []) CheckServed(op, "routines");
        return EvolvableFunctions.IsEmpty ? throw new InputException("no function has operations to evolve, expected at least one") : this;
    }

    /// <summary>Checks that a given program is in the space: its addresses may be used, and evolvable functions are not too long.</summary>
    /// <exception cref="InputException">The program is not in the space.</exception>
    internal void Check(Program program)
    {
        foreach (var function in AllFunctions)
        {
            var written = Routines is null ? null : program.Source;
            var (length, most) = (written?[(int)function].Length ?? program[function].Length, this[function].MaxLength);
            if (this[function].IsEvolvable && length > most)
                throw new InputException($"{function} of the given program has {length} instructions, expected at most {most}");
            foreach (var instruction in program[function])
            {
                if (!Fits(instruction))
                    throw new InputException($"'{instruction}' in {function} of the given program uses an address that is not allowed");
            }
        }
    }

    private void CheckServed(Op op, string function)
    {
        var info = op.Info();
        Require(info.Output, FirstOutput(info.Output) + 1);
        Require(info.Input1, 1);
        Require(info.Input2, 1);

        void Require(OperandType type, int least)
        {
            if (type == OperandType.None || Memory.Count(type) >= least) return;
            var name = type.ToString().ToLowerInvariant();
            throw new InputException($"{op} in {function} needs at least {least} {name} addresses, the memory has {Memory.Count(type)}");
        }
    }

    private bool Fits(Instruction instruction)
    {
        var info = instruction.Op.Info();
        return Allowed(info.Output, instruction.Output, FirstOutput(info.Output))
            && Allowed(info.Input1, instruction.Input1, 0)
            && Allowed(info.Input2, instruction.Input2, 0);
    }

    private bool Allowed(OperandType type, byte address, int first) =>
        type == OperandType.None || (address >= first && address < Memory.Count(type));
}
