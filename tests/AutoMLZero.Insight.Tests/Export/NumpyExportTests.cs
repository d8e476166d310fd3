using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Export;

public class NumpyExportTests
{
    private const string Driver =
        """
        import importlib, sys, warnings
        import numpy as np
        warnings.simplefilter("error")
        sys.path.insert(0, sys.argv[1])
        lines = iter(sys.stdin.read().splitlines())
        row = lambda: [float(word) for word in next(lines).split()]
        for number in range(int(sys.argv[2])):
            seed, features, classes, kind, train, rows = (int(word) for word in next(lines).split())
            examples = np.array([row() for _ in range(train)])
            unseen = np.array([row() for _ in range(rows)])
            learner = getattr(importlib.import_module(f"learner{number}"), f"Learner{number}")(seed=seed)
            learner.fit(examples[:, 1:], examples[:, 0])
            found = learner.predict(unseen) if kind == 0 else learner.predict_proba(unseen)[:, 1 if kind == 1 else 0:]
            print(*np.asarray(found, dtype=float).ravel())
        """;

    [Fact]
    public void Estimators_predict_what_the_engine_predicts()
    {
        using var files = new Folder();
        foreach (var export in ExportCases.All)
            files.Write($"learner{export.Number}.py", ProgramExporter.Write(export.Program, ExportFormat.Numpy, export.Settings));
        var driver = files.Write("driver.py", Driver);
        var output = Tool.Python.Run(Exchange.Write(ExportCases.All), driver, files.Root, $"{ExportCases.All.Length}");
        foreach (var (export, found) in ExportCases.All.Zip(Exchange.Read(output, ExportCases.All))) export.Check(found, 1e-9);
    }

    [Theory]
    [InlineData(TaskKind.Regression, "predict(X).shape == (3,)")]
    [InlineData(TaskKind.Binary, "set(predict(X)) <= {0, 1} and abs(predict_proba(X).sum(axis=1) - 1).max() < 1e-12")]
    [InlineData(TaskKind.MultiClass, "set(predict(X)) <= {0, 1, 2} and predict_proba(X).shape == (3, 3)")]
    public void Estimators_are_used_like_those_of_scikit_learn(TaskKind kind, string claim)
    {
        using var files = new Folder();
        files.Write("evolved.py", ProgramExporter.Write(BuiltInPrograms.Linear, ExportFormat.Numpy, new ExportSettings { Kind = kind, Dimension = 4, Classes = 3 }));
        var script = files.Write("use.py",
            $"""
            import numpy as np
            from evolved import EvolvedLearner
            X, y = np.arange(12).reshape(3, 4) / 10, [0, 1, 1]
            learner = EvolvedLearner(epochs=2)
            copy = type(learner)(**learner.get_params())
            assert copy.set_params(seed=3).seed == 3 and copy.epochs == 2
            predict, predict_proba = learner.fit(X, y).predict, getattr(learner, "predict_proba", None)
            assert learner.n_features_in_ == 4
            assert {claim}
            assert np.array_equal(predict(X), type(learner)(epochs=2).fit(X, y).predict(X))
            """);
        Tool.Python.Run("", script);
    }
}
