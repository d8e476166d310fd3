using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Oracle;

/// <summary>Random programs over all 65 operations in which most instructions matter: results reach the prediction.</summary>
/// <param name="shape">The addresses that programs use: at least 3 vectors and 1 matrix.</param>
/// <param name="multiClass">Whether the prediction is <c>v2</c> and <c>v1</c> may not be written.</param>
/// <param name="extensions">Whether a third of the instructions are of operations beyond the paper's: guards most of all.</param>
internal sealed class RandomPrograms(MemoryShape shape, bool multiClass, bool extensions = false)
{
    private const int FewInstructions = 3;
    private const int MostInstructions = 15;
    private const double ShareOfLearners = 0.5;

    private static readonly ImmutableArray<double> Values =
        [0, -0.0, 1, -1, 0.1, -0.5, 0.01, 2, 1e-5, 100, 1e-300, 1e300, -1e300, 1e30, 1e-30, 1e-45, 1e200];

    private static readonly ImmutableArray<double> Positions = [0, 0.25, 0.5, 0.75, 0.999999, 1 - (1.0 / (1L << 53)), 1.0 / 3];

    /// <summary>The next program of a stream of random numbers.</summary>
    public Program Next(RandomSource random)
    {
        var learner = random.NextDouble() < ShareOfLearners ? multiClass ? Learners.MultiClass : Learners.Linear : Program.Empty;
        return new Program(
            Function(random, learner.Setup, false), Function(random, learner.Predict, true), Function(random, learner.Learn, false));
    }

    private ImmutableArray<Instruction> Function(RandomSource random, ImmutableArray<Instruction> learner, bool predicts)
    {
        var instructions = learner.ToBuilder();
        var count = random.NextInt(1 + (random.NextInt(2) == 0 ? FewInstructions : MostInstructions));
        for (var i = 0; i < count; i++) instructions.Insert(random.NextInt(instructions.Count + 1), Instruction(random));
        if (predicts && learner.IsEmpty && random.NextInt(8) > 0) instructions.Add(Prediction(random));
        return instructions.ToImmutable();
    }

    private Instruction Prediction(RandomSource random)
    {
        var (type, address) = multiClass ? (OperandType.Vector, 2) : (OperandType.Scalar, 1);
        var instruction = Instruction(random);
        while (instruction.Op.Info().Output != type) instruction = Instruction(random);
        return instruction with { Output = (byte)address };
    }

    private Instruction Instruction(RandomSource random)
    {
        var ops = extensions && random.NextInt(3) == 0 ? Ops.Extensions : Ops.All;
        var info = ops[random.NextInt(ops.Length)];
        var instruction = new Instruction(
            info.Op, Output(random, info.Output), Input(random, info.Input1), Input(random, info.Input2));
        if (random.NextInt(3) == 0 && info.Input1 == info.Output && info.Output != OperandType.None)
            instruction = instruction with { Input1 = instruction.Output };
        for (var i = 0; i < info.Constants.Length; i++) instruction = instruction.WithConstant(i, Constant(random, info.Constants[i]));
        return instruction;
    }

    private byte Output(RandomSource random, OperandType type)
    {
        if (type == OperandType.None) return 0;
        byte address;
        do address = Input(random, type);
        while (!MayWrite(type, address));
        return address;
    }

    private bool MayWrite(OperandType type, int address) => type switch
    {
        OperandType.Scalar => address != 0,
        OperandType.Vector => address != 0 && !(multiClass && address == 1),
        _ => true,
    };

    private byte Input(RandomSource random, OperandType type) => (byte)random.NextInt(Math.Max(1, shape.Count(type)));

    private static double Constant(RandomSource random, ConstantRole role) => role switch
    {
        ConstantRole.Index => random.NextInt(2) == 0 ? random.NextDouble() : Positions[random.NextInt(Positions.Length)],
        ConstantRole.StandardDeviation => Math.Abs(Value(random)),
        _ => Value(random),
    };

    private static double Value(RandomSource random) =>
        random.NextInt(2) == 0 ? random.NextGaussian() : Values[random.NextInt(Values.Length)];
}
