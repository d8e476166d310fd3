using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

public class TasksFileTests
{
    public const string Valid =
        """
        {"dimension": 2, "scalars": 5, "vectors": 9, "matrices": 2, "combine": "median", "maxAbsError": 50,
         "tasks": [{"name": "a", "kind": "regression", "epochs": 3,
                    "train": {"x": [[1, 2], [3, 4.5]], "y": [0.5, -1e2]}, "valid": {"x": [[5, 6]], "y": [7]}},
                   {"name": "b", "kind": "binary", "epochs": 3, "seed": 9,
                    "train": {"x": [[1, 2], [3, 4]], "y": [0, 1]}, "valid": {"x": [[5, 6]], "y": [1]}}]}
        """;

    [Fact]
    public void Tasks_are_read_with_memory_and_settings()
    {
        var (tasks, memory, evaluation) = TasksFile.Read(Valid, "tasks");
        Assert.Equal(new MemoryShape(5, 9, 2), memory);
        Assert.Equal(new EvaluationSettings { Combine = Combination.Median, MaxAbsError = 50 }, evaluation);
        Assert.Equal((2, 2, 2, 1, 3, 0), (tasks.Count, tasks.Dimension, tasks.TrainCount, tasks.ValidCount, tasks.Epochs, tasks.Classes));
        Assert.Equal(["a", "b"], tasks.Tasks.Select(task => task.Name));
        Assert.Equal([TaskKind.Regression, TaskKind.Binary], tasks.Tasks.Select(task => task.Kind));
        Assert.Equal([SplitMix.Derive(0, 0), 9], tasks.Tasks.Select(task => task.Seed));
        Assert.Equal([1, 2, 3, 4.5], tasks.Tasks[0].Train.Features.ToArray());
        Assert.Equal([0.5, -100], tasks.Tasks[0].Train.Labels.ToArray());
        Assert.Equal([7], tasks.Tasks[0].Valid.Labels.ToArray());
    }

    [Theory]
    [InlineData("\"dimension\": 3, ", "\"dimension\": 3, \"classes\": 3, ")]
    [InlineData("\"kind\": \"multiclass\", ", "\"kind\": \"multiclass\", \"classes\": 3, ")]
    public void The_number_of_classes_is_given_once_or_in_each_task(string old, string replacement)
    {
        var json = MultiClass.Replace(old, replacement, StringComparison.Ordinal);
        Assert.Equal(3, TasksFile.Read(json, "tasks").Tasks.Classes);
    }

    [Theory]
    [InlineData("\"dimension\": 2", "\"dimension\": -2", "tasks: dimension is -2, expected a whole number from 1 to 3072")]
    [InlineData("\"dimension\": 2, ", "", "tasks: dimension is missing")]
    [InlineData("\"scalars\": 5", "\"scalars\": 1", "tasks: scalars is 1, expected a whole number from 2 to 256")]
    [InlineData("\"combine\": \"median\"", "\"combine\": \"max\"", "tasks: combine is \"max\", expected one of \"mean\", \"median\"")]
    [InlineData("\"maxAbsError\": 50", "\"maxAbsError\": -1", "tasks: maxAbsError is -1, expected a number from 0 to 1000000000000000")]
    [InlineData("[3, 4.5]", "[3]", "tasks: tasks[0].train.x[1] has 1 features, expected 2, the dimension")]
    [InlineData("[3, 4.5]", "[3, 4, 5]", "tasks: tasks[0].train.x[1] has 3 features, expected 2, the dimension")]
    [InlineData("[3, 4.5]", "3", "tasks: tasks[0].train.x[1] is 3, expected an array of 2 numbers")]
    [InlineData("4.5", "\"NaN\"", "tasks: tasks[0].train.x[1][1] is \"NaN\", expected a finite number")]
    [InlineData("4.5", "1e400", "tasks: tasks[0].train.x[1][1] is 1e400, expected a finite number")]
    [InlineData("4.5", "null", "tasks: tasks[0].train.x[1][1] is null, expected a finite number")]
    [InlineData("[0.5, -1e2]", "[0.5]", "tasks: tasks[0].train.y has 1 labels, expected 2, one for each row of x")]
    [InlineData("\"x\": [[5, 6]], \"y\": [7]", "\"x\": [], \"y\": []", "tasks: tasks[0].valid.x is empty, expected at least one example")]
    [InlineData("\"y\": [1]", "\"y\": [2]", "tasks: tasks[1].valid.y[0] is 2, expected a whole number from 0 to 1")]
    [InlineData("\"epochs\": 3, \"seed\"", "\"epochs\": 2, \"seed\"", "tasks: tasks[1].epochs has 2, expected 3 as in the first task")]
    [InlineData("\"seed\": 9", "\"seed\": -1", "tasks: tasks[1].seed is -1, expected a whole number from 0 to 2^64 - 1")]
    [InlineData("\"seed\": 9", "\"classes\": 2", "tasks: tasks[1].classes is given, expected only for multi-class tasks")]
    [InlineData("[[1, 2], [3, 4]], \"y\": [0, 1]", "[[1, 2]], \"y\": [0]", "tasks: tasks[1].train has 1 examples, expected 2 as in the first task")]
    [InlineData("\"kind\": \"binary\"", "\"kind\": \"multiclass\"", "tasks: tasks[1] is multi-class, expected the number of classes in \"classes\"")]
    [InlineData("\"kind\": \"binary\"", "\"kind\": \"multiclass\", \"classes\": 2", "tasks: tasks[1].kind mixes multi-class tasks with others, expected the kind of the first task")]
    [InlineData("\"combine\"", "\"classes\": 2, \"combine\"", "tasks: classes is 2, expected only for multi-class tasks, which tasks[0] is not")]
    [InlineData("\"name\": \"b\"", "\"nam\": \"b\"", "tasks: tasks[1].nam is not a known field, expected one of name, kind, epochs, train, valid, seed, classes")]
    public void An_error_is_named_with_its_path(string old, string replacement, string message)
    {
        var json = Valid.Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Valid, json);
        Assert.Equal(message, Specs.Complaint(() => TasksFile.Read(json, "tasks")));
    }

    [Fact]
    public void There_must_be_a_task() => Assert.Equal(
        "tasks: tasks is empty, expected at least one task",
        Specs.Complaint(() => TasksFile.Read(Valid[..(Valid.IndexOf('[', StringComparison.Ordinal) + 1)] + "]}", "tasks")));

    private const string MultiClass =
        """
        {"dimension": 3, "scalars": 5, "vectors": 9, "matrices": 2, "combine": "mean", "maxAbsError": 100,
         "tasks": [{"name": "a", "kind": "multiclass", "epochs": 1,
                    "train": {"x": [[1, 2, 3], [3, 4, 5]], "y": [0, 2]}, "valid": {"x": [[5, 6, 7]], "y": [1]}}]}
        """;
}
