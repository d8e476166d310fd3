using System.Globalization;
using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export.Onnx;

/// <summary>Writes what a program has learned as an ONNX model, in 32-bit floats: its Predict, with memory as part of the model.</summary>
public sealed class OnnxExporter
{
    private readonly Learner learner;
    private readonly DataFlow flow;
    private readonly OnnxGraph graph = new();
    private readonly OnnxOps ops;
    private readonly Dictionary<FlowOperand, string> names = [];
    private readonly HashSet<int> open = [];
    private readonly string features;

    private OnnxExporter(Learner learner)
    {
        this.learner = learner;
        flow = DataFlow.Of(learner.Effective.Program, learner.Kind == TaskKind.MultiClass);
        ops = new OnnxOps(graph);
        features = graph.Input("features", learner.Dimension);
    }

    private int Dimension => learner.Dimension;

    /// <summary>
    /// The bytes of a model with the input <c>features</c>, N x F, and the output <c>prediction</c>, N x 1, for numbers; <c>probability</c>, N x 1, and
    /// <c>class</c>, N x 1, for two classes; <c>probabilities</c>, N x C, and <c>class</c>, N x 1, for several. Where Predict first brings memory up
    /// to date with what was learned, the model predicts as the program does from its second prediction on.
    /// </summary>
    /// <param name="learner">A program that has learned.</param>
    /// <exception cref="InputException">ONNX cannot express the program's Predict.</exception>
    public static byte[] Write(Learner learner)
    {
        ArgumentNullException.ThrowIfNull(learner);
        return new OnnxExporter(learner).Write();
    }

    private byte[] Write()
    {
        var left = flow.Prediction.Predict;
        var prediction = left >= 0 ? NameOf(flow.Values[left]) : Memory(flow.Prediction);
        switch (learner.Kind)
        {
            case TaskKind.Regression:
                Return("prediction", prediction, 1);
                break;
            case TaskKind.Binary:
                Return("probability", ops.Plain("Sigmoid", prediction), 1);
                ops.Whole(ops.Plain("Greater", "probability", Constant(0.5)), "class");
                graph.Output("class", 1, isWhole: true);
                break;
            default:
                var scores = graph.Add("Slice", [prediction, graph.Whole(0), graph.Whole(learner.Classes), graph.Whole(1)]);
                Return("probabilities", graph.Add("Softmax", [scores], [("axis", [1], false)]), learner.Classes);
                graph.Add("ArgMax", ["probabilities"], [("axis", [1], false), ("keepdims", [1], false)], "class");
                graph.Output("class", 1, isWhole: true);
                break;
        }

        return graph.ToModel("predict");
    }

    /// <summary>An output for every example, even when it is the same for all.</summary>
    private void Return(string output, string value, int width)
    {
        var count = graph.Add("Shape", [features], [("start", [0], false), ("end", [1], false)]);
        var shape = graph.Add("Concat", [count, graph.Whole(width)], [("axis", [0], false)]);
        graph.Add("Expand", [value, shape], output: output);
        graph.Output(output, width);
    }

    private string NameOf(FlowOperand operand, OperandType type) => operand.Origin switch
    {
        FlowOrigin.Value => NameOf(flow.Values[operand.Index]),
        FlowOrigin.Memory => OfMemory(flow.Memory[operand.Index]),
        FlowOrigin.Features => features,
        _ => Zero(type),
    };

    private string NameOf(FlowValue value)
    {
        var operand = new FlowOperand(FlowOrigin.Value, value.Index);
        if (names.TryGetValue(operand, out var name)) return name;
        if (value.Info.IsRandom)
            throw new InputException($"ONNX cannot express '{value.Instruction}' in Predict, which draws random numbers");
        return names[operand] = Compute(value);
    }

    /// <summary>What Predict leaves for itself must not depend on examples: then it is the same from the second prediction on.</summary>
    private string OfMemory(FlowMemory memory)
    {
        if (memory.Predict < 0) return Memory(memory);
        if (!open.Add(memory.Index) || SeesFeatures(memory.Predict, []))
            throw new InputException($"ONNX cannot express a Predict that carries {memory.Name} from one example to the next");
        var name = NameOf(flow.Values[memory.Predict]);
        open.Remove(memory.Index);
        return name;
    }

    private bool SeesFeatures(int value, HashSet<int> seen) => seen.Add(value) && flow.Values[value].Operands.Any(operand => operand.Origin switch
    {
        FlowOrigin.Features => true,
        FlowOrigin.Value => SeesFeatures(operand.Index, seen),
        FlowOrigin.Memory => flow.Memory[operand.Index].Predict is >= 0 and var left && SeesFeatures(left, seen),
        _ => false,
    });

    private string Memory(FlowMemory memory)
    {
        var name = $"memory_{memory.Name}";
        var numbers = memory.Address < learner.Effective.Memory.Count(memory.Type) ? learner.Memory(memory.Type, memory.Address) : new double[Size(memory.Type)];
        return graph.Numbers(name, Shape(memory.Type), Floats(numbers, $"what was learned in {memory.Name}"));
    }

    private int Size(OperandType type) => type switch { OperandType.Scalar => 1, OperandType.Vector => Dimension, _ => Dimension * Dimension };

    private long[] Shape(OperandType type) => type switch { OperandType.Scalar => [1, 1], OperandType.Vector => [1, Dimension], _ => [1, Dimension, Dimension] };

    private string Zero(OperandType type) => graph.Numbers($"zero_{type}", Shape(type), new float[Size(type)]);

    private string Ones(params long[] shape)
    {
        var numbers = new float[Dimension];
        Array.Fill(numbers, 1);
        return graph.Numbers("ones_" + string.Join('_', shape), shape, numbers);
    }

    private string Constant(double number) =>
        graph.Numbers("number_" + number.ToString("R", CultureInfo.InvariantCulture), [1, 1], Floats([number], "a constant"));

    private static float[] Floats(double[] numbers, string what) => [.. numbers.Select(number =>
        double.IsFinite(number) && float.IsInfinity((float)number)
            ? throw new InputException($"ONNX in 32-bit floats cannot express {what}: {ProgramPrinter.Print(number)} is too large")
            : (float)number)];

    private string Compute(FlowValue value)
    {
        var i = value.Instruction;
        switch (value.Op)
        {
            case Op.ScalarConstant: return Constant(i.Constant1);
            case Op.VectorConstant: return Replace(value, Position(i.Constant1), Constant(i.Constant2));
            case Op.MatrixConstant: return Replace(value, (Position(i.Constant1) * Dimension) + Position(i.Constant2), Constant(i.Constant3));
        }

        var a = NameOf(value.Input1, value.Info.Input1);
        if (value.Op == Op.SetElement) return Replace(value, Position(i.Constant1), a);
        if (value.Op == Op.VectorElement) return ops.Element(a, Position(i.Constant1));
        return value.Info.InputCount == 1 ? Unary(value.Op, a) : Binary(value.Op, a, NameOf(value.Input2, value.Info.Input2));
    }

    private int Position(double share) => (int)Math.Floor(Dimension * share);

    /// <summary>One element replaced: the others times 1 would not do where they are not numbers.</summary>
    private string Replace(FlowValue value, int at, string number)
    {
        var place = new float[Size(value.Type)];
        place[at] = 1;
        var mask = graph.Numbers($"place_{value.Type}_{at.ToString(CultureInfo.InvariantCulture)}", Shape(value.Type), place);
        return ops.Plain("Where", ops.Plain("Greater", mask, Zero(value.Type)), number, NameOf(value.Kept, value.Type));
    }

    private string Unary(Op op, string a) => op switch
    {
        Op.ScalarAbs or Op.VectorAbs or Op.MatrixAbs => ops.Plain("Abs", a),
        Op.ScalarReciprocal or Op.VectorReciprocal or Op.MatrixReciprocal => ops.Plain("Reciprocal", a),
        Op.ScalarSin => ops.Plain("Sin", a),
        Op.ScalarCos => ops.Plain("Cos", a),
        Op.ScalarTan => ops.Plain("Tan", a),
        Op.ScalarArcsin => ops.Plain("Asin", a),
        Op.ScalarArccos => ops.Plain("Acos", a),
        Op.ScalarArctan => ops.Plain("Atan", a),
        Op.ScalarExp => ops.Plain("Exp", a),
        Op.ScalarLog => ops.Plain("Log", a),
        Op.ScalarHeaviside => ops.Step("GreaterOrEqual", a, Zero(OperandType.Scalar)),
        Op.VectorHeaviside => ops.Step("Greater", a, Zero(OperandType.Vector)),
        Op.MatrixHeaviside => ops.Step("Greater", a, Zero(OperandType.Matrix)),
        Op.ScalarBroadcast => ops.Plain("Mul", a, Ones(1, Dimension)),
        Op.VectorBroadcastColumns => ops.Plain("Mul", ops.Unsqueeze(a, 2), Ones(1, 1, Dimension)),
        Op.VectorBroadcastRows => ops.Plain("Mul", ops.Unsqueeze(a, 1), Ones(1, Dimension, 1)),
        Op.VectorNorm => ops.Norm(a, true, 1),
        Op.MatrixNorm => ops.Squeeze(ops.Norm(a, true, 1, 2), 2),
        Op.MatrixColumnNorm => ops.Norm(a, false, 1),
        Op.MatrixRowNorm => ops.Norm(a, false, 2),
        Op.MatrixTranspose => ops.Transpose(a),
        Op.VectorMean => ops.Mean(a, true, 1),
        Op.MatrixMean => ops.Squeeze(ops.Mean(a, true, 1, 2), 2),
        Op.MatrixRowMean => ops.Mean(a, false, 2),
        Op.VectorStd => ops.Deviation(a, true, 1),
        Op.MatrixStd => ops.Squeeze(ops.Deviation(a, true, 1, 2), 2),
        Op.MatrixRowStd => ops.Deviation(a, false, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "This operation does not have one input."),
    };

    private string Binary(Op op, string a, string b) => op switch
    {
        Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd => ops.Plain("Add", a, b),
        Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract => ops.Plain("Sub", a, b),
        Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.VectorScale => ops.Plain("Mul", a, b),
        Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide => ops.Plain("Div", a, b),
        Op.VectorDot => ops.Sum(ops.Plain("Mul", a, b), true, 1),
        Op.VectorOuter => ops.Plain("Mul", ops.Unsqueeze(a, 2), ops.Unsqueeze(b, 1)),
        Op.MatrixScale => ops.Plain("Mul", ops.Unsqueeze(a, 2), b),
        Op.MatrixVectorProduct => ops.Squeeze(ops.Plain("MatMul", a, ops.Unsqueeze(b, 2)), 2),
        Op.MatrixProduct => ops.Plain("MatMul", a, b),
        Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum => ops.Choose("Less", a, b),
        Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum => ops.Choose("Greater", a, b),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "This operation does not have two inputs."),
    };
}
