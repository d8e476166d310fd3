using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Experiments;

public class SpecRobustnessTests
{
    [Fact]
    public void A_hundred_thousand_damaged_specs_meet_no_other_exception()
    {
        var random = new RandomSource(1);
        string[] texts = [.. Presets.Names.Select(Presets.Json)];
        var refused = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var json = SpecMutations.Damage(texts[random.NextInt(texts.Length)], random);
            try
            {
                SpecReader.Read(json, "spec", i % 10 == 0 ? [KeyValuePair.Create("evolution.population", "7")] : null);
            }
            catch (InputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 50_000, 99_999);
    }

    [Fact]
    public void Damaged_task_files_meet_no_other_exception()
    {
        var random = new RandomSource(2);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            try
            {
                TasksFile.Read(SpecMutations.Damage(TasksFileTests.Valid, random), "tasks");
            }
            catch (InputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 10_000, 19_999);
    }
}
