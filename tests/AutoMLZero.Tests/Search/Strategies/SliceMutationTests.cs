using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search.Strategies;

/// <summary>Mutations that know what instructions are for.</summary>
public class SliceMutationTests
{
    private const int Count = 5000;

    private static readonly SearchSpace Space = Spaces.Of(new MemoryShape(6, 6, 2), Spaces.AllOps);
    private static readonly InstructionGenerator Generator = new(Space);
    private static readonly IntronRemoval Introns = new(false);
    private static readonly Program Net = BuiltInPrograms.Linear;

    [Fact]
    public void Altering_a_constant_changes_one_constant_and_nothing_else()
    {
        var random = new RandomSource(1);
        var parent = new ProgramGenerator(Space).Random(random);
        var mutation = new AlterConstant(ConstantChange.LogNormal);
        var places = new HashSet<int>();
        for (var i = 0; i < Count; i++)
        {
            var child = mutation.Apply(parent, ComponentFunction.Learn, random);
            if (child.Equals(parent)) continue;
            Assert.Equal((parent.Setup, parent.Predict), (child.Setup, child.Predict));
            var place = Assert.Single(Enumerable.Range(0, parent.Learn.Length), index => child.Learn[index] != parent.Learn[index]);
            var (before, after) = (parent.Learn[place], child.Learn[place]);
            Assert.Equal((before.Op, before.Output, before.Input1, before.Input2), (after.Op, after.Output, after.Input1, after.Input2));
            Assert.Single(Enumerable.Range(0, before.Op.Info().Constants.Length), index => !before.Constant(index).Equals(after.Constant(index)));
            places.Add(place);
        }

        Assert.Equal(parent.Learn.Count(instruction => !instruction.Op.Info().Constants.IsEmpty), places.Count);
        Assert.Same(Net, mutation.Apply(Net, ComponentFunction.Learn, random));
    }

    [Fact]
    public void Inserting_a_value_keeps_all_instructions_and_adds_one_to_four()
    {
        var added = new long[5];
        foreach (var (function, child) in Children(new RebuildValue(Space, Generator, keeps: true)))
        {
            added[child[function].Length - Net[function].Length]++;
            Assert.Equal(Net[function], Kept(child[function], Net[function]));
        }

        Assert.Equal(0, added[0]);
        Assert.All(added[1..], count => Assert.NotEqual(0, count));
    }

    [Fact]
    public void Most_values_that_are_inserted_have_an_effect()
    {
        var (longer, all) = (0, 0);
        foreach (var (_, child) in Children(new RebuildValue(Space, Generator, keeps: true)))
        {
            all++;
            longer += Introns.Apply(child).Length > Net.Length ? 1 : 0;
        }

        Assert.True(longer > all / 2, $"{longer} of {all}");
    }

    [Fact]
    public void Rebuilding_a_value_changes_what_computes_it_and_removes_what_served_it_alone()
    {
        var (shorter, changed) = (0, 0);
        foreach (var (function, child) in Children(new RebuildValue(Space, Generator, keeps: false)))
        {
            Assert.InRange(child[function].Length, 0, Space[function].MaxLength);
            changed += child.Equals(Net) ? 0 : 1;
            shorter += child[function].Length < Net[function].Length ? 1 : 0;
        }

        Assert.InRange(changed, Count / 2, Count);
        Assert.InRange(shorter, 1, Count / 2);
    }

    [Fact]
    public void Learning_a_value_makes_Predict_read_a_new_cell_and_Learn_write_it()
    {
        var (children, effective) = (0, 0);
        foreach (var (_, child) in Children(new LearnValue(Space, Generator)))
        {
            if (ReferenceEquals(child, Net)) continue;
            children++;
            Assert.Equal(Net.Setup, child.Setup);
            Assert.Equal(Net.Predict.Length + 1, child.Predict.Length);
            Assert.Equal(Net.Predict, Kept(child.Predict, Net.Predict));
            Assert.InRange(child.Learn.Length - Net.Learn.Length, 1, 2);
            Assert.Equal(Net.Learn, Kept(child.Learn, Net.Learn));
            var use = Footprint.Of(child.Predict.Except(Net.Predict).Single());
            Assert.Equal(Footprint.Of(Net.Predict[0]).Output, use.Output);
            var learned = use.Input1 == use.Output ? use.Input2 : use.Input1;
            Assert.DoesNotContain(learned, Cells(Net));
            Assert.Contains(child.Learn, instruction => Footprint.Of(instruction).Output == learned);
            effective += Introns.Apply(child).Predict.Length == child.Predict.Length ? 1 : 0;
        }

        Assert.True(children > Count / 2 && effective > children / 2, $"{effective} of {children}");
    }

    [Fact]
    public void What_is_impossible_gives_the_parent_itself()
    {
        var random = new RandomSource(2);
        var full = new ProgramGenerator(Spaces.Linear).Random(random);
        var generator = new InstructionGenerator(Spaces.Linear);
        for (var i = 0; i < 100; i++)
        {
            Assert.Same(full, new RebuildValue(Spaces.Linear, generator, keeps: true).Apply(full, ComponentFunction.Predict, random));
            Assert.Same(full, new LearnValue(Spaces.Linear, generator).Apply(full, ComponentFunction.Predict, random));
            Assert.Same(Program.Empty, new LearnValue(Space, Generator).Apply(Program.Empty, ComponentFunction.Learn, random));
        }
    }

    private static IEnumerable<(ComponentFunction Function, Program Child)> Children(IMutation mutation)
    {
        var random = new RandomSource(5);
        for (var i = 0; i < Count; i++)
        {
            var function = Spaces.Functions[i % 3];
            var child = mutation.Apply(Net, function, random);
            Assert.Equal(child, ProgramParser.Parse(child.ToString(), Space.Memory));
            yield return (function, child);
        }
    }

    private static HashSet<int> Cells(Program program) =>
    [
        .. Spaces.Functions.SelectMany(function => program[function]).Select(instruction => Footprint.Of(instruction))
            .SelectMany(footprint => new[] { footprint.Output, footprint.Input1, footprint.Input2 }),
    ];

    /// <summary>The longest start of the old instructions that the new ones hold in order.</summary>
    private static IEnumerable<Instruction> Kept(IEnumerable<Instruction> instructions, IReadOnlyList<Instruction> old)
    {
        var next = 0;
        foreach (var instruction in instructions)
        {
            if (next < old.Count && instruction == old[next]) next++;
        }

        return old.Take(next);
    }
}
