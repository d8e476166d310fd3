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
    public void Introns_change_nothing(bool multiClass) => Measure("introns", multiClass, s => new Introns(multiClass).Insert(s.Program, s.Random));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_change_nothing(bool multiClass) => Measure("names", multiClass, s => Rewriting.Rename(s.Program, multiClass, s.Random));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Operands_change_nothing(bool multiClass) => Measure("swap", multiClass, s => Rewriting.SwapOperands(s.Program, s.Random));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Order_changes_nothing(bool multiClass) => Measure("order", multiClass, s => Rewriting.Reorder(s.Program, s.Random));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Idempotent(bool multiClass) => Measure("idempotent", multiClass, s => EffectiveProgram.Create(s.Program, multiClass).Program);

    private static void Measure(string what, bool multiClass, Func<Sample, Program> change)
    {
        int[] all = [0, 0], same = [0, 0], ord = [0, 0], changed = [0, 0], noPartial = [0, 0], noPartialSame = [0, 0];
        var shown = 0;
        foreach (var s in Sample.Some(Count, multiClass))
        {
            var e = EffectiveProgram.Create(s.Program, multiClass);
            var r = Functions.All.Any(f => e.Program[f].Any(i => i.Op.Info().IsRandom)) ? 1 : 0;
            var q = change(s);
            var e2 = EffectiveProgram.Create(q, multiClass);
            all[r]++;
            if (q != s.Program) changed[r]++;
            if (e.Hash == e2.Hash && e.Program == e2.Program) same[r]++;
            else if (shown++ < 6) Console.WriteLine($"---- {what} {multiClass}\n{s.Program}== effective\n{e.Program}== again\n{e2.Program}");
            if (Ordinals.OfEffective(e, s.Program).SequenceEqual(Ordinals.OfEffective(e2, q))) ord[r]++;
            var part = Functions.All.Any(f => e.Program[f].Any(i => i.Op.Info().IsPartialWrite));
            if (!part) { noPartial[r]++; if (e.Program == e2.Program) noPartialSame[r]++; }
        }
        Console.WriteLine($"#### {what} multi={multiClass}: no random: {same[0]}/{all[0]} (changed {changed[0]}, ordinals {ord[0]}, nopartial {noPartialSame[0]}/{noPartial[0]}); random: {same[1]}/{all[1]} (changed {changed[1]}, ordinals {ord[1]}, nopartial {noPartialSame[1]}/{noPartial[1]})");
    }
}
