using System.Globalization;

namespace AutoMLZero.Insight.Export.Onnx;

/// <summary>The graph of an ONNX model in the making. Names of values are strings; all numbers are 32-bit floats unless said otherwise.</summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly List<ProtobufMessage> nodes = [];
    private readonly Dictionary<string, ProtobufMessage> initializers = [];
    private readonly List<ProtobufMessage> inputs = [];
    private readonly List<ProtobufMessage> outputs = [];

    /// <summary>Adds an input whose first dimension is the number of examples.</summary>
    public string Input(string name, int width)
    {
        inputs.Add(Info(name, Float, width));
        return name;
    }

    /// <summary>Adds an output whose first dimension is the number of examples.</summary>
    public void Output(string name, int width, bool isWhole = false) => outputs.Add(Info(name, isWhole ? Int64 : Float, width));

    /// <summary>Adds numbers that are part of the model.</summary>
    public string Numbers(string name, long[] shape, ReadOnlySpan<float> numbers)
    {
        initializers[name] = Tensor(name, shape, Float).Add(9, numbers);
        return name;
    }

    /// <summary>Whole numbers that are part of the model, such as axes.</summary>
    public string Whole(params long[] numbers)
    {
        var name = "whole_" + string.Join('_', numbers).Replace('-', 'm');
        initializers[name] = Tensor(name, [numbers.Length], Int64).Add(9, numbers);
        return name;
    }

    /// <summary>Adds an operator of ONNX.</summary>
    /// <param name="type">Its name.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="attributes">Whole numbers, one or several.</param>
    /// <param name="output">The name of its output; a new one when null.</param>
    /// <returns>The name of its output.</returns>
    public string Add(string type, string[] inputs, (string Name, long[] Values, bool IsList)[]? attributes = null, string? output = null)
    {
        output ??= $"{type.ToLowerInvariant()}_{nodes.Count.ToString(CultureInfo.InvariantCulture)}";
        var node = new ProtobufMessage();
        foreach (var input in inputs) node.Add(1, input);
        node.Add(2, output).Add(4, type);
        foreach (var attribute in attributes ?? []) node.Add(5, Attribute(attribute));
        nodes.Add(node);
        return output;
    }

    /// <summary>The bytes of the model.</summary>
    public byte[] ToModel(string name)
    {
        var graph = new ProtobufMessage();
        foreach (var node in nodes) graph.Add(1, node);
        graph.Add(2, name);
        foreach (var initializer in initializers.Values) graph.Add(5, initializer);
        foreach (var input in inputs) graph.Add(11, input);
        foreach (var output in outputs) graph.Add(12, output);
        return new ProtobufMessage().Add(1, IrVersion).Add(2, "AutoMLZero").Add(7, graph)
            .Add(8, new ProtobufMessage().Add(1, "").Add(2, OperatorSet)).ToArray();
    }

    private static ProtobufMessage Tensor(string name, long[] shape, int type)
    {
        var tensor = new ProtobufMessage();
        foreach (var size in shape) tensor.Add(1, size);
        return tensor.Add(2, type).Add(8, name);
    }

    private static ProtobufMessage Info(string name, int type, int width)
    {
        var shape = new ProtobufMessage()
            .Add(1, new ProtobufMessage().Add(2, "N"))
            .Add(1, new ProtobufMessage().Add(1, width));
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, new ProtobufMessage().Add(1, type).Add(2, shape)));
    }

    private static ProtobufMessage Attribute((string Name, long[] Values, bool IsList) attribute)
    {
        const int Whole = 2, WholeList = 7;
        var message = new ProtobufMessage().Add(1, attribute.Name);
        foreach (var value in attribute.Values) message.Add(attribute.IsList ? 8 : 3, value);
        return message.Add(20, attribute.IsList ? WholeList : Whole);
    }
}
