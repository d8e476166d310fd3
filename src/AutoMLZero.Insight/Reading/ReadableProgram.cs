using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Reading;

/// <summary>What of a program matters, renamed and ordered for reading. It makes the predictions of the program.</summary>
public sealed class ReadableProgram
{
    private readonly ImmutableArray<ImmutableArray<ReadableLine>> lines;
    private readonly Namer names;

    private ReadableProgram(Program program, TaskKind kind)
    {
        Kind = kind;
        Flow = DataFlow.Of(program, kind == TaskKind.MultiClass);
        Evidence = new Evidence(new FlowFacts(Flow));
        names = new Namer(Evidence);
        var notes = new Notes(Evidence, names);
        lines = [.. new[] { ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn }.Select(function =>
            ReadingOrder.Of(Flow, function).Select(value => new ReadableLine(value, names.Values[value.Index], Inputs(value), notes.Of(value))).ToImmutableArray())];
        Memory = [.. Flow.Memory.Select(memory => new ReadableMemory(memory, names.Memory[memory.Index], Evidence.IsLearned(memory), notes.Of(memory)))];
        Techniques = TechniqueFinder.Find(Evidence);
        Effective = EffectiveProgram.Create(program, kind == TaskKind.MultiClass);
    }

    /// <summary>What the task asks for.</summary>
    public TaskKind Kind { get; }

    /// <summary>What is computed from what.</summary>
    public DataFlow Flow { get; }

    /// <summary>The program in the language, with canonical names and order.</summary>
    public EffectiveProgram Effective { get; }

    /// <summary>The memory cells that carry something from one function to a later one; the first is that of the prediction.</summary>
    public ImmutableArray<ReadableMemory> Memory { get; }

    /// <summary>The techniques that the program uses.</summary>
    public ImmutableArray<Technique> Techniques { get; }

    /// <summary>The lines of a function, in the order for reading.</summary>
    /// <param name="function">The function.</param>
    public ImmutableArray<ReadableLine> this[ComponentFunction function] => lines[(int)function];

    /// <summary>Whether any line draws random numbers.</summary>
    public bool IsRandom => Flow.Values.Any(value => value.Info.IsRandom);

    /// <summary>What is known of the program.</summary>
    internal Evidence Evidence { get; }

    /// <summary>A program to read.</summary>
    /// <param name="program">The program.</param>
    /// <param name="kind">What the task asks for; it decides where the prediction is.</param>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public static ReadableProgram Of(Program program, TaskKind kind = TaskKind.Regression)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new ReadableProgram(program, kind);
    }

    /// <summary>The name of an operand.</summary>
    /// <param name="operand">An operand of a value of <see cref="Flow"/>.</param>
    public Name NameOf(FlowOperand operand) => names.Of(operand);

    /// <summary>The place of a random line among those of its function, which decides what it draws; -1 for others.</summary>
    /// <param name="value">A value of <see cref="Flow"/>.</param>
    public int RandomOrdinal(FlowValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Effective.RandomOrdinal(value.Function, value.Line);
    }

    private ImmutableArray<Name> Inputs(FlowValue value) => [.. new[] { value.Input1, value.Input2 }.Where(input => input.Exists).Select(names.Of)];
}
