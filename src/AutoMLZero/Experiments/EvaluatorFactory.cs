using AutoMLZero.Execution;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Makes an evaluator, as <see cref="Evaluators.Create(TaskSet, EvaluationSettings, EarlyExits)"/> does.</summary>
internal delegate IEvaluator EvaluatorFactory(TaskSet tasks, EvaluationSettings settings, EarlyExits exits);
