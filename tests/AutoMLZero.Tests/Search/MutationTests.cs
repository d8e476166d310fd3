using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class MutationTests
{
    private const ComponentFunction Function = ComponentFunction.Predict;
    private static readonly InstructionGenerator Generator = new(Spaces.Largest);
    private static readonly Program Parent = new ProgramGenerator(Spaces.Largest).Random(new RandomSource(51));
    private static readonly ImmutableArray<Instruction> Old = Parent[Function];

    [Fact]
    public void Insertion_puts_one_instruction_at_a_uniform_place()
    {
        var places = new long[Old.Length + 1];
        foreach (var child in Children(new InsertInstruction(Spaces.Largest, Generator)))
        {
            var place = FirstDifference(child);
            Assert.Equal(Old, child.RemoveAt(place));
            places[place]++;
        }

        ChiSquare.AssertUniform(places);
    }

    [Fact]
    public void Removal_takes_one_instruction_from_a_uniform_place()
    {
        var places = new long[Old.Length];
        foreach (var child in Children(new RemoveInstruction()))
        {
            var place = FirstDifference(child);
            Assert.Equal(Old.RemoveAt(place), child);
            places[place]++;
        }

        ChiSquare.AssertUniform(places);
    }

    [Fact]
    public void Randomizing_an_instruction_replaces_a_uniform_one()
    {
        var places = new long[Old.Length];
        foreach (var child in Children(new RandomizeInstruction(Generator)))
        {
            var place = FirstDifference(child);
            Assert.Equal(Old.SetItem(place, child[place]), child);
            places[place]++;
        }

        ChiSquare.AssertUniform(places);
    }

    [Fact]
    public void Randomizing_a_function_replaces_every_instruction_and_keeps_the_length()
    {
        var operations = new long[65];
        foreach (var child in Children(new RandomizeFunction(Generator)))
        {
            Assert.Equal(Old.Length, child.Length);
            foreach (var instruction in child) operations[(int)instruction.Op]++;
        }

        ChiSquare.AssertUniform(operations);
    }

    [Fact]
    public void A_trade_is_an_insertion_and_a_removal_at_uniform_places()
    {
        var random = new RandomSource(53);
        var trade = new Trade(Generator);
        var unchanged = 0L;
        for (var i = 0; i < 60_000; i++)
        {
            var child = trade.Apply(Parent, Function, random);
            if (ReferenceEquals(child, Parent))
            {
                unchanged++;
                continue;
            }

            var instructions = child[Function];
            Assert.Equal(Old.Length, instructions.Length);
            var rest = from inserted in Enumerable.Range(0, Old.Length) select instructions.RemoveAt(inserted);
            var expected = from removed in Enumerable.Range(0, Old.Length) select Old.RemoveAt(removed);
            if (i < 2_000) Assert.Contains(rest, candidate => expected.Any(wanted => wanted.SequenceEqual(candidate)));
        }

        ChiSquare.AssertFrequencies([unchanged, 60_000 - unchanged], [1.0 / (Old.Length + 1), (double)Old.Length / (Old.Length + 1)]);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 1, 1)]
    public void A_trade_inserts_then_removes(int seedOffset, int length, int tries)
    {
        var random = new RandomSource((ulong)(100 + seedOffset));
        var generator = new InstructionGenerator(Spaces.Largest);
        var parent = Program.Empty.With(Function, Old[..length]);
        for (var i = 0; i <= tries; i++)
        {
            var copy = new RandomSource(0) { State = random.State };
            var inserted = copy.NextInt(length + 1);
            var removed = copy.NextInt(length + 1);
            var expected = parent[Function];
            if (inserted != removed) expected = expected.Insert(inserted, generator.Draw(Function, copy)).RemoveAt(removed);
            Assert.Equal(expected, new Trade(generator).Apply(parent, Function, random)[Function]);
        }
    }

    [Fact]
    public void Altering_changes_one_argument_drawn_uniformly()
    {
        foreach (var op in new[] { Op.MatrixConstant, Op.VectorAdd, Op.VectorGaussian, Op.ScalarAbs })
        {
            var instruction = Draw(op);
            var info = op.Info();
            var changes = new long[6];
            foreach (var child in Children(new AlterArgument(Generator, ConstantChange.Uniform), Program.Empty.With(Function, [instruction])))
                changes[ChangedArgument(instruction, Assert.Single(child))]++;
            int[] present = [0, .. Enumerable.Range(1, info.InputCount), .. Enumerable.Range(3, info.Constants.Length)];
            var arguments = 1.0 * present.Length;
            Assert.Equal(changes.Sum(), present.Sum(argument => changes[argument]));
            var probabilities = present.Select(argument => argument < 3 ? 255 / 256.0 / arguments : 1 / arguments).ToArray();
            ChiSquare.AssertFrequencies([.. present.Select(argument => changes[argument])], [.. probabilities.Select(p => p / probabilities.Sum())]);
        }
    }

    [Fact]
    public void An_impossible_mutation_gives_the_parent_itself()
    {
        var random = new RandomSource(57);
        IMutation[] all =
        [
            new RemoveInstruction(), new RandomizeInstruction(Generator), new RandomizeFunction(Generator), new Trade(Generator),
            new AlterArgument(Generator, ConstantChange.LogNormal),
        ];
        Assert.All(all, mutation => Assert.Same(Program.Empty, mutation.Apply(Program.Empty, Function, random)));
        var idle = Program.Empty.With(Function, [new Instruction(Op.NoOp)]);
        Assert.Same(idle, new AlterArgument(Generator, ConstantChange.LogNormal).Apply(idle, Function, random));
        var full = new ProgramGenerator(Spaces.Linear).Random(random);
        Assert.All(Spaces.Functions, function =>
            Assert.Same(full, new InsertInstruction(Spaces.Linear, new InstructionGenerator(Spaces.Linear)).Apply(full, function, random)));
    }

    [Fact]
    public void A_change_that_changes_nothing_gives_the_parent_itself()
    {
        var space = Spaces.Of(new MemoryShape(2, 1, 0), [Op.ScalarConstant]);
        var zero = Program.Empty.With(Function, [new Instruction(Op.ScalarConstant, 1)]);
        var alter = new AlterArgument(new InstructionGenerator(space), ConstantChange.LogNormal);
        var random = new RandomSource(59);
        for (var i = 0; i < 100; i++) Assert.Same(zero, alter.Apply(zero, Function, random));
    }

    private static IEnumerable<ImmutableArray<Instruction>> Children(IMutation mutation, Program? parent = null)
    {
        var random = new RandomSource(52);
        parent ??= Parent;
        for (var i = 0; i < 30_000; i++)
        {
            var child = mutation.Apply(parent, Function, random);
            if (ReferenceEquals(child, parent)) continue;
            Assert.Equal(parent.Setup, child.Setup);
            Assert.Equal(parent.Learn, child.Learn);
            yield return child[Function];
        }
    }

    private static Instruction Draw(Op op) => new InstructionGenerator(Spaces.Of(MemoryShape.Largest, [op])).Draw(Function, new RandomSource(55));

    private static int FirstDifference(ImmutableArray<Instruction> child)
    {
        var place = 0;
        while (place < Math.Min(child.Length, Old.Length) && child[place] == Old[place]) place++;
        return place;
    }

    private static int ChangedArgument(Instruction before, Instruction after)
    {
        Assert.Equal(before.Op, after.Op);
        bool[] changed =
        [
            before.Output != after.Output, before.Input1 != after.Input1, before.Input2 != after.Input2,
            before.Constant1 != after.Constant1, before.Constant2 != after.Constant2, before.Constant3 != after.Constant3,
        ];
        return Assert.Single(Enumerable.Range(0, changed.Length), argument => changed[argument]);
    }
}
