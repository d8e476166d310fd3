using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Reading;

/// <summary>Says in plain words what lines do and what memory holds.</summary>
/// <param name="evidence">The program.</param>
/// <param name="names">Its names.</param>
internal sealed class Notes(Evidence evidence, Namer names)
{
    private FlowFacts Facts => evidence.Facts;

    /// <summary>What a line does.</summary>
    public string Of(FlowValue value)
    {
        if (evidence.Errors.SignOf(Node.Of(value)) is { } sign && value.Op is Op.ScalarSubtract or Op.VectorSubtract)
            return sign < 0 ? "how far the prediction is above the label" : "how far the label is above the prediction";
        if (evidence.Steps.Any(step => step.Update == value.Index)) return $"learns: {Meaning(value)}";
        if (value.IsLeft && value.LeftIn == Facts.Flow.Prediction.Index && value.Function == ComponentFunction.Predict) return $"predicts: {Meaning(value)}";
        return Facts.Numbers.Always(value) is { } number && value.Info.InputCount > 0 ? $"{Meaning(value)}: always {ProgramPrinter.Print(number)}" : Meaning(value);
    }

    /// <summary>What a memory cell starts as, and what it is made from.</summary>
    public string Of(FlowMemory memory)
    {
        var start = memory.Setup < 0 ? "starts as zero" : $"starts as {Start(memory)}";
        var changes = new[] { memory.Predict, memory.Learn }.Where(left => left >= 0).Select(left => Facts.Flow.Values[left]).ToArray();
        if (changes.Length == 0) return $"{start}, never changes";
        return $"{start}, {string.Join("; ", changes.Select(value => $"set by {value.Function} {Sources(value)}"))}";
    }

    private string Start(FlowMemory memory) => Facts.Numbers.Always(Facts.Flow.Values[memory.Setup]) switch
    {
        null => Meaning(Facts.Flow.Values[memory.Setup]),
        0 => "zero",
        { } number => ProgramPrinter.Print(number),
    };

    /// <summary>The things outside of the function that a value is made from.</summary>
    private string Sources(FlowValue value)
    {
        var seen = new HashSet<int>();
        var sources = new List<string>();
        Collect(value);
        if (sources.Count > 0) return $"from {string.Join(", ", sources)}";
        return Facts.Numbers.Always(value) is { } number ? $"to {ProgramPrinter.Print(number)}" : "from nothing else";

        void Collect(FlowValue made)
        {
            if (!seen.Add(made.Index)) return;
            if (made.Info.IsRandom) AddOnce("random numbers");
            foreach (var operand in made.Operands)
            {
                if (operand.Origin == FlowOrigin.Value) Collect(Facts.Flow.Values[operand.Index]);
                else if (operand.Origin != FlowOrigin.Zero) AddOnce(operand.Origin == FlowOrigin.Memory && operand.Index == value.LeftIn ? "itself" : $"{names.Of(operand)}");
            }
        }

        void AddOnce(string source)
        {
            if (!sources.Contains(source)) sources.Add(source);
        }
    }

    private string Meaning(FlowValue value) => Bounds.Rectified(Facts, value) is { } kept
        ? $"{InSentence(kept == FlowFacts.First(value) ? value.Input1 : value.Input2)} {(value.Type == OperandType.Scalar ? "if it is" : "where it is")} positive, else zero"
        : Words.Meaning(value.Op)
            .Replace("{a}", InSentence(value.Input1), StringComparison.Ordinal)
            .Replace("{b}", InSentence(value.Input2), StringComparison.Ordinal)
            .Replace("{k}", value.Kept.Origin == FlowOrigin.Zero ? "zeros" : InSentence(value.Kept), StringComparison.Ordinal)
            .Replace("{x}", ProgramPrinter.Print(value.Instruction.Constant1), StringComparison.Ordinal)
            .Replace("{y}", ProgramPrinter.Print(value.Instruction.Constant2), StringComparison.Ordinal)
            .Replace("{z}", ProgramPrinter.Print(value.Instruction.Constant3), StringComparison.Ordinal);

    private string InSentence(FlowOperand operand) => operand.Origin == FlowOrigin.Zero ? "zero" : names.Of(operand).InSentence;
}
