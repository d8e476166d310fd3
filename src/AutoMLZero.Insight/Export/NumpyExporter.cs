using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>Writes a program as one Python class in the style of scikit-learn, over numpy.</summary>
internal sealed class NumpyExporter
{
    private readonly ReadableProgram program;
    private readonly ExportSettings settings;

    private NumpyExporter(ReadableProgram program, ExportSettings settings) => (this.program, this.settings) = (program, settings);

    private bool IsMultiClass => settings.Kind == TaskKind.MultiClass;

    private string Prediction => Field(program.Memory[0].Name);

    private string Parameters => (IsMultiClass ? $"classes={settings.Classes}, " : "") + "epochs=1, seed=0";

    /// <summary>The text of the class.</summary>
    public static string Write(ReadableProgram program, ExportSettings settings) => new NumpyExporter(program, settings).Write();

    private string Write()
    {
        var text = new SourceText().Add("\"\"\"A learning algorithm that AutoMLZero evolved out of basic mathematics. It needs nothing but numpy.\"\"\"").Add("import numpy as np");
        foreach (var code in Dialect.Numpy.Code(Needs())) text.Add("\n").Add(code);
        text.Add("\n").Add($"class {settings.Name}:").Indented(body =>
        {
            body.Add($"\"\"\"{Summary()}\"\"\"");
            Parameter(body);
            Fit(body);
            Predict(body);
            body.Add(
                """

                def _start(self, n_features):
                    self.n_features_in_ = n_features
                    with np.errstate(all="ignore"):
                        self._setup()
                """);
            Function(body, "_setup(self)", ComponentFunction.Setup, StartMemory);
            Function(body, "_predict(self, features)", ComponentFunction.Predict, CountExample);
            Function(body, $"_learn(self, features, label{(IsMultiClass ? ", one_hot_label" : "")})", ComponentFunction.Learn, _ => { });
            Random(body);
        });
        return text.ToString();
    }

    private string Summary() => settings.Kind switch
    {
        TaskKind.Regression => "Learns to predict a number from features, example by example.",
        TaskKind.Binary => "Learns to tell two classes, 0 and 1, apart by their features, example by example.",
        _ => "Learns to tell several classes, 0 and up, apart by their features, example by example.",
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

    private void Parameter(SourceText text)
    {
        string[] names = IsMultiClass ? ["classes", "epochs", "seed"] : ["epochs", "seed"];
        text.Add("").Add($"def __init__(self, {Parameters}):").Indented(body =>
        {
            foreach (var name in names) body.Add($"self.{name} = {name}");
        });
        text.Add(
            $$"""

            def get_params(self, deep=True):
                return {{{string.Join(", ", names.Select(name => $"\"{name}\": self.{name}"))}}}

            def set_params(self, **params):
                for name, value in params.items():
                    setattr(self, name, value)
                return self
            """);
    }

    private void Fit(SourceText text)
    {
        text.Add(
            """

            def fit(self, X, y):
                "Learns from examples: in the given order first, then in a new order each time."
                X, y = np.asarray(X, dtype=float), np.asarray(y)
                self._start(X.shape[1])
                self.partial_fit(X, y)
                for epoch in range(1, self.epochs):
                    order = np.random.default_rng(epoch).permutation(len(X))
                    self.partial_fit(X[order], y[order])
                return self

            def partial_fit(self, X, y):
                "Learns from more examples, in the given order."
                X, y = np.asarray(X, dtype=float), np.asarray(y)
                if not hasattr(self, "n_features_in_"):
                    self._start(X.shape[1])
                with np.errstate(all="ignore"):
                    for features, label in zip(X, y):
                        self._predict(features)
            """).Indented(body => body.Indented(context => context.Indented(loop =>
            {
                if (settings.Kind == TaskKind.Binary) loop.Add($"{Prediction} = _logistic({Prediction})");
                if (IsMultiClass) loop.Add($"{Prediction} = _softmax({Prediction}, self.classes)");
                loop.Add(IsMultiClass
                    ? "self._learn(features, np.float64(label), np.eye(self.n_features_in_)[int(label)])"
                    : "self._learn(features, np.float64(label))");
            })));
        text.Indented(body => body.Add("return self"));
    }

    private void Predict(SourceText text)
    {
        const string Rows = "for features in np.asarray(X, dtype=float)";
        switch (settings.Kind)
        {
            case TaskKind.Regression:
                Method("predict(self, X)", "The prediction for each example.", $"return np.array([self._predict(features) {Rows}])");
                break;
            case TaskKind.Binary:
                Method("predict(self, X)", "The class of each example.", "return (self.predict_proba(X)[:, 1] > 0.5).astype(int)");
                Method("predict_proba(self, X)", "The probability of class 0 and of class 1 of each example.", $"ones = np.array([_logistic(self._predict(features)) {Rows}])\n    return np.column_stack([1 - ones, ones])");
                break;
            default:
                Method("predict(self, X)", "The class of each example.", "return np.argmax(self.predict_proba(X), axis=1)");
                Method("predict_proba(self, X)", "The probability of each class of each example.", $"return np.array([_softmax(self._predict(features), self.classes)[:self.classes] {Rows}])");
                break;
        }

        void Method(string signature, string summary, string code) =>
            text.Add("").Add($"def {signature}:").Indented(body => body.Add($"\"{summary}\"").Add("with np.errstate(all=\"ignore\"):").Add($"    {code}"));
    }

    private void StartMemory(SourceText text)
    {
        if (program.IsRandom) text.Add("self._examples = 0").Add("self._step = 0");
        foreach (var memory in program.Memory.Where(memory => memory.Memory.Setup < 0)) text.Add($"{Field(memory.Name)} = {Zero(memory.Memory.Type)}  # {memory.Note}");
    }

    private void CountExample(SourceText text)
    {
        if (program.IsRandom) text.Add("self._step = self._examples").Add("self._examples += 1");
    }

    private void Function(SourceText text, string signature, ComponentFunction function, Action<SourceText> start) =>
        text.Add("").Add($"def {signature}:").Indented(body =>
        {
            start(body);
            foreach (var line in program[function])
            {
                var expression = Expressions.Fill(Dialect.Numpy.Expression(line.Value.Op), program, line.Value, Operand);
                body.Add($"{(line.Value.IsLeft ? Field(line.Name) : line.Name.Snake)} = {expression}  # {line.Note}");
            }

            if (function == ComponentFunction.Predict) body.Add($"return {Prediction}");
            else if (function == ComponentFunction.Learn && program[function].IsEmpty) body.Add("pass");
        });

    private void Random(SourceText text)
    {
        var ops = program.Flow.Values.Select(value => value.Op).ToHashSet();
        if (ops.Contains(Op.VectorConstant) || ops.Contains(Op.VectorElement) || ops.Contains(Op.SetElement) || ops.Contains(Op.MatrixConstant))
        {
            text.Add(
                """

                def _position(self, share):
                    return int(np.floor(self.n_features_in_ * share))
                """);
        }

        if (ops.Overlaps([Op.ScalarUniform, Op.VectorUniform, Op.MatrixUniform]))
        {
            text.Add(
                """

                def _uniform(self, stream, shape, low, high):
                    bits = _bits(self.seed, stream, self._step, shape)
                    share = (bits >> np.uint64(11)).astype(float) * 2.0**-53
                    return low + share * max(high - low, 0.0)
                """);
        }

        if (ops.Overlaps([Op.ScalarGaussian, Op.VectorGaussian, Op.MatrixGaussian]))
        {
            text.Add(
                """

                def _gaussian(self, stream, shape, mean, deviation):
                    bits = _bits(self.seed, stream, self._step, shape)
                    radius = np.sqrt(-2 * np.log(((bits >> np.uint64(32)).astype(float) + 0.5) * 2.0**-32))
                    angle = abs((bits & np.uint64(0xFFFFFFFF)).astype(float) - 2.0**31) * 2.0**-30 - 1
                    return mean + deviation * (radius * np.sin(angle * (np.pi / 2)))
                """);
        }
    }

    private string Operand(FlowOperand operand, OperandType type) => operand.Origin switch
    {
        FlowOrigin.Zero or FlowOrigin.None => Zero(type),
        FlowOrigin.Memory => Field(program.NameOf(operand)),
        FlowOrigin.Value when program.Flow.Values[operand.Index].IsLeft => Field(program.NameOf(operand)),
        _ => program.NameOf(operand).Snake,
    };

    private static string Field(Name name) => $"self._{name.Snake}";

    private static string Zero(OperandType type) => type switch
    {
        OperandType.Scalar => "np.float64(0)",
        OperandType.Vector => "np.zeros(self.n_features_in_)",
        _ => "np.zeros((self.n_features_in_, self.n_features_in_))",
    };
}
