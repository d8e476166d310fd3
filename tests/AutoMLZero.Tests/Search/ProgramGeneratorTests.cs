using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class ProgramGeneratorTests
{
    private static readonly FunctionSpace Fixed = new([], 0, 0);

    [Fact]
    public void Random_programs_have_the_initial_lengths_and_read_back()
    {
        var generator = new ProgramGenerator(Spaces.Linear);
        var random = new RandomSource(41);
        for (var i = 0; i < 200; i++)
        {
            var program = generator.Random(random);
            Assert.Equal((10, 2, 8), (program.Setup.Length, program.Predict.Length, program.Learn.Length));
            Assert.Equal(program, ProgramParser.Parse(program.ToString(), Spaces.Linear.Memory));
        }
    }

    [Fact]
    public void Functions_that_are_not_evolvable_are_given()
    {
        var space = Spaces.Linear with { Setup = Fixed, Predict = Fixed };
        var given = BuiltInPrograms.Linear;
        var generator = new ProgramGenerator(space, given);
        var program = generator.Random(new RandomSource(1));
        Assert.Equal(given.Setup, program.Setup);
        Assert.Equal(given.Predict, program.Predict);
        Assert.Equal(8, program.Learn.Length);
        Assert.Equal(given with { Learn = [] }, generator.Empty);
        Assert.Same(given, generator.Initial(InitialPrograms.Given, new RandomSource(1)));
        Assert.Same(generator.Empty, generator.Initial(InitialPrograms.Empty, new RandomSource(1)));
    }

    [Fact]
    public void A_given_program_outside_the_space_is_refused()
    {
        var small = Spaces.Linear with { Learn = new([Op.ScalarAdd], 0, 3) };
        AssertRefused(Spaces.Linear, BuiltInPrograms.NeuralNet, "Predict");
        AssertRefused(small, BuiltInPrograms.Linear, "Learn");
        Program[] bad =
        [
            Program.Empty with { Setup = [new(Op.ScalarAbs, 4)] }, Program.Empty with { Setup = [new(Op.ScalarAbs, 0)] },
            Program.Empty with { Learn = [new(Op.VectorAdd, 1, 3)] }, Program.Empty with { Learn = [new(Op.VectorAdd, 1, 0, 3)] },
        ];
        Assert.All(bad, program => Assert.Throws<InputException>(() => new ProgramGenerator(Spaces.Linear, program)));
    }

    private static void AssertRefused(SearchSpace space, Program given, string named)
    {
        var error = Assert.Throws<InputException>(() => new ProgramGenerator(space, given));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
