using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using AutoMLZero.Tuning;

namespace AutoMLZero.Tests.Tuning;

public class ConstantTunerTests
{
    private static readonly Program Noisy = ProgramParser.Parse(
        """
        def Setup():
          s2 = -0.5
          s9 = 7
          v2[0.25] = 3
          v3 = gaussian(0, 0.2)
          v2 = v2 + v3
        def Predict():
          s1 = dot(v1, v0)
          s3 = dot(v2, v0)
          s1 = s1 + s3
        def Learn():
          s3 = s0 - s1
          s3 = s2 * s3
          v4 = s3 * v0
          v1 = v1 + v4
          s8 = 2
        """);

    private static TuningMethod[] Methods => [TuningMethod.CmaEs, TuningMethod.RandomSearch];

    [Fact]
    public void Constants_that_matter_are_tuned_but_for_zeros_and_places()
    {
        var constants = Tuner(_ => 0).Tune(Noisy, new() { Evaluations = 1 }, 1, TestContext.Current.CancellationToken).Constants;
        Assert.Equal(
            [
                new(ComponentFunction.Setup, 0, 0, ConstantRole.Value, -0.5, -0.5),
                new(ComponentFunction.Setup, 2, 1, ConstantRole.Value, 3, 3),
                new(ComponentFunction.Setup, 3, 1, ConstantRole.StandardDeviation, 0.2, 0.2),
            ],
            constants);
    }

    [Theory]
    [InlineData(TuningMethod.CmaEs)]
    [InlineData(TuningMethod.RandomSearch)]
    public void All_else_stays_and_constants_stay_within_their_range(TuningMethod method)
    {
        Tuner(candidate =>
        {
            Assert.Equal(Noisy.ToString().Split('\n').Length, candidate.ToString().Split('\n').Length);
            Assert.Equal(7, candidate.Setup[1].Constant1);
            Assert.Equal(0.25, candidate.Setup[2].Constant1);
            Assert.Equal(0, candidate.Setup[3].Constant1);
            Assert.Equal(Noisy.Predict, candidate.Predict);
            Assert.Equal(Noisy.Learn, candidate.Learn);
            Assert.True(candidate.Setup[3].Constant2 >= 0);
            Assert.Equal(candidate, ProgramParser.Parse(candidate.ToString()));
            return 0;
        }).Tune(Noisy, new() { Method = method, Evaluations = 500 }, 3, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_detuned_linear_model_recovers()
    {
        var tasks = Presets.Load("linear").Tasks.Select.Create(7);
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings());
        var usual = evaluator.Evaluate(BuiltInPrograms.Linear).Fitness;
        foreach (var rate in (double[])[1e-6, 3, -0.01])
        {
            var detuned = BuiltInPrograms.Linear with { Setup = [new Instruction(Op.ScalarConstant, 2, Constant1: rate)] };
            var result = Tuner(program => evaluator.Evaluate(program).Fitness).Tune(detuned, new() { Evaluations = 300 }, 1, TestContext.Current.CancellationToken);
            Assert.InRange(result.FitnessBefore, 0, usual - 0.05);
            Assert.InRange(result.Fitness, usual, 1);
            Assert.Equal(result.Fitness, evaluator.Evaluate(result.Program).Fitness);
            Assert.Equal(result.Constants.Single().After, result.Program.Setup[0].Constant1);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var spec = Presets.Load("nonlinear", new Dictionary<string, string> { ["tasks.select.count"] = "3", ["tasks.select.train"] = "100" });
        var tasks = spec.Tasks.Select.Create(7);
        foreach (var method in Methods)
        {
            var one = Tune(method, tasks, 1);
            Assert.Equal(60, one.Evaluations);
            Assert.True(one.Fitness > one.FitnessBefore);
            foreach (var workers in (int[])[1, 3])
            {
                var other = Tune(method, tasks, workers);
                Assert.Equal(one.Program, other.Program);
                Assert.Equal(one.Curve, other.Curve);
            }
        }
    }

    [Fact]
    public void Both_methods_evaluate_exactly_so_many_programs_the_untuned_one_first()
    {
        foreach (var method in Methods)
        {
            foreach (var budget in (long[])[1, 2, 17, 100])
            {
                var programs = new List<Program>();
                var result = Tuner(program =>
                {
                    programs.Add(program);
                    return 0.25;
                }).Tune(BuiltInPrograms.NeuralNet, new() { Method = method, Evaluations = budget }, 1, TestContext.Current.CancellationToken);
                Assert.Equal(budget, programs.Count);
                Assert.Equal(budget, result.Evaluations);
                Assert.Equal(BuiltInPrograms.NeuralNet, programs[0]);
                Assert.Same(BuiltInPrograms.NeuralNet, result.Program);
                Assert.False(result.IsCanceled);
            }
        }
    }

    [Fact]
    public void A_program_without_constants_is_evaluated_once()
    {
        var program = BuiltInPrograms.Linear with { Setup = [] };
        var result = Tuner(_ => 0.5).Tune(program, new(), 1, TestContext.Current.CancellationToken);
        Assert.Equal((1, 0.5, false), (result.Evaluations, result.Fitness, result.IsCanceled));
        Assert.Empty(result.Constants);
        Assert.Same(program, result.Program);
    }

    [Fact]
    public void Canceled_tuning_has_the_best_until_then()
    {
        using var cancellation = new CancellationTokenSource();
        var evaluations = 0;
        var result = new ConstantTuner(_ =>
        {
            if (++evaluations == 40) cancellation.Cancel();
            return evaluations / 100.0;
        }).Tune(BuiltInPrograms.NeuralNet, new(), 1, cancellation.Token);
        Assert.True(result.IsCanceled);
        Assert.Equal(40, result.Evaluations);
        Assert.Equal(0.4, result.Fitness);
        Assert.Throws<OperationCanceledException>(() => new ConstantTuner(_ => 1).Tune(BuiltInPrograms.Linear, new(), 1, cancellation.Token));
    }

    [Fact]
    public void Progress_counts_every_evaluation()
    {
        var reports = new List<TuningProgress>();
        new ConstantTuner(_ => 0.5, workers: 3, progress: new Immediate(reports.Add)).Tune(BuiltInPrograms.NeuralNet, new() { Evaluations = 50 }, 1, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 50).Select(n => new TuningProgress(n, 50, 0.5, 0.5)), reports);
    }

    [Fact]
    public void Impossible_numbers_are_one_sentence_each()
    {
        Assert.Equal("the number of workers is 0, expected at least 1", Assert.Throws<InputException>(() => new ConstantTuner(_ => 0, workers: 0)).Message);
        Assert.Equal(
            "the number of evaluations is 0, expected at least 1",
            Assert.Throws<InputException>(() => Tuner(_ => 0).Tune(BuiltInPrograms.Linear, new() { Evaluations = 0 }, 1, TestContext.Current.CancellationToken)).Message);
    }

    private static ConstantTuner Tuner(Func<Program, double> fitness) => new(fitness);

    private static TuningResult Tune(TuningMethod method, TaskSet tasks, int workers)
    {
        double Fitness(Program program)
        {
            using var evaluator = Evaluators.Create(tasks, new EvaluationSettings());
            return evaluator.Evaluate(program).Fitness;
        }

        return new ConstantTuner(Fitness, workers: workers).Tune(BuiltInPrograms.NeuralNet, new() { Method = method, Evaluations = 60 }, 5);
    }

    private sealed class Immediate(Action<TuningProgress> report) : IProgress<TuningProgress>
    {
        public void Report(TuningProgress value) => report(value);
    }
}
