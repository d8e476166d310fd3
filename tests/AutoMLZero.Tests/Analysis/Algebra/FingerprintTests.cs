using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Analysis.Algebra;

/// <summary>Programs have the same fingerprint when they are equal by algebra, whatever their form, and else another one.</summary>
public class FingerprintTests
{
    private const string Linear = "s2 = 0.01 | s1 = dot(v0, v1) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2";

    [Theory]
    [InlineData(Linear, "s2 = 0.01 | s1 = dot(v0, v1) | s3 = s0 - s1; v2 = s3 * v0; v2 = s2 * v2; v1 = v1 + v2")]
    [InlineData(Linear, "s2 = -0.01 | s1 = dot(v0, v1) | s3 = s1 - s0; s3 = s2 * s3; v2 = s3 * v0; v1 = v2 + v1")]
    [InlineData(Linear, "s2 = 0.01 | s1 = dot(v2, v0) | s3 = s0 - s1; s3 = s2 * s3; v1 = s3 * v0; v2 = v1 + v2")]
    [InlineData(Linear, "s2 = 0.02; s3 = 0.5; s2 = s2 * s3 | s1 = dot(v0, v1) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")]
    [InlineData("|s1 = mean(v0)|", "s2 = 4 | s3 = dot(v0, v1); s1 = mean(v0); s3 = s1 * s2; s1 = s3 / s2 |")]
    [InlineData("|s2 = mean(v0); s3 = 1 / s2; s1 = 1 / s3|", "|s1 = mean(v0)|")]
    [InlineData("|s2 = mean(v0); s1 = sin(s2)|", "|s2 = mean(v0); s3 = s4 - s2; s3 = sin(s3); s1 = s4 - s3|")]
    [InlineData("|s2 = mean(v0); s1 = cos(s2)|", "|s2 = mean(v0); s3 = s4 - s2; s1 = cos(s3)|")]
    [InlineData("|v1 = abs(v0); s1 = mean(v1)|", "|v1 = v2 - v0; v1 = abs(v1); s1 = mean(v1)|")]
    [InlineData("|s2 = mean(v0); s3 = norm(v0); s1 = maximum(s2, s3)|", "|s2 = mean(v0); s3 = norm(v0); s1 = maximum(s3, s2)|")]
    [InlineData("|s2 = mean(v0); s3 = norm(v0); s4 = minimum(s2, s3); s5 = maximum(s2, s3); s1 = s4 + s5|", "|s2 = mean(v0); s3 = norm(v0); s1 = s2 + s3|")]
    [InlineData("|m0 = outer(v0, v0); m1 = transpose(m0); s1 = norm(m1)|", "|m0 = outer(v0, v0); s1 = norm(m0)|")]
    [InlineData("|m0 = outer(v0, v0); v1 = dot(m0, v0); s1 = mean(v1)|", "|s2 = dot(v0, v0); v1 = s2 * v0; s1 = mean(v1)|")]
    [InlineData("|s2 = mean(v0); s1 = maximum(s2, s2)|", "|s1 = mean(v0)|")]
    public void Equal_programs_share_a_fingerprint(string one, string other) => Assert.Equal(Of(one), Of(other));

    [Theory]
    [InlineData(Linear, "s2 = 0.011 | s1 = dot(v0, v1) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")]
    [InlineData(Linear, "s2 = 0.01 | s1 = dot(v0, v1) | s3 = s0 - s1; s3 = s2 * s3; v1 = s3 * v0; v1 = v1 + v2")]
    [InlineData(Linear, "s2 = 0.01; v1[0.5] = 0.3 | s1 = dot(v0, v1) | s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2")]
    [InlineData("v1[0.5] = 0.3 | s1 = dot(v0, v1) |", "v1[0.25] = 0.3 | s1 = dot(v0, v1) |")]
    [InlineData("|s1 = mean(v0)|", "|s1 = norm(v0)|")]
    [InlineData("|s1 = dot(v0, v1)|", "|s1 = dot(v0, v1); v1 = v1 - v0|v1 = v1 - v1")]
    [InlineData("|s2 = mean(v0); s1 = sin(s2)|", "|s2 = mean(v0); s1 = tan(s2)|")]
    [InlineData("|s2 = mean(v0); s1 = exp(s2)|", "|s2 = mean(v0); s1 = log(s2)|")]
    [InlineData("|s2 = mean(v0); s3 = norm(v0); s1 = maximum(s2, s3)|", "|s2 = mean(v0); s3 = norm(v0); s1 = minimum(s2, s3)|")]
    [InlineData("|m0 = bcast(v0, axis=0); v1 = dot(m0, v0); s1 = norm(v1)|", "|m0 = bcast(v0, axis=1); v1 = dot(m0, v0); s1 = norm(v1)|")]
    [InlineData("|m0 = bcast(v0, axis=0); v1 = norm(m0, axis=0); s1 = mean(v1)|", "|m0 = bcast(v0, axis=0); v1 = norm(m0, axis=1); s1 = mean(v1)|")]
    [InlineData("|s1 = std(v0)|", "|s1 = norm(v0)|")]
    [InlineData("s2 = gaussian(0, 1) | s1 = s2 + s3 |", "s2 = uniform(0, 1) | s1 = s2 + s3 |")]
    public void Other_programs_have_other_fingerprints(string one, string other) => Assert.NotEqual(Of(one), Of(other));

    [Fact]
    public void What_becomes_of_predictions_matters_to_what_is_learned_from_them()
    {
        var program = Effects.Program(Linear);
        Assert.NotEqual(Fingerprint(program, PredictionForm.Number), Fingerprint(program, PredictionForm.Probability));
    }

    [Fact]
    public void Names_order_and_introns_do_not_matter()
    {
        var analysis = new AlgebraicAnalysis(MemoryShape.Largest, 4, PredictionForm.Number);
        HashSet<ulong> different = [];
        var programs = 0;
        foreach (var sample in Sample.Some(2000, false))
        {
            if (Functions.All.Any(function => sample.Program[function].Any(instruction => instruction.Op.Info().IsRandom))) continue;
            programs++;
            var introns = new IntronRemoval(false);
            var expected = analysis.Fingerprint(introns.Apply(sample.Program));
            var rewritten = Rewriting.Reorder(Rewriting.SwapOperands(Rewriting.Rename(sample.Program, false, sample.Random), sample.Random), sample.Random);
            Assert.Equal(expected, analysis.Fingerprint(introns.Apply(rewritten)));
            Assert.Equal(expected, analysis.Fingerprint(EffectiveProgram.Create(sample.Program, false).Program));
            different.Add(expected);
        }

        Assert.True(different.Count > programs / 5, $"Only {different.Count} fingerprints differ among {programs} programs.");
    }

    /// <summary>
    /// Fingerprints say of programs of sums and products what running them on numbers says, but for rounding; and, rarely, tell programs apart that
    /// predict alike after this number of examples only.
    /// </summary>
    [Fact]
    public void Programs_predict_alike_when_their_fingerprints_are_equal_and_hardly_ever_otherwise()
    {
        ImmutableArray<Op> ops =
            [Op.ScalarConstant, Op.VectorDot, Op.ScalarAdd, Op.ScalarSubtract, Op.ScalarMultiply, Op.VectorScale, Op.VectorAdd, Op.VectorSubtract];
        var space = new SearchSpace(new MemoryShape(4, 3, 1), new(ops, 2, 2), new(ops, 2, 2), new(ops, 3, 3));
        var generator = new ProgramGenerator(space);
        var mutator = new Mutator(space, MutationMix.Uniform(MutationType.AlterArgument, MutationType.Trade), ConstantChange.Uniform);
        var analysis = new AlgebraicAnalysis(space.Memory, 3, PredictionForm.Number);
        var tasks = SyntheticTasks.Create(
            new SyntheticTaskSettings { Kind = SyntheticKind.Affine, Count = 4, Dimension = 3, TrainExamples = 4, ValidExamples = 6 }, 5);
        var introns = new IntronRemoval(false);
        var random = new RandomSource(77);
        var (equal, unequal, alike) = (0, 0, 0);
        for (var i = 0; i < 4000; i++)
        {
            var parent = generator.Random(random);
            var child = mutator.Mutate(parent, random);
            if (ReferenceEquals(parent, child)) continue;
            var (one, other) = (Fitness(parent, tasks), Fitness(child, tasks));
            if (!IsOrdinary(one) || !IsOrdinary(other)) continue;
            var same = analysis.Fingerprint(introns.Apply(parent)) == analysis.Fingerprint(introns.Apply(child));
            var distance = one.TaskFitness.Zip(other.TaskFitness, (a, b) => Math.Abs(a - b)).Max();
            Assert.True(!same || distance < 1e-6, $"{distance}: {parent}{child}");
            if (same) equal++;
            else unequal++;
            alike += !same && distance == 0 ? 1 : 0;
        }

        Assert.True(equal > 300 && unequal > 300 && alike < unequal / 20, $"{equal} pairs are equal, {unequal} are not, of which {alike} predict alike");
    }

    private static FitnessResult Fitness(Program program, TaskSet tasks) =>
        OracleInterpreter<double>.Evaluate(program, tasks, new EvaluationSettings { MaxAbsError = 1e9 }, Ordinals.InOrder(program));

    /// <summary>Not stopped by an error, and not so far off that fitness rounds differences away.</summary>
    private static bool IsOrdinary(FitnessResult result) => result.TaskFitness.All(fitness => fitness > 1e-3);

    private static ulong Of(string line) => Fingerprint(Effects.Program(line), PredictionForm.Number);

    private static ulong Fingerprint(Program program, PredictionForm form) =>
        new AlgebraicAnalysis(MemoryShape.Largest, 4, form).Fingerprint(new IntronRemoval(false).Apply(program));
}
