using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Stages;

/// <summary>The program that is being evaluated, analyzed as far as a stage asked for. Reused from program to program.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="evaluator">Analyzes programs.</param>
internal sealed class Candidate<T>(ICodeRunner evaluator)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Program program = Program.Empty;
    private EffectiveCode? code;
    private EffectiveCode? runnable;
    private ulong? hash;
    private ulong? written;

    /// <summary>What the first fitness must reach; null when nothing is asked of it.</summary>
    public double? Hurdle { get; private set; }

    /// <summary>The effective instructions in canonical form.</summary>
    public EffectiveCode Code => code ??= written is not null ? evaluator.Complete(program) : evaluator.Analyze(program);

    /// <summary>The effective instructions to run, in canonical form if that was made already.</summary>
    public EffectiveCode Runnable => code ?? (runnable ??= AsWritten());

    /// <summary>A hash of the canonical form.</summary>
    public ulong Hash => hash ??= ProgramHash.Of(Code);

    /// <summary>Takes the next program.</summary>
    public void Start(Program next, double? hurdle)
    {
        program = next;
        Hurdle = hurdle;
        code = null;
        runnable = null;
        hash = null;
        written = null;
    }

    /// <summary>
    /// A hash that programs share only if they make the same predictions, and that costs little: of the effective instructions as they are
    /// written, unless the canonical form was made already.
    /// </summary>
    public ulong CheapHash => written ?? (code is not null ? Hash : FindEffective());

    private EffectiveCode AsWritten()
    {
        if (written is null) FindEffective();
        return evaluator.CompleteAsWritten(program);
    }

    private ulong FindEffective()
    {
        var found = evaluator.HashEffective(program);
        written = found;
        return found;
    }
}
