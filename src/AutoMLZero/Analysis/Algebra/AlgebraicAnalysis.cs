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

    /// <summary>
    /// The fingerprint of a program: a hash of what it predicts on two validation examples right after training, and on the first once more after the
    /// second, since predicting may change memory.
    /// </summary>
    /// <param name="effective">The program, without introns: the order of its random instructions decides what they draw.</param>
    public ulong Fingerprint(Program effective)
    {
        program = effective;
        memory.Clear();
        machine.Run(program.Setup.AsSpan(), ComponentFunction.Setup, 0);
        afterSetup.Set(memory);
        plain = Learn(default);
        Predict(FirstValidation, false);
        return SplitMix.Mix((SplitMix.Mix((plain.First * 3) + plain.Second) * 3) + Prediction());
    }

    /// <summary>Whether the predictions of the program whose fingerprint was just taken depend on what is demanded.</summary>
    /// <param name="demands">What predictions must depend on.</param>
    public bool Meets(Demands demands)
    {
        if (demands.HasFlag(Demands.Features) && plain.First == plain.Second) return false;
        return MeetsByLabel(demands) && MeetsByMemory(demands);
    }

    private bool MeetsByLabel(Demands demands)
    {
        if ((demands & (Demands.Labels | Demands.Weights)) == 0) return true;
        var effect = Learn(new(FirstLabel: true)) - plain;
        if (demands.HasFlag(Demands.Labels) && effect == default) return false;
        return !demands.HasFlag(Demands.Weights) || effect.First != effect.Second;
    }

    private bool MeetsByMemory(Demands demands)
    {
        if ((demands & (Demands.Memory | Demands.Examples | Demands.Errors)) == 0) return true;
        var right = Learn(new(Right: true));
        if (demands.HasFlag(Demands.Errors) && right != Learn(new(Right: true, LaterLabels: true))) return false;
        var effect = Learn(new(Right: true, FirstLabel: true)) - right;
        if (demands.HasFlag(Demands.Memory) && effect == default) return false;
        return !demands.HasFlag(Demands.Examples)
            || effect != Learn(new(true, FirstLabel: true, FirstFeatures: true)) - Learn(new(true, FirstFeatures: true));
    }

    /// <summary>Learns from the training examples, and predicts the two validation examples from there.</summary>
    private Predictions Learn(Variation variation)
    {
        memory.Set(afterSetup);
        for (var step = 0; step < TrainingSteps; step++)
        {
            var moved = step == 0 && variation.FirstFeatures;
            var label = examples.Label(step, step == 0 ? variation.FirstLabel : variation.LaterLabels);
            Predict(step, moved);
            Normalize();
            if (variation.Right) SetPrediction(step == 0 ? examples.Label(FirstValidation, false) : label);
            Train(step, moved, label);
        }

        learned.Set(memory);
        Predict(FirstValidation, false);
        var first = Prediction();
        memory.Set(learned);
        Predict(SecondValidation, false);
        return new Predictions(first, Prediction());
    }

    private void Predict(int example, bool moved)
    {
        memory.Scalar(0) = 0;
        examples.Features(example, moved).CopyTo(memory.Vector(0));
        if (form == PredictionForm.Scores) memory.Vector(1).Clear();
        machine.Run(program.Predict.AsSpan(), ComponentFunction.Predict, Math.Min(example, FirstValidation));
    }

    private void Train(int example, bool moved, ulong label)
    {
        memory.Scalar(0) = label;
        examples.Features(example, moved).CopyTo(memory.Vector(0));
        if (form == PredictionForm.Scores) AlgebraicExamples.OneHot(label, memory.Vector(1));
        machine.Run(program.Learn.AsSpan(), ComponentFunction.Learn, example);
    }

    private void SetPrediction(ulong label)
    {
        if (form == PredictionForm.Scores) AlgebraicExamples.OneHot(label, memory.Vector(2));
        else memory.Scalar(1) = label;
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
    /// <param name="Right">Whether Learn finds right predictions on all training examples but the first, and a wrong one there, always the same.</param>
    /// <param name="FirstLabel">Whether the first training example has another label.</param>
    /// <param name="FirstFeatures">Whether the first training example has other features.</param>
    /// <param name="LaterLabels">Whether all training examples but the first have other labels.</param>
    private readonly record struct Variation(
        bool Right = false, bool FirstLabel = false, bool FirstFeatures = false, bool LaterLabels = false);

    /// <summary>The predictions on the two validation examples.</summary>
    private readonly record struct Predictions(ulong First, ulong Second)
    {
        public static Predictions operator -(Predictions a, Predictions b) =>
            new(PrimeField.Subtract(a.First, b.First), PrimeField.Subtract(a.Second, b.Second));
    }
}
