using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Conformance;

public sealed class OracleConformanceTests : ConformanceTests
{
    protected override Func<Program, FitnessResult> Evaluator(TaskSet tasks) =>
        program => OracleInterpreter<double>.Evaluate(program, tasks, new EvaluationSettings(), (_, index) => index);
}
