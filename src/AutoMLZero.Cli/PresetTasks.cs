using System.CommandLine;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli;

/// <summary>The tasks of a spec, and the option that says which.</summary>
internal static class PresetTasks
{
    /// <summary>The tasks that <c>search</c> meets with the same seed; programs may use more memory than those of the search.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="split">Search, select or test.</param>
    /// <param name="seed">The seed.</param>
    public static (TaskSet Tasks, MemoryShape Memory, EvaluationSettings Evaluation) Of(ExperimentSpec spec, string split, ulong seed)
    {
        var tasks = split switch
        {
            "search" => spec.Tasks.Search.Create(ExperimentSeeds.SearchTasks(seed, 0)),
            "select" => spec.Tasks.Select.Create(ExperimentSeeds.SelectTasks(seed)),
            _ => spec.Tasks.Test.Create(ExperimentSeeds.TestTasks(seed)),
        };
        return (tasks, MemoryShape.Largest, spec.Evaluation);
    }

    /// <summary>Which tasks of the spec.</summary>
    /// <param name="usual">Those when the option is not given.</param>
    public static Option<string> Split(string usual)
    {
        var option = new Option<string>("--split")
        {
            HelpName = "search|select|test",
            Description = "Which tasks of the preset.",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("search" or "select" or "test"))
                result.AddError($"there is no split '{token.Value}', expected search, select or test");
        });
        return option;
    }
}
