using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>
/// Tasks given as data, in JSON: <c>dimension</c>, <c>scalars</c>, <c>vectors</c>, <c>matrices</c>, <c>combine</c>, <c>maxAbsError</c> and
/// <c>tasks</c>, each with <c>name</c>, <c>kind</c>, <c>epochs</c>, <c>train</c> and <c>valid</c>, and optionally <c>seed</c>. Multi-class
/// tasks also need <c>classes</c>, beside <c>tasks</c> or in each task.
/// </summary>
public static class TasksFile
{
    /// <summary>Reads tasks with the memory and the settings that programs run with.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What errors call the text, such as its file name.</param>
    /// <exception cref="InputException">The text is not a task file; the message says where, what was found and expected.</exception>
    public static (TaskSet Tasks, MemoryShape Memory, EvaluationSettings Evaluation) Read(string json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(source);
        using var document = JsonText.Parse(json, source);
        var root = new JsonField(document.RootElement, source).Object(
            ["dimension", "scalars", "vectors", "matrices", "combine", "maxAbsError", "tasks"], ["classes"]);
        return (Tasks(root), SpecFields.Addresses(root), SpecFields.Fitness(root, Precision.Bits64));
    }

    private static TaskSet Tasks(JsonField root)
    {
        var dimension = root["dimension"].Whole(1, SyntheticTaskSettings.MaxDimension);
        var sharedClasses = root.Optional("classes")?.Whole(2, dimension);
        TaskData[] data = [.. root["tasks"].Items().Select((field, index) => TaskData.Read(field, dimension, index, sharedClasses))];
        if (data.Length == 0) throw root["tasks"].Error("is empty, expected at least one task");
        if (sharedClasses is not null && data[0].Classes == 0)
            throw root["classes"].Error($"is {sharedClasses}, expected only for multi-class tasks, which {data[0].Field.Path} is not");
        foreach (var task in data) task.CheckLike(data[0]);
        return new TaskSet([.. data.Select(task => task.Task)], data[0].Epochs, data[0].Classes);
    }
}
