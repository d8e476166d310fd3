using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tests.Experiments;
using AutoMLZero.Tests.Language;

namespace AutoMLZero.Tests.Search;

public class RoutineMutatorTests
{
    private static readonly SearchSpace Space = RoutinePrograms.Space;

    [Fact]
    public void Many_mutations_never_leave_the_space_and_reach_its_bounds()
    {
        var mutator = new Mutator(Space, RoutinePrograms.Mutations, ConstantChange.LogNormal);
        var random = new RandomSource(3);
        var program = new ProgramGenerator(Space).Empty;
        int longest = 0, longestRoutine = 0, mostCalls = 0, mostTimes = 0;
        for (var i = 0; i < 40_000; i++)
        {
            program = mutator.Mutate(program, random);
            var source = Assert.IsType<SourceCode>(program.Source);
            Assert.Equal(3, source.RoutineCount);
            foreach (var function in Spaces.Functions)
            {
                Assert.InRange(program[function].Length, 0, 100);
                Assert.InRange(source[(int)function].Length, 0, Space[function].MaxLength);
                longest = Math.Max(longest, program[function].Length);
            }

            RoutineCall[] calls = [.. Enumerable.Range(0, source.BodyCount).SelectMany(body => source[body]).Select(line => RoutineCall.Of(line)).OfType<RoutineCall>()];
            mostCalls = Math.Max(mostCalls, calls.Length);
            mostTimes = Math.Max(mostTimes, calls.Select(call => call.Times).DefaultIfEmpty().Max());
            longestRoutine = Math.Max(longestRoutine, Enumerable.Range(3, 3).Max(body => source[body].Length));
            if (i % 20 == 0) Assert.Equal(program, ProgramParser.Parse(program.ToString(), Space.Memory));
        }

        Assert.InRange(longest, 90, 100);
        Assert.Equal((6, 4), (longestRoutine, mostTimes));
        Assert.InRange(mostCalls, 5, 50);
    }

    [Fact]
    public void A_parent_without_routines_gets_them()
    {
        var mutator = new Mutator(Space, MutationMix.Uniform(MutationType.InsertInstruction), ConstantChange.LogNormal);
        var random = new RandomSource(4);
        var children = Enumerable.Range(0, 3000).Select(_ => mutator.Mutate(BuiltInPrograms.Linear, random)).ToArray();
        Assert.All(children, child => Assert.Equal(3, child.Source?.RoutineCount));
        var counts = new long[6];
        foreach (var child in children) counts[Enumerable.Range(0, 6).Single(body => child.Source![body].Length > (body < 3 ? BuiltInPrograms.Linear[(ComponentFunction)body].Length : 0))]++;
        ChiSquare.AssertFrequencies(counts, [1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0]);
    }

    [Fact]
    public void A_child_that_would_be_too_long_is_its_parent()
    {
        var space = Space with { Routines = Space.Routines! with { MaxExpandedLength = 4 } };
        var mutator = new Mutator(space, MutationMix.Uniform(MutationType.InsertInstruction), ConstantChange.LogNormal);
        var random = new RandomSource(5);
        for (var i = 0; i < 500; i++) Assert.InRange(mutator.Mutate(BuiltInPrograms.Linear, random).Learn.Length, 4, 4);
    }

    [Fact]
    public void A_call_changes_in_what_it_calls_or_in_how_often()
    {
        var parent = ProgramParser.Parse("def Setup():\ndef Predict():\n  call F0\ndef Learn():\ndef F0():\n  s1 = 1\ndef F1():\n  s1 = 2\ndef F2():\n");
        var space = Space with { Setup = new([], 0, 0), Learn = new([], 0, 0) };
        var mutator = new Mutator(space, MutationMix.Uniform(MutationType.AlterArgument), ConstantChange.LogNormal);
        var random = new RandomSource(6);
        var calls = Enumerable.Range(0, 2000).Select(_ => mutator.Mutate(parent, random).Source![1]).Select(lines => RoutineCall.Of(Assert.Single(lines))).Distinct();
        Assert.Equal(["call F0", "call F1", "call F2", "repeat 2: call F0", "repeat 3: call F0", "repeat 4: call F0"], calls.Select(call => $"{call}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Mutations_that_look_at_values_are_refused() => Assert.Contains(
        "RebuildValue does not work on programs with routines",
        Assert.Throws<InputException>(() => new Mutator(Space, MutationMix.Uniform(MutationType.RebuildValue), ConstantChange.LogNormal)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Random_programs_have_the_initial_lengths()
    {
        var random = new RandomSource(7);
        var generator = new ProgramGenerator(Space);
        for (var i = 0; i < 100; i++)
        {
            var source = generator.Random(random).Source!;
            Assert.Equal([5, 5, 5, 3, 3, 3], Enumerable.Range(0, 6).Select(body => source[body].Length));
        }

        Assert.Equal(0, generator.Empty.Length);
        Assert.Equal(3, generator.Empty.Source!.RoutineCount);
    }

    [Theory]
    [InlineData("count", "17", "linear: routines.count is 17, expected a whole number from 1 to 16")]
    [InlineData("maxTimes", "9", "linear: routines.maxTimes is 9, expected a whole number from 1 to 8")]
    [InlineData("callShare", "2", "linear: routines.callShare is 2, expected a number from 0 to 1")]
    [InlineData("ops", "[]", "linear: routines.ops is empty, expected at least one operation")]
    [InlineData("initialLength", "5", "linear: routines.initialLength is 5, expected a whole number from 0 to 4")]
    public void A_wrong_field_of_a_spec_is_named(string name, string value, string message) =>
        Assert.Equal(message, Specs.Complaint(() => Specs.Linear(("routines", SmallRuns.Routines), ($"routines.{name}", value))));

    [Fact]
    public void Rules_between_routines_and_other_fields_are_told()
    {
        Assert.Contains("linear: evolution.mutations has rebuildValue", Specs.Complaint(() => Specs.Linear(("routines", SmallRuns.Routines), ("evolution.mutations.rebuildValue", "1"))), StringComparison.Ordinal);
        var two = "def Setup():\ndef Predict():\ndef Learn():\ndef F0():\ndef F1():\ndef F2():\n";
        Assert.Contains(
            "linear: start.program has 3 routines, expected at most routines.count, 2",
            Specs.Complaint(() => Specs.Linear(("routines", SmallRuns.Routines), ("start.program", two))), StringComparison.Ordinal);
    }
}
