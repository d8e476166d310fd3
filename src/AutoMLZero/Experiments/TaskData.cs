using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>One task of a task file, with what all tasks of a file must share.</summary>
/// <param name="Field">Where it is.</param>
/// <param name="Task">The task.</param>
/// <param name="Epochs">How often the training examples are gone through.</param>
/// <param name="Classes">Number of classes if it is multi-class, else 0.</param>
internal sealed record TaskData(JsonField Field, LearningTask Task, int Epochs, int Classes)
{
    /// <summary>Reads a task.</summary>
    public static TaskData Read(JsonField field, int dimension, int index, int? sharedClasses)
    {
        field.Object(["name", "kind", "epochs", "train", "valid"], ["seed", "classes"]);
        var kind = field["kind"].OneOf<TaskKind>(SpecWords.Tasks);
        var classes = ReadClasses(field, kind, dimension, sharedClasses);
        int? labels = kind switch { TaskKind.Binary => 2, TaskKind.MultiClass => classes, _ => null };
        var task = new LearningTask(
            field["name"].Text(),
            kind,
            ReadExamples(field["train"], dimension, labels),
            ReadExamples(field["valid"], dimension, labels),
            field.Optional("seed")?.Seed() ?? SplitMix.Derive(0, (ulong)index));
        return new TaskData(field, task, field["epochs"].Whole(1, 1_000_000), classes);
    }

    /// <summary>Checks that the task can run in lockstep with the first one.</summary>
    public void CheckLike(TaskData first)
    {
        CheckSame("epochs", Epochs, first.Epochs);
        CheckSame("train", Task.Train.Count, first.Task.Train.Count, " examples");
        CheckSame("valid", Task.Valid.Count, first.Task.Valid.Count, " examples");
        if ((Classes == 0) != (first.Classes == 0))
            throw Field["kind"].Error("mixes multi-class tasks with others, expected the kind of the first task");
        if (Classes != first.Classes)
            throw Field.Error($"has {Classes} classes, expected {first.Classes} as in the first task");
    }

    private void CheckSame(string name, int found, int expected, string unit = "")
    {
        if (found != expected) throw Field[name].Error($"has {found}{unit}, expected {expected} as in the first task");
    }

    private static int ReadClasses(JsonField field, TaskKind kind, int dimension, int? shared)
    {
        var own = field.Optional("classes");
        if (kind == TaskKind.MultiClass)
            return own?.Whole(2, dimension) ?? shared ?? throw field.Error("is multi-class, expected the number of classes in \"classes\"");
        return own is null ? 0 : throw own.Value.Error("is given, expected only for multi-class tasks");
    }

    private static Examples ReadExamples(JsonField field, int dimension, int? classes)
    {
        field.Object(["x", "y"]);
        JsonField[] rows = [.. field["x"].Items("an array of rows of features")];
        JsonField[] labels = [.. field["y"].Items("an array of labels")];
        if (rows.Length == 0) throw field["x"].Error("is empty, expected at least one example");
        if (labels.Length != rows.Length)
            throw field["y"].Error($"has {labels.Length} labels, expected {rows.Length}, one for each row of x");
        if ((long)rows.Length * dimension > Array.MaxLength)
            throw field["x"].Error($"has {rows.Length} rows, expected at most {Array.MaxLength / dimension}");
        var features = new double[rows.Length * dimension];
        for (var i = 0; i < rows.Length; i++) ReadRow(rows[i], features.AsSpan(i * dimension, dimension));
        return new Examples(dimension, features, Array.ConvertAll(labels, label => ReadLabel(label, classes)));
    }

    private static void ReadRow(JsonField row, Span<double> features)
    {
        JsonField[] items = [.. row.Items($"an array of {features.Length} numbers")];
        if (items.Length != features.Length) throw row.Error($"has {items.Length} features, expected {features.Length}, the dimension");
        for (var i = 0; i < items.Length; i++) features[i] = items[i].Finite();
    }

    private static double ReadLabel(JsonField label, int? classes) =>
        classes is { } count ? label.Whole(0, count - 1) : label.Finite();
}
