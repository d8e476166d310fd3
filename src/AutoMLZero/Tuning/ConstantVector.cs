using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Tuning;

/// <summary>
/// The constants of a program that tuning may change: those of instructions that predictions can depend on, but for index constants, which are places and
/// not amounts, and for zeros, which have no scale.
/// </summary>
internal sealed class ConstantVector
{
    private readonly Program program;

    private ConstantVector(Program program, ImmutableArray<ConstantPlace> places)
    {
        this.program = program;
        Places = places;
    }

    /// <summary>Where the constants are, in the order of the program.</summary>
    public ImmutableArray<ConstantPlace> Places { get; }

    /// <summary>Finds the constants of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="isMultiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public static ConstantVector Of(Program program, bool isMultiClass)
    {
        var liveness = new Liveness();
        liveness.Analyze(program, isMultiClass);
        return new ConstantVector(program,
        [
            .. from function in Enum.GetValues<ComponentFunction>()
               from line in program[function].Index()
               where liveness.IsEffective(function, line.Index)
               from constant in line.Item.Op.Info().Constants.Index()
               let value = line.Item.Constant(constant.Index)
               where constant.Item != ConstantRole.Index && value != 0
               select new ConstantPlace(function, line.Index, constant.Index, constant.Item, value),
        ]);
    }

    /// <summary>The program with each of the constants times a factor.</summary>
    /// <param name="factors">A factor for each place.</param>
    public Program Times(ReadOnlySpan<double> factors)
    {
        var functions = new[] { program.Setup.ToBuilder(), program.Predict.ToBuilder(), program.Learn.ToBuilder() };
        for (var i = 0; i < Places.Length; i++)
        {
            var place = Places[i];
            var instructions = functions[(int)place.Function];
            instructions[place.Line] = instructions[place.Line].WithConstant(place.Index, place.Times(factors[i]));
        }

        return new Program(functions[0].ToImmutable(), functions[1].ToImmutable(), functions[2].ToImmutable());
    }

    /// <summary>The constants as they are in a program that <see cref="Times"/> made.</summary>
    public ImmutableArray<TunedConstant> Compare(Program tuned) => [.. Places.Select(place => new TunedConstant(
        place.Function, place.Line, place.Index, place.Role, place.Value, tuned[place.Function][place.Line].Constant(place.Index)))];
}
