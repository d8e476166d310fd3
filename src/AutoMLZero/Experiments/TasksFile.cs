using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Tasks given as data: what <c>evaluate --tasks</c> reads.</summary>
public static class TasksFile
{
    /// <summary>Reads tasks with the memory and the settings that programs run with.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What errors call the text, such as its file name.</param>
    /// <exception cref="InputException">The text is not a task file; the message says where, what was found and what was expected.</exception>
    public static (TaskSet Tasks, MemoryShape Memory, EvaluationSettings Evaluation) Read(string json, string source) => throw new NotImplementedException();
}
