using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tests.Search;

namespace AutoMLZero.Tests.Language;

/// <summary>Programs with routines to test with.</summary>
internal static partial class RoutinePrograms
{
    /// <summary>A space of programs with three routines and loops.</summary>
    public static SearchSpace Space { get; } = Spaces.Of(new MemoryShape(4, 4, 1), Spaces.AllOps) with
    {
        Routines = new RoutineSpace(Count: 3, Spaces.AllOps, InitialLength: 3, MaxLength: 6, MaxTimes: 4, CallShare: 0.3, MaxExpandedLength: 100),
    };

    /// <summary>Random programs, and random children of the built-in linear model, which learns.</summary>
    public static IEnumerable<Program> Some(int count)
    {
        var random = new RandomSource(17);
        var generator = new ProgramGenerator(Space);
        var mutator = new Mutator(Space, Mutations, ConstantChange.LogNormal);
        for (var i = 0; i < count; i++)
        {
            var program = i % 2 == 0 ? generator.Random(random) : BuiltInPrograms.Linear;
            for (var changes = i % 2 * 6; changes > 0; changes--) program = mutator.Mutate(program, random);
            if (program.Source is not null) yield return program;
        }
    }

    /// <summary>All mutations that programs with routines know.</summary>
    public static MutationMix Mutations { get; } = MutationMix.Uniform([.. Enum.GetValues<MutationType>().Where(type => type <= MutationType.AlterConstant)]);

    /// <summary>Compares functions line by line.</summary>
    public static IEqualityComparer<(ImmutableArray<Instruction>, ImmutableArray<Instruction>, ImmutableArray<Instruction>)> SameLines { get; } =
        EqualityComparer<(ImmutableArray<Instruction> Setup, ImmutableArray<Instruction> Predict, ImmutableArray<Instruction> Learn)>.Create(
            (first, second) => first.Setup.SequenceEqual(second.Setup) && first.Predict.SequenceEqual(second.Predict) && first.Learn.SequenceEqual(second.Learn));

    /// <summary>The text of a program with lines in the place of calls, found by nothing but replacing text.</summary>
    public static string Inline(string text)
    {
        var bodies = Regex.Split(text, @"^def (\w+)\(\):\n", RegexOptions.Multiline)[1..].Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        string Replaced(string body) => CallPattern().Replace(body, call =>
            string.Concat(Enumerable.Repeat(Replaced(bodies[call.Groups[2].Value]), call.Groups[1].Success ? int.Parse(call.Groups[1].ValueSpan, null) : 1)));
        return string.Concat(Spaces.Functions.Select(function => $"{function}").Select(name => $"def {name}():\n{Replaced(bodies[name])}"));
    }

    [GeneratedRegex(@"^  (?:repeat (\d): )?call (F\d+)\n", RegexOptions.Multiline)]
    private static partial Regex CallPattern();
}
