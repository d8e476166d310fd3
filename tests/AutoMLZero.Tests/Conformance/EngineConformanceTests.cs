using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Conformance;

public sealed class EngineConformanceTests : ConformanceTests
{
    protected override Func<Program, FitnessResult> Evaluator(TaskSet tasks)
    {
        var evaluator = Evaluators.Create(tasks, new EvaluationSettings());
        return program => Engine.Evaluate(evaluator, program);
    }
}
