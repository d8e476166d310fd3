using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

/// <summary>Pairs of instructions that run as one loop, in networks with a few instructions more.</summary>
public class FusedPairTests
{
    private const int Networks = 150;

    private static readonly ImmutableArray<Op> More =
    [
        Op.VectorAdd, Op.VectorMultiply, Op.VectorScale, Op.VectorMaximum, Op.VectorHeaviside, Op.VectorOuter, Op.MatrixAdd, Op.MatrixVectorProduct,
        Op.VectorConstant, Op.ScalarAdd, Op.VectorDot, Op.VectorGaussian,
    ];

    private static readonly Mutator Mutator = new(
        new SearchSpace(new(5, 10, 3), new(More, 0, 20), new(More, 0, 20), new(More, 0, 20)),
        MutationMix.Uniform(MutationType.InsertInstruction, MutationType.RemoveInstruction, MutationType.AlterArgument),
        ConstantChange.LogNormal);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(8, 2)]
    [InlineData(12, 2)]
    [InlineData(16, 1)]
    [InlineData(16, 11)]
    [InlineData(17, 3)]
    [InlineData(32, 2)]
    [InlineData(64, 2)]
    [InlineData(70, 2)]
    public void Networks_have_the_bits_of_the_oracle(int dimension, int tasks)
    {
        var random = new RandomSource(6);
        var sets = new RandomTaskSets(tasks, dimension, epochs: 2, multiClass: false, huge: 1e30);
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var settings = new EvaluationSettings { Precision = precision, MaxAbsError = 1e6 };
            var programs = Enumerable.Range(0, dimension > 16 ? Networks / 5 : Networks).Select(_ => Changed(random)).ToImmutableArray();
            var batch = new FitnessBatch(sets.Next(random), settings, programs);
            foreach (var (program, found) in programs.Zip(Engine.Evaluate(batch)))
            {
                var expected = batch.Expected(program, EffectiveProgram.Create(program).RandomOrdinal);
                Assert.True(found.SameBits(expected), $"{batch}\n{program}expected {expected}\nfound    {found}");
            }
        }
    }

    [Fact]
    public void Most_changed_networks_carry_a_product()
    {
        var random = new RandomSource(7);
        var codes = Enumerable.Range(0, 200).Select(_ => new Canonicalizer().Analyze(Changed(random), false));
        Assert.InRange(codes.Count(code => CarriedProduct.Find(code) is not null), 50, 190);
    }

    /// <summary>
    /// The vector of the product is read, or the matrix changed, where Learn has moved on but Predict has not come to the product: then it cannot be made ahead.
    /// </summary>
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "s2 = dot(v2, v0)", false)]
    [InlineData("", "m0 = m0 + m2", false)]
    [InlineData("s2 = dot(v2, v0)", "", false)]
    [InlineData("m0 = m0 + m2", "", false)]
    [InlineData("if s0 > s3:", "", false)]
    public void A_product_is_made_ahead_only_where_nobody_can_tell(string beforeProduct, string afterSum, bool expected)
    {
        var program = ProgramParser.Parse(
            $"""
            def Setup():
              m2 = gaussian(0, 0.1, (n_features, n_features))
            def Predict():
              {beforeProduct}
              v2 = dot(m0, v0)
              s1 = dot(v2, v0)
              s1 = s1 + s2
            def Learn():
              s4 = s0 - s1
              v3 = s4 * v0
              m1 = outer(v3, v0)
              m0 = m0 + m1
              {afterSum}
            """);
        var code = new EffectiveCode();
        new WrittenCode().WriteAll(program, false, code);
        Assert.Equal(expected, CarriedProduct.Find(code) is not null);
    }

    [Fact]
    public void Setup_finds_no_features_in_a_pair()
    {
        var program = ProgramParser.Parse("def Setup():\n  v1[0.1] = 0.5\n  v2 = v1 + v1\n  v3 = maximum(v2, v0)\ndef Predict():\n  s1 = dot(v3, v0)\ndef Learn():\n");
        var tasks = new RandomTaskSets(3, 16, epochs: 1, multiClass: false, huge: 1).Next(new RandomSource(8));
        foreach (var removes in (bool[])[true, false])
        {
            using var evaluator = Evaluators.Create(tasks, new EvaluationSettings(), new EarlyExits(), new EngineOptions { RemovesIntrons = removes });
            var batch = new FitnessBatch(tasks, new EvaluationSettings(), [program]);
            Assert.True(Engine.Evaluate(evaluator, program).SameBits(batch.Expected(program, EffectiveProgram.Create(program).RandomOrdinal)));
        }
    }

    private static Program Changed(RandomSource random)
    {
        var program = BuiltInPrograms.NeuralNet;
        for (var changes = random.NextInt(4); changes > 0; changes--) program = Mutator.Mutate(program, random);
        return program;
    }
}
