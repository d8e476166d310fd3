using AutoMLZero.Analysis;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search.Strategies;

public class BackwardGeneratorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Programs_are_in_the_space_and_are_parsed_from_their_text(bool multiClass)
    {
        var space = Spaces.Of(new MemoryShape(6, 6, 2), Spaces.AllOps, multiClass);
        var lengths = new HashSet<int>();
        foreach (var program in Some(space, Program.Empty, 2000))
        {
            new ProgramGenerator(space, program).Initial(InitialPrograms.Given, new RandomSource(1));
            Assert.Equal(program, ProgramParser.Parse(program.ToString(), space.Memory));
            lengths.Add(program.Length);
        }

        Assert.InRange(lengths.Count, 15, 41);
    }

    [Fact]
    public void Few_instructions_have_no_effect_and_many_programs_learn()
    {
        var (introns, dependence) = (new IntronRemoval(false), new Dependence());
        var (effective, all, learners) = (0, 0, 0);
        foreach (var program in Some(Spaces.Linear, Program.Empty, 2000))
        {
            all += program.Length;
            effective += introns.Apply(program).Length;
            learners += dependence.IsLearner(program, false) ? 1 : 0;
        }

        Assert.True(effective > 0.9 * all, $"{effective} of {all} instructions have an effect");
        Assert.True(learners > 1000, $"{learners} programs learn");
        var random = new ProgramGenerator(Spaces.Linear);
        var source = new RandomSource(4);
        var byChance = Enumerable.Range(0, 2000).Count(_ => dependence.IsLearner(random.Random(source), false));
        Assert.True(byChance < learners / 4, $"{byChance} programs learn by chance");
    }

    [Fact]
    public void Given_functions_stay()
    {
        foreach (var given in new[] { ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn })
        {
            var space = Spaces.Linear;
            space = given switch
            {
                ComponentFunction.Setup => space with { Setup = new([], 0, 0) },
                ComponentFunction.Predict => space with { Predict = new([], 0, 0) },
                _ => space with { Learn = new([], 0, 0) },
            };
            Assert.All(Some(space, BuiltInPrograms.Linear, 200), program => Assert.Equal(BuiltInPrograms.Linear[given], program[given]));
            Assert.True(Some(space, BuiltInPrograms.Linear, 200).Distinct().Count() > 100);
        }
    }

    private static IEnumerable<Program> Some(SearchSpace space, Program given, int count)
    {
        var generator = new BackwardGenerator(space, given, Demands.All);
        var random = new RandomSource(3);
        for (var i = 0; i < count; i++) yield return generator.Next(random);
    }
}
