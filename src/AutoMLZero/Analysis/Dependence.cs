using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Whether the prediction can depend on the features of its example and, through memory, on labels seen before, as far as one can tell from which
/// instruction reads what another wrote. Reused from program to program.
/// </summary>
internal sealed class Dependence
{
    private const byte Features = 1;
    private const byte Labels = 2;

    private readonly byte[] origins = new byte[Source.Cells(MemoryShape.MaxAddresses)];
    private readonly byte[] before = new byte[Source.Cells(MemoryShape.MaxAddresses)];

    /// <summary>Whether the prediction can depend on both.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public bool IsLearner(Program program, bool multiClass) =>
        (Prediction(program, multiClass) & (Features | Labels)) == (Features | Labels);

    /// <summary>Whether the prediction can depend on the features.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public bool ReadsFeatures(Program program, bool multiClass) => (Prediction(program, multiClass) & Features) != 0;

    private byte Prediction(Program program, bool multiClass)
    {
        Array.Clear(origins);
        Follow(program.Setup.AsSpan());
        while (FollowExample(program, multiClass))
        {
        }

        Begin(multiClass, 0);
        Follow(program.Predict.AsSpan());
        return origins[multiClass ? Source.Cell(OperandType.Vector, 2) : Source.Cell(OperandType.Scalar, 1)];
    }

    /// <summary>One more training example; what cells depend on only grows from example to example. Its features are not those of the next.</summary>
    /// <returns>Whether it told anything new.</returns>
    private bool FollowExample(Program program, bool multiClass)
    {
        origins.CopyTo(before);
        Begin(multiClass, 0);
        Follow(program.Predict.AsSpan());
        Begin(multiClass, Labels);
        Follow(program.Learn.AsSpan());
        var changes = false;
        for (var cell = 0; cell < origins.Length; cell++)
        {
            origins[cell] = (byte)((origins[cell] & ~Features) | before[cell]);
            changes |= origins[cell] != before[cell];
        }

        return changes;
    }

    private void Begin(bool multiClass, byte label)
    {
        origins[Source.Cell(OperandType.Scalar, 0)] = label;
        origins[Source.Cell(OperandType.Vector, 0)] = Features;
        if (multiClass) origins[Source.Cell(OperandType.Vector, 1)] = label;
    }

    private void Follow(ReadOnlySpan<Instruction> instructions)
    {
        var (isGuarded, guards) = (false, (byte)0);
        foreach (ref readonly var instruction in instructions)
        {
            var footprint = Footprint.Of(instruction);
            var origin = guards;
            if (footprint.Input1 != Footprint.None) origin |= origins[footprint.Input1];
            if (footprint.Input2 != Footprint.None) origin |= origins[footprint.Input2];
            if (footprint.Output != Footprint.None) origins[footprint.Output] = footprint.Keeps || isGuarded ? (byte)(origin | origins[footprint.Output]) : origin;
            (isGuarded, guards) = footprint.IsGuard ? (true, origin) : (false, (byte)0);
        }
    }
}
