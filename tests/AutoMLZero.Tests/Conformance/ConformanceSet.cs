using System.Collections.Immutable;
using System.Text.Json;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Conformance;

/// <summary>The programs of one tag, the tasks that they run on, and the fitness that independent implementations computed.</summary>
internal sealed record ConformanceSet(TaskSet Tasks, ImmutableArray<Program> Programs, ImmutableArray<FitnessResult> Expected)
{
    /// <summary>The tags that there are.</summary>
    public static ImmutableArray<string> Tags { get; } = ["f4", "f4-large", "f8", "f16"];

    /// <summary>Reads the files of a tag from <c>shared/conformance</c> beside the repository.</summary>
    public static ConformanceSet Load(string tag)
    {
        using var tasks = JsonDocument.Parse(Text($"tasks-{tag}.json"));
        var root = tasks.RootElement;
        var shape = new MemoryShape(Int(root, "scalars"), Int(root, "vectors"), Int(root, "matrices"));
        var programs = ProgramParser.ParseAll(Text($"programs-{tag}.txt"), shape);
        var lines = Text($"expected-{tag}.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new ConformanceSet(ReadTasks(root), programs, [.. lines.Select(ReadExpected)]);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder(), file));

    private static string Folder()
    {
        var folder = Repository.Shared("conformance");
        Assert.True(Directory.Exists(folder), $"The conformance files are missing: expected {folder}, beside the repository's root.");
        return folder;
    }

    private static TaskSet ReadTasks(JsonElement root)
    {
        var list = root.GetProperty("tasks");
        ImmutableArray<LearningTask> tasks = [.. list.EnumerateArray().Select((task, index) => ReadTask(root, task, index))];
        var epochs = Int(list[0], "epochs");
        return new TaskSet(tasks, epochs, root.TryGetProperty("classes", out var classes) ? classes.GetInt32() : 0);
    }

    private static LearningTask ReadTask(JsonElement root, JsonElement task, int index)
    {
        var kind = Enum.Parse<TaskKind>(task.GetProperty("kind").GetString()!, ignoreCase: true);
        var dimension = Int(root, "dimension");
        return new LearningTask(
            task.GetProperty("name").GetString()!,
            kind,
            ReadExamples(dimension, task.GetProperty("train")),
            ReadExamples(dimension, task.GetProperty("valid")),
            (ulong)index);
    }

    private static Examples ReadExamples(int dimension, JsonElement examples) => new(
        dimension,
        [.. examples.GetProperty("x").EnumerateArray().SelectMany(Numbers)],
        [.. Numbers(examples.GetProperty("y"))]);

    private static FitnessResult ReadExpected(string line)
    {
        using var expected = JsonDocument.Parse(line);
        return new(expected.RootElement.GetProperty("fitness").GetDouble(), [.. Numbers(expected.RootElement.GetProperty("taskFitness"))]);
    }

    private static IEnumerable<double> Numbers(JsonElement array) => array.EnumerateArray().Select(number => number.GetDouble());

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
