using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>Writes a program as one C# class that needs nothing but .NET: <c>Setup</c>, <c>Predict</c>, <c>Learn</c> and <c>Fit</c>.</summary>
internal sealed class CSharpExporter
{
    private readonly ReadableProgram program;
    private readonly ExportSettings settings;

    private CSharpExporter(ReadableProgram program, ExportSettings settings) => (this.program, this.settings) = (program, settings);

    private bool IsMultiClass => settings.Kind == TaskKind.MultiClass;

    private Name Prediction => program.Memory[0].Name;

    /// <summary>The text of the class.</summary>
    public static string Write(ReadableProgram program, ExportSettings settings) => new CSharpExporter(program, settings).Write();

    private string Write()
    {
        var text = new SourceText().Add(
            """
            // A learning algorithm that AutoMLZero evolved out of basic mathematics. It needs nothing but .NET.
            #nullable enable
            using System;

            """).Add($"/// <summary>{Summary()}</summary>").Add($"public sealed class {settings.Name}");
        text.Braces(body =>
        {
            Fields(body);
            Constructor(body);
            Setup(body);
            PredictMethods(body);
            LearnMethod(body);
            FitMethod(body);
            PredictExample(body);
            foreach (var code in Dialect.CSharp.Code(Needs())) body.Add("").Add(code);
        });
        return text.ToString();
    }

    private string Summary() => settings.Kind switch
    {
        TaskKind.Regression => "Learns to predict a number from features, example by example.",
        TaskKind.Binary => "Learns to tell two classes, 0 and 1, apart by their features, example by example.",
        _ => "Learns to tell several classes apart by their features, example by example.",
    };

    private IEnumerable<string> Needs()
    {
        var needs = program.Flow.Values.Select(value => value.Op.ToString());
        return settings.Kind switch
        {
            TaskKind.Binary => needs.Append("Logistic"),
            TaskKind.MultiClass => needs.Append("Softmax"),
            _ => needs,
        };
    }

    private void Fields(SourceText text)
    {
        text.Add("private readonly int dimension;");
        if (IsMultiClass) text.Add("private readonly int classes;");
        if (program.IsRandom) text.Add("private readonly ulong seed;").Add("private long examples;").Add("private long step;");
        foreach (var memory in program.Memory) text.Add($"private {Type(memory.Memory.Type)} {memory.Name.Camel}{Empty(memory.Memory.Type)}; // {memory.Note}");
        text.Add("");
    }

    private void Constructor(SourceText text)
    {
        text.Add("/// <summary>Makes a learner that has not learned anything.</summary>").Add("/// <param name=\"features\">Number of features of every example.</param>");
        if (IsMultiClass) text.Add("/// <param name=\"classes\">Number of classes, 2 to the number of features.</param>");
        if (program.IsRandom) text.Add("/// <param name=\"seed\">Decides all random numbers.</param>");
        text.Add($"public {settings.Name}(int features{(IsMultiClass ? ", int classes" : "")}{(program.IsRandom ? ", ulong seed = 0" : "")})").Braces(body =>
        {
            body.Add("ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);");
            body.Add("dimension = features;");
            if (IsMultiClass)
            {
                body.Add("if (classes < 2 || classes > features) throw new ArgumentOutOfRangeException(nameof(classes), classes, \"Expected 2 to the number of features.\");");
                body.Add("this.classes = classes;");
            }

            if (program.IsRandom) body.Add("this.seed = seed;");
            body.Add("Setup();");
        });
        text.Add("");
    }

    private void Setup(SourceText text)
    {
        text.Add("/// <summary>Forgets everything that was learned.</summary>").Add("public void Setup()").Braces(body =>
        {
            if (program.IsRandom) body.Add("examples = 0;").Add("step = 0;");
            foreach (var memory in program.Memory.Where(memory => memory.Memory.Setup < 0)) body.Add($"{memory.Name.Camel} = {Zero(memory.Memory.Type)};");
            Lines(body, ComponentFunction.Setup);
        });
        text.Add("");
    }

    private void PredictMethods(SourceText text)
    {
        if (!IsMultiClass)
        {
            var isBinary = settings.Kind == TaskKind.Binary;
            text.Add($"/// <summary>{(isBinary ? "The probability that an example is of class 1." : "The prediction for an example.")}</summary>");
            text.Add("public double Predict(double[] features)").Braces(body =>
            {
                body.Add("PredictExample(features);");
                body.Add($"return {(isBinary ? $"Logistic({Prediction.Camel})" : Prediction.Camel)};");
            });
            text.Add("");
            return;
        }

        text.Add(
            """
            /// <summary>The class of an example.</summary>
            public int Predict(double[] features)
            {
                var probabilities = PredictProbabilities(features);
                var best = 0;
                for (var c = 1; c < classes; c++)
                {
                    if (probabilities[c] > probabilities[best]) best = c;
                }

                return best;
            }

            /// <summary>The probability of each class of an example.</summary>
            public double[] PredictProbabilities(double[] features)
            """).Braces(body =>
        {
            body.Add("PredictExample(features);");
            body.Add($"return Softmax({Prediction.Camel}, classes)[..classes];");
        });
        text.Add("");
    }

    private void LearnMethod(SourceText text)
    {
        text.Add("/// <summary>Learns from an example: predicts it, then sees its label.</summary>");
        if (IsMultiClass) text.Add("/// <param name=\"features\">The features.</param>").Add("/// <param name=\"label\">The class, 0 or more.</param>");
        text.Add("public void Learn(double[] features, double label)").Braces(body =>
        {
            body.Add("PredictExample(features);");
            if (settings.Kind == TaskKind.Binary) body.Add($"{Prediction.Camel} = Logistic({Prediction.Camel});");
            if (IsMultiClass) body.Add($"{Prediction.Camel} = Softmax({Prediction.Camel}, classes);");
            if (Reads(FlowOrigin.OneHotLabel)) body.Add("var oneHotLabel = new double[dimension];").Add("oneHotLabel[(int)label] = 1;");
            Lines(body, ComponentFunction.Learn);
        });
        text.Add("");
    }

    private void FitMethod(SourceText text) => text.Add(
        $$"""
        /// <summary>Learns from examples: in the given order first, then in a new order each time.</summary>
        /// <param name="rows">The features of each example.</param>
        /// <param name="labels">The label of each example.</param>
        /// <param name="epochs">How often each example is seen.</param>
        public {{settings.Name}} Fit(double[][] rows, {{(IsMultiClass ? "int" : "double")}}[] labels, int epochs = 1)
        {
            if (rows.Length != labels.Length) throw new ArgumentException("There must be as many labels as rows.", nameof(labels));
            var order = new int[rows.Length];
            for (var i = 0; i < order.Length; i++) order[i] = i;
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                if (epoch > 0) new Random(epoch).Shuffle(order);
                foreach (var i in order) Learn(rows[i], labels[i]);
            }

            return this;
        }

        """);

    private void PredictExample(SourceText text) => text.Add("private void PredictExample(double[] features)").Braces(body =>
    {
        body.Add("if (features.Length != dimension) throw new ArgumentException($\"Expected {dimension} features.\", nameof(features));");
        if (program.IsRandom) body.Add("step = examples++;");
        Lines(body, ComponentFunction.Predict);
    });

    private void Lines(SourceText text, ComponentFunction function)
    {
        foreach (var line in program[function])
        {
            var expression = Expressions.Fill(Dialect.CSharp.Expression(line.Value.Op), program, line.Value, Operand);
            text.Add($"{(line.Value.IsLeft ? "" : "var ")}{line.Name.Camel} = {expression}; // {line.Note}");
        }
    }

    private string Operand(FlowOperand operand, OperandType type) =>
        operand.Origin is FlowOrigin.Zero or FlowOrigin.None ? Zero(type) : program.NameOf(operand).Camel;

    private bool Reads(FlowOrigin origin) => program.Flow.Values.Any(value => value.Operands.Any(operand => operand.Origin == origin));

    private static string Type(OperandType type) => type switch { OperandType.Scalar => "double", OperandType.Vector => "double[]", _ => "double[,]" };

    private static string Zero(OperandType type) => type switch
    {
        OperandType.Scalar => "0.0",
        OperandType.Vector => "new double[dimension]",
        _ => "new double[dimension, dimension]",
    };

    private static string Empty(OperandType type) => type switch { OperandType.Scalar => "", OperandType.Vector => " = []", _ => " = new double[0, 0]" };
}
