using AutoMLZero.Data.Csv;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Tests.Csv;

public class PreparedTableTests
{
    private static readonly string Houses = Tables.Lines("area,town,price", 100, i => $"{50 + i},{"ABC"[i % 3]},{1000 + (7 * i * i)}");

    [Fact]
    public void Features_and_labels_of_the_training_rows_have_mean_0_and_deviation_1()
    {
        var prepared = Tables.Prepare(Houses, "price");
        Assert.Equal((80, 20), (prepared.Training.Count, prepared.HeldOut.Count));
        Assert.Equal(4, prepared.Training.Dimension);
        for (var feature = 0; feature < 4; feature++) AssertStandard(Column(prepared.Training, feature));
        AssertStandard(prepared.Training.Labels.ToArray());
    }

    [Fact]
    public void Words_are_one_hot_and_what_no_training_row_has_is_none_of_them()
    {
        var transformation = Tables.Prepare(Houses, "price").Transformation;
        var rows = transformation.Features(Tables.Of("town,area\nB,60\nZ,60\n"));
        var town = transformation.Columns[1];
        Assert.Equal(["A", "B", "C"], town.Words);
        double[] expected = [transformation.Columns[0].Features[0].Apply(60), .. town.Features.Select((feature, i) => feature.Apply(i == 1 ? 1 : 0))];
        Assert.Equal(expected, rows[..4]);
        Assert.Equal(town.Features.Select(feature => feature.Apply(0)), rows[5..8]);
    }

    [Fact]
    public void Features_are_padded_with_zeros_to_a_power_of_two()
    {
        var prepared = Tables.Prepare(Tables.Lines("a,b,c,d,e,y", 30, i => $"{i},{i * i},{i % 5},{i % 7},{-i},{i}.5"), "y");
        Assert.Equal((5, 8), (prepared.Transformation.Width, prepared.Training.Dimension));
        Assert.All(Enumerable.Range(0, prepared.Training.Count), i => Assert.Equal([0, 0, 0], prepared.Training.Row(i)[5..].ToArray()));
    }

    [Fact]
    public void There_are_as_many_features_as_classes_at_least()
    {
        var prepared = Tables.Prepare(Tables.Lines("a,y", 100, i => $"{i},c{i % 9}"), "y");
        Assert.Equal((1, 16), (prepared.Transformation.Width, prepared.Training.Dimension));
    }

    [Fact]
    public void The_split_depends_on_the_seed_alone()
    {
        double[] HeldOut(ulong seed) => Tables.Prepare(Houses, "price", settings => settings with { SplitSeed = seed }).HeldOut.Labels.ToArray();
        Assert.Equal(HeldOut(1).Length, HeldOut(2).Length);
        Assert.Equal(HeldOut(1), HeldOut(1));
        Assert.NotEqual(HeldOut(1), HeldOut(2));
    }

    [Fact]
    public void No_row_is_in_both_parts_and_none_is_lost()
    {
        var prepared = Tables.Prepare(Houses, "price", settings => settings with { HeldOutShare = 0.37 });
        var price = prepared.Transformation.Target.Numbers;
        var all = Parts(prepared).Select(label => (int)Math.Round(price.Invert(label))).Order();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => 1000 + (7 * i * i)), all);
    }

    [Fact]
    public void Classes_have_the_same_shares_in_both_parts()
    {
        var prepared = Tables.Prepare(Tables.Lines("a,y", 100, i => $"{i},{(i % 10 == 0 ? "rare" : "common")}"), "y");
        Assert.Equal(["common", "rare"], prepared.Transformation.Target.Classes);
        Assert.Equal((8, 2), (prepared.Training.Labels.ToArray().Sum(), prepared.HeldOut.Labels.ToArray().Sum()));
    }

    [Fact]
    public void A_class_of_one_row_is_learned_from()
    {
        var prepared = Tables.Prepare(Tables.Lines("a,y", 20, i => $"{i},{(i == 3 ? "once" : "often")}"), "y");
        Assert.Equal(1, prepared.Training.Labels.ToArray().Count(label => label == 1));
    }

    [Theory]
    [InlineData("yes,no", TableTask.Classification, 2)]
    [InlineData("0,1", TableTask.Classification, 2)]
    [InlineData("0.5,2.5", TableTask.Classification, 2)]
    [InlineData("1,2,3", TableTask.Classification, 3)]
    [InlineData("1,2,3.5", TableTask.Regression, 0)]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11", TableTask.Regression, 0)]
    [InlineData("a,b,3", TableTask.Classification, 3)]
    public void The_task_is_found_out(string values, TableTask task, int classes)
    {
        var all = values.Split(',');
        var target = Tables.Prepare(Tables.Lines("a,y", 110, i => $"{i},{all[i % all.Length]}"), "y").Transformation.Target;
        Assert.Equal((task, classes), (target.Task, target.Classes.Length));
    }

    [Fact]
    public void The_task_can_be_said()
    {
        var text = Tables.Lines("a,y", 60, i => $"{i},{i % 3}");
        Assert.Equal(TableTask.Regression, Tables.Prepare(text, "y", settings => settings with { Task = TableTask.Regression }).Transformation.Target.Task);
        var other = Tables.Lines("a,y", 60, i => $"{i},{i % 3}.5");
        var classes = Tables.Prepare(other, "y", settings => settings with { Task = TableTask.Classification }).Transformation.Target.Classes;
        Assert.Equal(["0.5", "1.5", "2.5"], classes);
    }

    [Fact]
    public void Missing_values_are_filled_in_from_the_training_rows_on_request()
    {
        var text = Tables.Lines("size,town,price", 50, i => $"{(i == 7 ? "" : i)},{(i == 9 ? "NA" : i % 3 == 0 ? "B" : "A")},{i * i}");
        var prepared = Tables.Prepare(text, "price", settings => settings with { Impute = true });
        Assert.Equal((40, 10), (prepared.Training.Count, prepared.HeldOut.Count));
        var (size, town) = (prepared.Transformation.Columns[0], prepared.Transformation.Columns[1]);
        Assert.Equal(size.Features[0].Mean, size.Replacement!.Value, 12);
        Assert.Equal("A", town.Words[(int)town.Replacement!.Value]);
        var filled = prepared.Transformation.Features(Tables.Of("size,town\n,\n"));
        Assert.Equal(0, filled[0], 12);
        Assert.True(filled[1] > 0 && filled[2] < 0);
    }

    [Fact]
    public void Rows_without_target_are_left_out_on_request()
    {
        var text = Tables.Lines("size,price", 50, i => $"{i},{(i % 10 == 0 ? "" : i * i)}");
        var prepared = Tables.Prepare(text, "price", settings => settings with { Impute = true });
        Assert.Equal(45, prepared.Training.Count + prepared.HeldOut.Count);
        Assert.Equal(["5 rows without the target 'price' left out"], prepared.Notices);
    }

    [Fact]
    public void Columns_without_use_are_left_out_and_named()
    {
        var text = Tables.Lines("name,same,size,price", 60, i => $"n{i},7,{i},{i * i}");
        var prepared = Tables.Prepare(text, "price");
        Assert.Equal(["size"], prepared.Transformation.Columns.Select(column => column.Name));
        Assert.Equal(
            ["column 'name' is left out: it has more than 50 different texts", "column 'same' is left out: it is the same in all training rows"],
            prepared.Notices);
    }

    [Fact]
    public void Ignored_columns_are_not_looked_at()
    {
        var text = Tables.Lines("id,size,price", 60, i => $",{i},{i * i}");
        Assert.Equal(["size"], Tables.Prepare(text, "price", settings => settings with { Ignore = ["id"] }).Transformation.Columns.Select(column => column.Name));
    }

    [Fact]
    public void New_rows_without_header_go_by_number_with_the_target_or_without()
    {
        var transformation = Tables.Prepare(Tables.Lines("0,5,100", 60, i => $"{i},{i * i},{i * 3}"), "2").Transformation;
        var withTarget = transformation.Features(Tables.Of("1,0,2\n3,,4\n", hasHeader: false));
        Assert.Equal(withTarget, transformation.Features(Tables.Of("1,2\n3,4\n", hasHeader: false)));
        Assert.Equal("t.csv has 1 column, expected 3 as in training, or one less without the target", Complaints.Of(() => transformation.Features(Tables.Of("1\n", hasHeader: false))));
    }

    [Theory]
    [InlineData("town\nA\n", "t.csv has no column 'area', expected one of town")]
    [InlineData("area,town\nbig,A\n", "t.csv: column 'area' has words, expected numbers as in training")]
    [InlineData("area,town\n5,A\n,A\n", "t.csv: column 'area' has no value in row 3, expected one in every row, as in training")]
    public void New_rows_that_do_not_fit_are_told_in_a_sentence(string text, string message)
    {
        var transformation = Tables.Prepare(Houses, "price").Transformation;
        Assert.Equal(message, Complaints.Of(() => transformation.Features(Tables.Of(text))));
    }

    [Fact]
    public void Predictions_are_told_in_units_of_the_target()
    {
        var price = Tables.Prepare(Houses, "price").Transformation.Target;
        Assert.Equal(5000, double.Parse(price.Text(price.Numbers.Apply(5000)), System.Globalization.CultureInfo.InvariantCulture), 6);
        Assert.Equal("", price.Text(double.NaN));
        var two = Tables.Prepare(Tables.Lines("a,y", 20, i => $"{i},{(i % 2 == 0 ? "no" : "yes")}"), "y").Transformation.Target;
        Assert.Equal(["no", "no", "yes"], new[] { 0, 0.5, 0.51 }.Select(two.Text));
        var three = Tables.Prepare(Tables.Lines("a,y", 30, i => $"{i},{"xyz"[i % 3]}"), "y").Transformation.Target;
        Assert.Equal(["x", "z"], new double[] { 0, 2 }.Select(three.Text));
    }

    private static double[] Column(Examples examples, int feature) => [.. Enumerable.Range(0, examples.Count).Select(i => examples.Row(i)[feature])];

    private static IEnumerable<double> Parts(PreparedTable prepared) => prepared.Training.Labels.ToArray().Concat(prepared.HeldOut.Labels.ToArray());

    private static void AssertStandard(double[] values)
    {
        Assert.Equal(0, values.Average(), 10);
        Assert.Equal(1, values.Average(value => value * value), 10);
    }
}
