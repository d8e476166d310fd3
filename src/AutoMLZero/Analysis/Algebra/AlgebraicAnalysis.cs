using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis.Algebra;

/// <summary>
/// Runs programs on a few random examples of field elements. What they predict then is a fingerprint: the same for programs that are equal by
/// algebra, whatever their form. Changing a label or features tells what predictions depend on. Reused from program to program.
/// </summary>
internal sealed class AlgebraicAnalysis
{
    private const int TrainingSteps = 3;
    private const int FirstValidation = TrainingSteps;
    private const int SecondValidation = TrainingSteps + 1;

    private readonly PredictionForm form;
    private readonly AlgebraicExamples examples;
    private readonly AlgebraicMemory memory;
    private readonly AlgebraicMemory afterSetup;
    private readonly AlgebraicMemory learned;
    private readonly AlgebraicMachine machine;
    private Program program = Program.Empty;
    private Predictions plain;

    /// <summary>Makes room and draws the examples.</summary>
    /// <param name="shape">The addresses that programs use.</param>
    /// <param name="dimension">Number of features F.</param>
    /// <param name="form">What becomes of predictions.</param>
    public AlgebraicAnalysis(MemoryShape shape, int dimension, PredictionForm form)
    {
        this.form = form;
        examples = new AlgebraicExamples(dimension, TrainingSteps + 2);
        memory = new AlgebraicMemory(shape, dimension);
        afterSetup = new AlgebraicMemory(shape, dimension);
        learned = new AlgebraicMemory(shape, dimension);
        machine = new AlgebraicMachine(memory);
    }

    /// <summary>The fingerprint of a program.</summary>
    /// <param name="effective">The program, without introns: the order of its random instructions decides what they draw.</param>
    public ulong Fingerprint(Program effective)
    {
        program = effective;
        memory.Clear();
        machine.Run(program.Setup.AsSpan(), ComponentFunction.Setup, 0);
        afterSetup.Set(memory);
        plain = Learn(default);
        return SplitMix.Mix((plain.First * 3) + plain.Second);
    }

    /// <summary>Whether the predictions of the program whose fingerprint was just taken depend on what is demanded.</summary>
    /// <param name="demands">What predictions must depend on.</param>
    public bool Meets(Demands demands)
    {
        if (demands.HasFlag(Demands.Features) && plain.First == plain.Second) return false;
        if ((demands & ~Demands.Features) == 0) return true;
        var effect = Learn(new Changes(FirstLabel: true)) - plain;
        if (effect == default) return false;
        if (demands.HasFlag(Demands.Weights) && effect.First == effect.Second) return false;
        if (!demands.HasFlag(Demands.Errors)) return true;
        return Learn(new Changes(FirstLabel: true, SecondFeatures: true)) - Learn(new Changes(SecondFeatures: true)) != effect;
    }

    /// <summary>Learns from the training examples, and predicts the two validation examples from there.</summary>
    private Predictions Learn(Changes changes)
    {
        memory.Set(afterSetup);
        for (var step = 0; step < TrainingSteps; step++)
        {
            var changed = step == 1 && changes.SecondFeatures;
            Predict(step, changed);
            Normalize();
            Train(step, changed, step == 0 && changes.FirstLabel);
        }

        learned.Set(memory);
        Predict(FirstValidation, false);
        var first = Prediction();
        memory.Set(learned);
        Predict(SecondValidation, false);
        return new Predictions(first, Prediction());
    }

    private void Predict(int example, bool changed)
    {
        memory.Scalar(0) = 0;
        examples.Features(example, changed).CopyTo(memory.Vector(0));
        if (form == PredictionForm.Scores) memory.Vector(1).Clear();
        machine.Run(program.Predict.AsSpan(), ComponentFunction.Predict, Math.Min(example, FirstValidation));
    }

    private void Train(int example, bool changedFeatures, bool changedLabel)
    {
        var label = examples.Label(example, changedLabel);
        memory.Scalar(0) = label;
        examples.Features(example, changedFeatures).CopyTo(memory.Vector(0));
        if (form == PredictionForm.Scores) AlgebraicExamples.OneHot(label, memory.Vector(1));
        machine.Run(program.Learn.AsSpan(), ComponentFunction.Learn, example);
    }

    private void Normalize()
    {
        if (form == PredictionForm.Probability) memory.Scalar(1) = AlgebraicFunctions.Hash((ulong)form, memory.Scalar(1));
        if (form != PredictionForm.Scores) return;
        var scores = memory.Vector(2);
        var all = Prediction();
        for (var i = 0; i < scores.Length; i++) scores[i] = AlgebraicFunctions.Hash(all, scores[i]);
    }

    private ulong Prediction()
    {
        if (form != PredictionForm.Scores) return memory.Scalar(1);
        var hash = 0UL;
        foreach (var score in memory.Vector(2)) hash = SplitMix.Mix((hash * 3) + score);
        return PrimeField.OfBits(hash);
    }

    /// <summary>What is not as it is in the examples.</summary>
    private readonly record struct Changes(bool FirstLabel = false, bool SecondFeatures = false);

    /// <summary>The predictions on the two validation examples.</summary>
    private readonly record struct Predictions(ulong First, ulong Second)
    {
        public static Predictions operator -(Predictions a, Predictions b) =>
            new(PrimeField.Subtract(a.First, b.First), PrimeField.Subtract(a.Second, b.Second));
    }
}
