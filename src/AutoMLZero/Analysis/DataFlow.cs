using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// What the effective instructions of a program compute from what: each operand is traced to the instruction of the same function that computes
/// it, to what memory holds when the function begins, or to the example. Names of cells and order of lines do not matter any more. Immutable.
/// </summary>
public sealed class DataFlow
{
    private DataFlow(Program program, ImmutableArray<FlowValue> values, ImmutableArray<FlowMemory> memory, bool isStateless)
    {
        Program = program;
        Values = values;
        Memory = memory;
        IsStateless = isStateless;
    }

    /// <summary>The program.</summary>
    public Program Program { get; }

    /// <summary>The effective instructions: those of Setup, of Predict, of Learn, each in the order of the program.</summary>
    public ImmutableArray<FlowValue> Values { get; }

    /// <summary>The memory cells that carry something from one function to the next. The first is that of the prediction.</summary>
    public ImmutableArray<FlowMemory> Memory { get; }

    /// <summary>The cell of the prediction: <c>s1</c>, or <c>v2</c> with several classes. Nothing need ever be left in it.</summary>
    public FlowMemory Prediction => Memory[0];

    /// <summary>Whether Predict carries nothing from one example to the next, as long as Learn does not run.</summary>
    public bool IsStateless { get; }

    /// <summary>The effective instructions of a function.</summary>
    /// <param name="function">The function.</param>
    public IEnumerable<FlowValue> Of(ComponentFunction function) => Values.Where(value => value.Function == function);

    /// <summary>Whether an instruction of the program is effective: whether any prediction can depend on it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="line">Its place in the function, from 0.</param>
    public bool IsEffective(ComponentFunction function, int line) => Values.Any(value => value.Function == function && value.Line == line);

    /// <summary>Traces a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <exception cref="InputException">The program has guards that matter.</exception>
    public static DataFlow Of(Program program, bool multiClass = false)
    {
        ArgumentNullException.ThrowIfNull(program);
        var liveness = new Liveness();
        liveness.Analyze(program, multiClass);
        if (liveness.HasGuards) throw new InputException("the program has guards that matter ('if s1 > s2:'), expected one without: its data flow is not the same at every example");
        var graph = new ValueGraph();
        graph.Build(program, liveness);
        var homes = graph.Homes.ToArray();
        var places = homes.Select((cell, index) => (cell, index)).ToDictionary(pair => pair.cell, pair => pair.index);
        var values = ImmutableArray.CreateBuilder<FlowValue>(graph.Count);
        for (var index = 0; index < graph.Count; index++) values.Add(ValueOf(index, graph.Values[index], places));
        return new DataFlow(program, values.MoveToImmutable(), [.. homes.Select((cell, index) => MemoryOf(index, cell, graph))], graph.IsStateless());
    }

    private static FlowValue ValueOf(int index, in Value value, Dictionary<int, int> places) => new(
        index,
        value.Function,
        value.OriginalIndex,
        value.Instruction,
        Operand(value.Input1, places),
        Operand(value.Input2, places),
        Operand(value.Kept, places),
        value.IsLeft ? places[value.Cell] : -1);

    private static FlowOperand Operand(Source source, Dictionary<int, int> places) => source.Kind switch
    {
        SourceKind.None => default,
        SourceKind.Value => new(FlowOrigin.Value, source.Index),
        SourceKind.Zero => new(FlowOrigin.Zero),
        _ when places.TryGetValue(source.Index, out var place) => new(FlowOrigin.Memory, place),
        _ => new(Given(source.Index)),
    };

    private static FlowOrigin Given(int cell) => (Source.TypeOf(cell), Source.AddressOf(cell)) switch
    {
        (OperandType.Scalar, _) => FlowOrigin.Label,
        (_, 0) => FlowOrigin.Features,
        _ => FlowOrigin.OneHotLabel,
    };

    private static FlowMemory MemoryOf(int index, int cell, ValueGraph graph) => new(
        index,
        Source.TypeOf(cell),
        Source.AddressOf(cell),
        graph.Left(ComponentFunction.Setup, cell),
        graph.Left(ComponentFunction.Predict, cell),
        graph.Left(ComponentFunction.Learn, cell));
}
