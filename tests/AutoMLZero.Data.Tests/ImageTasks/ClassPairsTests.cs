using AutoMLZero.Data.ImageTasks;

namespace AutoMLZero.Data.Tests.ImageTasks;

public class ClassPairsTests
{
    [Fact]
    public void The_held_out_pairs_are_those_of_the_paper() => Assert.Equal(
        ["0-5", "0-9", "1-8", "2-9", "3-5", "3-6", "3-8", "4-6", "8-9"], Shown(ImageClasses.HeldOutPairs));

    [Fact]
    public void Pairs_are_either_for_search_or_held_out()
    {
        Assert.Equal(36, Shown(ImageClasses.SearchPairs).Length);
        Assert.Equal(45, Shown(ImageClasses.AllPairs).Distinct().Count());
        Assert.Equal(Shown(ImageClasses.AllPairs).Order(), Shown(ImageClasses.SearchPairs).Concat(Shown(ImageClasses.HeldOutPairs)).Order());
    }

    [Fact]
    public void Every_pair_is_drawn_as_often_as_every_other()
    {
        var drawn = ClassPairs.Draw(ImageClasses.AllPairs, 90, 7).Select(pair => string.Join('-', pair)).ToArray();
        Assert.Equal(45, drawn[..45].Distinct().Count());
        Assert.Equal(45, drawn[45..].Distinct().Count());
        Assert.NotEqual(drawn[..45], drawn[45..]);
        Assert.NotEqual(drawn, ClassPairs.Draw(ImageClasses.AllPairs, 90, 8).Select(pair => string.Join('-', pair)));
    }

    private static string[] Shown(ImageClasses classes) => [.. ClassPairs.Of(classes).Select(pair => string.Join('-', pair))];
}
