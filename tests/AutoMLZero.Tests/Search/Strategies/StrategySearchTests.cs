using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Search.Strategies;

public class StrategySearchTests
{
    private static readonly EvolutionSettings Small = new()
    {
        PopulationSize = 20,
        TournamentSize = 4,
        MutationProbability = 1,
        Mutations = MutationMix.Uniform(
            MutationType.AlterArgument, MutationType.RandomizeInstruction, MutationType.RemoveInstruction, MutationType.AlterConstant,
            MutationType.RebuildValue, MutationType.InsertValue, MutationType.LearnValue),
    };

    private static readonly StrategySettings[] Variants =
    [
        new() { RestartAfter = 150 },
        new() { Validity = Validity.Syntactic, Construction = Construction.Random, FirstLook = null },
        new() { Validity = Validity.None, AllowsDuplicates = true, KeepsIntrons = true, Replacement = Replacement.Oldest, AnotherMutation = 0 },
        new() { Demands = Demands.Features, Founders = 1, Replacement = Replacement.Oldest },
    ];

    public static TheoryData<int> VariantNumbers => [.. Enumerable.Range(0, Variants.Length)];

    [Theory]
    [MemberData(nameof(VariantNumbers))]
    public void The_same_seed_gives_the_same_run_and_another_one_another(int variant)
    {
        using var first = new Run(Variants[variant]);
        using var second = new Run(Variants[variant]);
        using var other = new Run(Variants[variant], seed: 2);
        Assert.Equal(first.Advance(400), second.Advance(400));
        Assert.NotEqual(first.State(), other.Advance(400));
    }

    [Theory]
    [MemberData(nameof(VariantNumbers))]
    public void A_run_goes_on_from_its_saved_state_at_any_moment(int variant)
    {
        foreach (var before in new[] { 0, 5, 30, 149, 150, 321 })
        {
            using var one = new Run(Variants[variant]);
            using var other = new Run(Variants[variant], seed: 7);
            other.Advance(40);
            one.Advance(before);
            other.Restore(one.State());
            Assert.Equal(one.State(), other.State());
            Assert.Equal(one.Advance(200), other.Advance(200));
            Assert.Equal(one.Search.Population, other.Search.Population);
            Assert.Equal(one.Search.Best, other.Search.Best);
        }
    }

    [Theory]
    [MemberData(nameof(VariantNumbers))]
    public void Everything_generated_is_counted_once(int variant)
    {
        using var run = new Run(Variants[variant]);
        run.Advance(500);
        var counters = run.Search.Counters;
        Assert.Equal(500, counters.Individuals);
        Assert.Equal(500, counters.Partial + counters.Evaluated);
        Assert.Equal(counters.Generated, counters.Rejected + counters.Cached + counters.Partial + counters.Evaluated);
        Assert.Equal(Variants[variant].Validity == Validity.None, counters.Rejected == 0);
        Assert.Equal(Variants[variant].AllowsDuplicates, counters.Cached == 0);
        Assert.Equal(Variants[variant].FirstLook is null, counters.Partial == 0);
    }

    [Fact]
    public void All_that_runs_is_valid_new_and_without_introns()
    {
        using var run = new Run(new StrategySettings());
        var analysis = new AlgebraicAnalysis(Spaces.Linear.Memory, 4, PredictionForm.Number);
        var introns = new IntronRemoval(false);
        HashSet<ulong> known = [];
        for (var i = 0; i < 1000; i++)
        {
            run.Search.Advance();
            var program = run.Evaluated[^1];
            Assert.True(known.Add(analysis.Fingerprint(program)));
            Assert.True(analysis.Meets(Demands.All));
            Assert.Equal(introns.Apply(program), program);
        }
    }

    [Fact]
    public void Restarts_empty_the_population_and_keep_the_best()
    {
        using var run = new Run(new StrategySettings { RestartAfter = 50 });
        var best = double.NegativeInfinity;
        for (var i = 0; i < 500; i++)
        {
            run.Search.Advance();
            Assert.Equal(Math.Min(20, (i % 50) + 1), run.Search.Population.Count);
            Assert.True(run.Search.Best!.Fitness >= best || best == double.NegativeInfinity);
            best = run.Search.Best.Fitness;
        }
    }

    [Fact]
    public void The_fittest_by_the_first_look_survives_unless_the_oldest_dies()
    {
        foreach (var replacement in new[] { Replacement.WorseOfTwo, Replacement.Oldest })
        {
            using var run = new Run(new StrategySettings { Replacement = replacement });
            var (best, lost) = (0.0, 0);
            for (var i = 0; i < 600; i++)
            {
                run.Search.Advance();
                var now = run.Search.Population.Max(individual => individual.FirstFitness ?? individual.Fitness);
                if (now < best) lost++;
                best = now;
            }

            if (replacement == Replacement.Oldest) Assert.NotEqual(0, lost);
            else Assert.InRange(lost, 0, 30);
        }
    }

    [Fact]
    public void Only_those_run_in_full_that_are_no_worse_at_first_than_any_before()
    {
        using var run = new Run(new StrategySettings { RestartAfter = 200 });
        var most = double.NegativeInfinity;
        for (var i = 0; i < 600; i++)
        {
            if (i % 200 == 0) most = double.NegativeInfinity;
            run.Search.Advance();
            Assert.Equal(most, run.Hurdle);
            most = Math.Max(most, run.Last.FirstFitness!.Value);
        }
    }

    [Fact]
    public void Where_no_program_can_learn_one_sentence_says_so()
    {
        var space = Spaces.Linear with { Learn = new([Op.ScalarConstant], 8, 8) };
        using var run = new Run(new StrategySettings { Construction = Construction.Random }, space: space);
        var problem = Assert.Throws<InputException>(run.Search.Advance);
        Assert.Equal(
            "of 1000000 programs in a row none was worth running, expected operations and lengths that allow a program to learn", problem.Message);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        StrategySettings[] bad =
        [
            new() { Validity = (Validity)9 },
            new() { Construction = (Construction)9 },
            new() { Replacement = (Replacement)9 },
            new() { Founders = 0 },
            new() { RestartAfter = 0 },
            new() { AnotherMutation = 1 },
            new() { AnotherMutation = -0.1 },
            new() { AnotherMutation = double.NaN },
        ];
        Assert.All(bad, settings => Assert.Throws<InputException>(settings.Validated));
    }

    /// <summary>A search on small tasks, and what it has evaluated.</summary>
    private sealed class Run : IEvaluator
    {
        private readonly IEvaluator evaluator;

        public Run(StrategySettings settings, ulong seed = 1, SearchSpace? space = null)
        {
            var tasks = SyntheticTasks.Create(
                new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 2, Dimension = 4, TrainExamples = 20, ValidExamples = 10 }, 1);
            evaluator = Evaluators.Create(tasks, new EvaluationSettings(), new EarlyExits
            {
                Hurdles = settings.FirstLook is null ? null : new FirstLookSettings(1, 10, 5).ToHurdle(),
            });
            Search = new StrategySearch(space ?? Spaces.Linear, Small, settings, this, new RandomSource(seed));
        }

        public StrategySearch Search { get; }

        public List<Program> Evaluated { get; } = [];

        public double? Hurdle { get; private set; }

        public Evaluation Last { get; private set; }

        public TaskSet Tasks => evaluator.Tasks;

        public ReadOnlySpan<double> TaskFitness => evaluator.TaskFitness;

        public Evaluation Evaluate(Program program) => Evaluate(program, null);

        public Evaluation Evaluate(Program program, double? hurdle)
        {
            Evaluated.Add(program);
            Hurdle = hurdle;
            return Last = evaluator.Evaluate(program, hurdle);
        }

        public byte[] Advance(int individuals)
        {
            for (var i = 0; i < individuals; i++) Search.Advance();
            return State();
        }

        public byte[] State()
        {
            var writer = new StateWriter();
            Search.Save(writer);
            return writer.Written.ToArray();
        }

        public void Restore(byte[] state)
        {
            var reader = new StateReader(state);
            Search.Restore(reader);
            Assert.True(reader.IsAtEnd);
        }

        public void Save(StateWriter writer) => evaluator.Save(writer);

        public void Restore(StateReader reader) => evaluator.Restore(reader);

        public void Dispose() => evaluator.Dispose();
    }
}
