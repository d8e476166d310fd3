using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Analyzes programs, and runs what of them matters on all tasks of a set or of a mix of sets.</summary>
internal interface ICodeRunner : IDisposable
{
    /// <summary>The tasks.</summary>
    TaskSet Tasks { get; }

    /// <summary>The fitness on each task of the program that ran last.</summary>
    ReadOnlySpan<double> TaskFitness { get; }

    /// <summary>What of a program matters on these tasks, valid until the next program is analyzed.</summary>
    EffectiveCode Analyze(Program program);

    /// <summary>The first part of <see cref="Analyze"/>: a hash that programs share only if they make the same predictions.</summary>
    ulong HashEffective(Program program);

    /// <summary>The rest of <see cref="Analyze"/>, after the first part.</summary>
    EffectiveCode Complete(Program program);

    /// <summary>As <see cref="Complete"/>, not always in canonical form: for programs so small that making it costs more than it saves.</summary>
    EffectiveCode CompleteAsWritten(Program program);

    /// <summary>The fitness of effective instructions.</summary>
    Evaluation Evaluate(EffectiveCode program);

    /// <summary>The evaluation of a program all of whose tasks ended in the first epoch.</summary>
    Evaluation Failed();

    /// <summary>A hash of the errors on the first examples, all when there are fewer; null when every task ended, so that the fitness is 0.</summary>
    ulong? Probe(EffectiveCode program, int trainExamples, int validExamples);
}
