using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Export;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Export;

/// <summary>Random programs around learners, all of whose instructions matter, that together use every operation.</summary>
internal static class ExportCases
{
    private const int Count = 100;
    private const int Examples = 20;
    private const int Rows = 5;
    private const int Classes = 3;

    private static readonly MemoryShape Shape = new(8, 6, 4);
    private static readonly int[] Dimensions = [4, 9, 16, 3];
    private static readonly TaskKind[] Kinds = [TaskKind.Regression, TaskKind.Binary, TaskKind.Regression, TaskKind.MultiClass];

    /// <summary>What every language can say: all but what does nothing, and guards.</summary>
    public static ImmutableArray<OpInfo> Expressible { get; } = [.. Ops.Table.Where(info => info.Op != Op.NoOp && !info.IsGuard)];

    private static readonly Lazy<ImmutableArray<ExportCase>> Made = new(() => Make(0, _ => true, learns: true));

    /// <summary>100 programs that use every operation.</summary>
    public static ImmutableArray<ExportCase> All => Made.Value;

    /// <summary>100 programs whose Predict uses every operation that is wanted, and carries nothing from one example to the next.</summary>
    /// <param name="isWanted">Which operations may occur in Predict.</param>
    public static ImmutableArray<ExportCase> Stateless(Func<OpInfo, bool> isWanted) => Make(1, isWanted, learns: false);

    /// <summary>The k-th program is one that uses the k-th operation.</summary>
    private static ImmutableArray<ExportCase> Make(ulong stream, Func<OpInfo, bool> isWanted, bool learns)
    {
        var random = new RandomSource(stream);
        var ops = Expressible.Where(isWanted).ToArray();
        return [.. Enumerable.Range(0, Count).Select(number => Next(random, number, ops, learns))];
    }

    private static ExportCase Next(RandomSource random, int number, OpInfo[] ops, bool learns)
    {
        var wanted = ops[number % ops.Length].Op;
        while (true)
        {
            var settings = new ExportSettings
            {
                Kind = Kinds[number % Kinds.Length],
                Dimension = Dimensions[number / Kinds.Length % Dimensions.Length],
                Classes = Kinds[number % Kinds.Length] == TaskKind.MultiClass ? Classes : 0,
                Name = $"Learner{number}",
            };
            var program = Program(random, settings.Kind == TaskKind.MultiClass, ops, ops[number % ops.Length], learns);
            var flow = DataFlow.Of(program, settings.Kind == TaskKind.MultiClass);
            if (!flow.Values.Any(value => value.Op == wanted && (learns || value.Function == ComponentFunction.Predict)) || !(learns || flow.IsStateless)) continue;
            var found = new ExportCase(number, program, settings, Train(random, settings), [.. Enumerable.Range(0, Rows).Select(_ => Row(random, settings.Dimension))], random.NextBits());
            if (learns ? found.IsSound(1e-14, 1e-11) : found.IsSound(1e-6, 2e-5)) return found;
        }
    }

    private static (double[], double)[] Train(RandomSource random, ExportSettings settings) => [.. Enumerable.Range(0, Examples).Select(_ =>
    {
        var row = Row(random, settings.Dimension);
        return (row, settings.Kind == TaskKind.Regression ? row.Sum() : (double)random.NextInt(settings.Kind == TaskKind.Binary ? 2 : Classes));
    })];

    private static double[] Row(RandomSource random, int dimension) => [.. Enumerable.Range(0, dimension).Select(_ => random.NextGaussian())];

    private static Program Program(RandomSource random, bool multiClass, OpInfo[] ops, OpInfo wanted, bool learns)
    {
        var learner = multiClass
            ? ProgramParser.Parse("def Setup():\n s2 = 0.1\ndef Predict():\n v2 = dot(m0, v0)\ndef Learn():\n v3 = v1 - v2; v3 = s2 * v3; m1 = outer(v3, v0); m0 = m0 + m1")
            : ProgramParser.Parse("def Setup():\n s2 = 0.05\ndef Predict():\n s1 = dot(v1, v0)\ndef Learn():\n s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2");
        var all = Expressible.ToArray();
        var predict = With(random, multiClass, learner.Predict, ops, 6, Next(random, multiClass, wanted)).Add(Use(random, multiClass));
        return new Program(With(random, multiClass, learner.Setup, all, 5), predict, learns ? With(random, multiClass, learner.Learn, all, 6) : learner.Learn);
    }

    private static ImmutableArray<Instruction> With(RandomSource random, bool multiClass, ImmutableArray<Instruction> instructions, OpInfo[] ops, int most, params Instruction[] always)
    {
        var list = instructions.ToBuilder();
        for (var count = random.NextInt(most + 1); count > 0; count--) list.Insert(random.NextInt(list.Count + 1), Next(random, multiClass, ops[random.NextInt(ops.Length)]));
        foreach (var instruction in always) list.Insert(random.NextInt(list.Count + 1), instruction);
        return list.ToImmutable();
    }

    /// <summary>Lets the prediction depend on another address.</summary>
    private static Instruction Use(RandomSource random, bool multiClass) => multiClass
        ? new Instruction(Op.VectorAdd, 2, 2, (byte)random.NextInt(Shape.Vectors))
        : new Instruction(Op.ScalarAdd, 1, 1, (byte)(1 + random.NextInt(Shape.Scalars - 1)));

    private static Instruction Next(RandomSource random, bool multiClass, OpInfo info)
    {
        var instruction = new Instruction(info.Op, Output(random, multiClass, info.Output), Input(random, info.Input1), Input(random, info.Input2));
        for (var i = 0; i < info.Constants.Length; i++) instruction = instruction.WithConstant(i, Constant(random, info.Constants[i]));
        return instruction;
    }

    private static byte Output(RandomSource random, bool multiClass, OperandType type)
    {
        var first = type switch { OperandType.Matrix => 0, OperandType.Vector when multiClass => 2, _ => 1 };
        return (byte)(first + random.NextInt(Shape.Count(type) - first));
    }

    private static byte Input(RandomSource random, OperandType type) => type == OperandType.None ? (byte)0 : (byte)random.NextInt(Shape.Count(type));

    private static double Constant(RandomSource random, ConstantRole role) => role switch
    {
        ConstantRole.Index => random.NextDouble(),
        ConstantRole.StandardDeviation => Math.Abs(random.NextGaussian()),
        _ => random.NextInt(8) == 0 ? random.NextInt(3) - 1 : random.NextGaussian(),
    };
}
