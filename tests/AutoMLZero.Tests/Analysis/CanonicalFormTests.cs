using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Programs that differ in what does not matter have the same canonical form.</summary>
public class CanonicalFormTests
{
    private const int Count = 3000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Introns_never_change_it(bool multiClass)
    {
        var introns = new Introns(multiClass);
        var changes = Changes(multiClass, sample => introns.Insert(sample.Program, sample.Random));
        Assert.All(changes, change => Assert.True(change.HasSameOrdinals && change.IsSame, change.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_never_change_it(bool multiClass)
    {
        var changes = Changes(multiClass, sample => Rewriting.Rename(sample.Program, multiClass, sample.Random));
        Assert.All(changes, change => Assert.True(change.HasSameOrdinals && change.IsSame, change.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_within_a_function_never_change_it(bool multiClass)
    {
        var changes = Changes(multiClass, sample => LocalNames.Rename(sample.Program, multiClass));
        Assert.All(changes, change => Assert.True(change.HasSameOrdinals && change.IsSame, change.ToString()));
    }

    /// <summary>Values that nothing but their later use tells apart can keep the order in which they were written.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Order_of_independent_instructions_hardly_ever_changes_it(bool multiClass) =>
        AssertShare(0.995, Changes(multiClass, sample => Rewriting.Reorder(sample.Program, sample.Random)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Order_of_operands_hardly_ever_changes_it(bool multiClass) =>
        AssertShare(0.998, Changes(multiClass, sample => Rewriting.SwapOperands(sample.Program, sample.Random)));

    /// <summary>Copies that partial writes needed are instructions like others when the effective program is analyzed again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_mostly_its_own_canonical_form(bool multiClass) =>
        AssertShare(0.93, Changes(multiClass, sample => EffectiveProgram.Create(sample.Program, multiClass).Program));

    private static void AssertShare(double least, Change[] changes)
    {
        var same = changes.Count(change => change.IsSame);
        var example = changes.FirstOrDefault(change => !change.IsSame);
        Assert.True(same >= least * changes.Length, $"{same} of {changes.Length} programs keep their canonical form, but not\n{example}");
    }

    /// <summary>What comes of a change, for those programs that it does change; those must be most.</summary>
    private static Change[] Changes(bool multiClass, Func<Sample, Program> change)
    {
        Change[] changes = [.. Sample.Some(Count, multiClass)
            .Select(sample => new Change(sample.Program, change(sample), multiClass))
            .Where(changed => changed.Changed != changed.Original)];
        Assert.True(changes.Length > Count / 3, $"Only {changes.Length} programs were changed.");
        return changes;
    }

    /// <summary>A program, and the same program changed.</summary>
    private sealed record Change(Program Original, Program Changed, bool MultiClass)
    {
        private EffectiveProgram Before { get; } = EffectiveProgram.Create(Original, MultiClass);

        private EffectiveProgram After { get; } = EffectiveProgram.Create(Changed, MultiClass);

        public bool IsSame => Before.Hash == After.Hash && Before.Program == After.Program
            && Before.Memory == After.Memory && Before.IsStateless == After.IsStateless;

        public bool HasSameOrdinals => Ordinals.OfEffective(Before, Original).SequenceEqual(Ordinals.OfEffective(After, Changed));

        public override string ToString() =>
            $"original\n{Original}changed\n{Changed}canonical form of the original\n{Before.Program}of the changed\n{After.Program}";
    }
}
