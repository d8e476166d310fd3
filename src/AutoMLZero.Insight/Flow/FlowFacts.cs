using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>What can be said of values and memory: what they depend on, what they are made from, and what they lead to.</summary>
internal sealed class FlowFacts
{
    private readonly Accumulation accumulation;
    private readonly Influence[] influences;
    private readonly bool[] constantValues;
    private readonly bool[] constantMemory;
    private readonly ILookup<Node, FlowValue> readers;

    /// <summary>Looks at a program.</summary>
    public FlowFacts(DataFlow flow)
    {
        Flow = flow;
        accumulation = new Accumulation(flow);
        Numbers = new Numbers(flow);
        readers = flow.Values.SelectMany(value => NodesOf(value).Distinct().Select(node => (node, value))).ToLookup(pair => pair.node, pair => pair.value);
        constantValues = new bool[flow.Values.Length];
        constantMemory = new bool[flow.Memory.Length];
        FindConstants();
        influences = new Influence[flow.Values.Length];
        FindInfluences();
    }

    /// <summary>The program.</summary>
    public DataFlow Flow { get; }

    /// <summary>The numbers that follow from the program alone.</summary>
    public Numbers Numbers { get; }

    /// <summary>The instruction that a node is the result of.</summary>
    public FlowValue Value(Node node) => Flow.Values[node.Index];

    /// <summary>The operands of an instruction.</summary>
    public static IEnumerable<Node> NodesOf(FlowValue value) => value.Operands.Select(operand => Node.Of(operand, value.Function));

    /// <summary>The first operand.</summary>
    public static Node First(FlowValue value) => Node.Of(value.Input1, value.Function);

    /// <summary>The second operand.</summary>
    public static Node Second(FlowValue value) => Node.Of(value.Input2, value.Function);

    /// <summary>The instructions that read a node.</summary>
    public IEnumerable<FlowValue> Readers(Node node) => readers[node];

    /// <summary>Whether a cell is made from its own former content.</summary>
    public bool Accumulates(int memory) => accumulation.Of(memory);

    /// <summary>Whether a node is the content of a cell that another cell is made from and that is made from it, or of the same cell.</summary>
    public bool IsFormer(Node node, int memory) => node.IsMemory && (node.Index == memory || accumulation.AreOne(node.Index, memory));

    /// <summary>
    /// The instruction whose result a function finds in memory, unless memory is made from its own former content or set in Setup only: then the
    /// node itself.
    /// </summary>
    public Node Resolve(Node node)
    {
        if (!node.IsMemory) return node;
        var memory = Flow.Memory[node.Index];
        if (node.At == ComponentFunction.Learn && memory.Predict >= 0) return Node.OfValue(memory.Predict);
        if (Accumulates(memory.Index)) return node;
        var left = memory.Learn >= 0 ? memory.Learn : memory.Predict;
        return left >= 0 ? Node.OfValue(left) : node;
    }

    /// <summary>Whether a node is the same at every example, apart from the first.</summary>
    public bool IsConstant(Node node) => node.Origin switch
    {
        FlowOrigin.Zero => true,
        FlowOrigin.Value => constantValues[node.Index],
        FlowOrigin.Memory => constantMemory[node.Index],
        _ => false,
    };

    /// <summary>What a node depends on within one example; the label of the example before counts, its features do not.</summary>
    public Influence InfluenceOn(Node node)
    {
        var resolved = Resolve(node);
        return resolved.Origin switch
        {
            FlowOrigin.Features => Influence.Features,
            FlowOrigin.Label or FlowOrigin.OneHotLabel => Influence.Label,
            FlowOrigin.Value => influences[resolved.Index] & (IsOfExampleBefore(node) ? ~Influence.Features : ~Influence.None),
            _ => Influence.None,
        };
    }

    private bool IsOfExampleBefore(Node node) => node.IsMemory && !(node.At == ComponentFunction.Learn && Flow.Memory[node.Index].Predict >= 0);

    /// <summary>Whether a node depends on the features of the example.</summary>
    public bool SeesFeatures(Node node) => InfluenceOn(node).HasFlag(Influence.Features);

    /// <summary>Whether a node depends on random numbers that are drawn for the example.</summary>
    public bool SeesNoise(Node node) => InfluenceOn(node).HasFlag(Influence.Noise);

    /// <summary>Whether the prediction can depend on a node.</summary>
    /// <param name="start">The node.</param>
    /// <param name="without">A cell that does not count as a way.</param>
    public bool Reaches(Node start, int without = -1)
    {
        var seen = new HashSet<int>();
        var open = new Queue<Node>([start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var reader in Readers(node).Where(reader => seen.Add(reader.Index)))
            {
                if (reader.LeftIn == Flow.Prediction.Index) return true;
                if (without >= 0 && reader.LeftIn == without) continue;
                open.Enqueue(Node.Of(reader));
                if (reader.LeftIn >= 0) Enqueue(open, reader.LeftIn);
            }
        }

        return false;
    }

    /// <summary>Whether the prediction can depend on what is in a cell.</summary>
    public bool ReachesFrom(int memory, int without = -1) =>
        Reaches(Node.OfMemory(memory, ComponentFunction.Predict), without) || Reaches(Node.OfMemory(memory, ComponentFunction.Learn), without);

    /// <summary>The values that a cell is read as, in Predict and in Learn.</summary>
    public static ImmutableArray<Node> Contents(int memory) =>
        [Node.OfMemory(memory, ComponentFunction.Predict), Node.OfMemory(memory, ComponentFunction.Learn)];

    private static void Enqueue(Queue<Node> open, int memory)
    {
        foreach (var content in Contents(memory)) open.Enqueue(content);
    }

    private void FindConstants()
    {
        bool changes;
        do
        {
            changes = false;
            foreach (var memory in Flow.Memory.Where(memory => !constantMemory[memory.Index] && LeavesConstants(memory)))
                changes = constantMemory[memory.Index] = true;
            foreach (var value in Flow.Values.Where(value => !constantValues[value.Index] && IsConstant(value)))
                changes = constantValues[value.Index] = true;
        }
        while (changes);
    }

    private bool LeavesConstants(FlowMemory memory) =>
        (memory.Predict < 0 || constantValues[memory.Predict]) && (memory.Learn < 0 || constantValues[memory.Learn]);

    private bool IsConstant(FlowValue value) =>
        value.Function == ComponentFunction.Setup || (!IsDrawn(value) && NodesOf(value).All(IsConstant));

    private bool IsDrawn(FlowValue value) => value.Info.IsRandom && Numbers.Constant(Node.Of(value)) is null;

    private void FindInfluences()
    {
        bool changes;
        do
        {
            changes = false;
            foreach (var value in Flow.Values)
            {
                var influence = value.Function != ComponentFunction.Setup && IsDrawn(value) ? Influence.Noise : Influence.None;
                foreach (var node in NodesOf(value)) influence |= InfluenceOn(node);
                changes |= influence != influences[value.Index];
                influences[value.Index] = influence;
            }
        }
        while (changes);
    }
}
