using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Execution;

public class CostLimitTests
{
    /// <summary>Twice what the built-in linear model costs with 4 features: a dot product, 2 scalar operations, a scaling and a sum of vectors.</summary>
    private static readonly EarlyExits Exits = new() { MaxCost = new(BuiltInPrograms.Linear, 2) };

    [Fact]
    public void The_cost_of_a_step_is_that_of_predicting_and_learning()
    {
        Assert.Equal(8 + 1 + 1 + 4 + 4, ProgramCost.PerStep(BuiltInPrograms.Linear, 4));
        Assert.Equal(
            (2 * 256) + 16 + 16 + 32 + 1 + (1 + 1 + 1) + (6 * 16) + (2 * 256),
            ProgramCost.PerStep(BuiltInPrograms.NeuralNet, 16));
        Assert.Equal(0, ProgramCost.PerStep(Program.Empty, 4));
        Assert.Equal(36, Exits.MaxCost!.PerStep(4));
    }

    [Fact]
    public void A_program_that_costs_more_is_rejected_and_one_that_costs_as_much_is_not()
    {
        using var evaluator = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings(), Exits);
        Assert.Equal(EvaluationOutcome.Evaluated, evaluator.Evaluate(WithCost(36)).Outcome);
        Assert.Equal(new Evaluation(0, EvaluationOutcome.Rejected), evaluator.Evaluate(WithCost(37)));
        Assert.Equal(new Evaluation(0, EvaluationOutcome.Rejected), evaluator.Evaluate(BuiltInPrograms.NeuralNet));
    }

    [Fact]
    public void Introns_cost_nothing()
    {
        using var evaluator = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings(), Exits);
        var introns = Enumerable.Repeat(new Instruction(Op.MatrixProduct, 0, 0, 0), 10);
        var program = BuiltInPrograms.Linear.With(ComponentFunction.Learn, [.. BuiltInPrograms.Linear.Learn, .. introns]);
        Assert.Equal(EvaluationOutcome.Evaluated, evaluator.Evaluate(program).Outcome);
    }

    [Fact]
    public void With_all_early_exits_every_child_is_counted_once()
    {
        var exits = Exits with { MaxCost = new(BuiltInPrograms.Linear, 0.7), FunctionalCache = new(), CanonicalCache = new(), Hurdles = EarlyExitRuns.Hurdles };
        var run = EarlyExitRuns.Run(exits, 5000);
        var counters = run.Counters;
        Assert.All([counters.Rejected, counters.Cached, counters.Partial, counters.Evaluated], count => Assert.InRange(count, 10, 4990));
        Assert.Equal(5000, counters.Rejected + counters.Cached + counters.Partial + counters.Evaluated);
        Assert.Equal((5000, 5000), (counters.Generated, counters.Individuals));
        Assert.Equal(run.Population, EarlyExitRuns.Run(exits, 5000).Population);
    }

    /// <summary>The linear model with additions of scalars to the prediction.</summary>
    private static Program WithCost(int cost)
    {
        var additions = Enumerable.Repeat(new Instruction(Op.ScalarAdd, 1, 1, 2), cost - 18);
        return BuiltInPrograms.Linear.With(ComponentFunction.Predict, [.. BuiltInPrograms.Linear.Predict, .. additions]);
    }
}
