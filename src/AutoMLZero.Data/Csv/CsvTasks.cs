using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Csv;

/// <summary>Makes tasks of a table.</summary>
internal static class CsvTasks
{
    private const ulong SeedOfParts = 1UL << 32;

    /// <summary>Makes a set of tasks. Each is a random sample of equal size of the training rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="settings">Which tasks.</param>
    /// <param name="seed">Decides samples and orders; tasks on held-out rows depend on the seed of the split instead.</param>
    /// <exception cref="InputException">The table does not have what the settings say.</exception>
    public static TaskSet Create(PreparedTable table, CsvTaskSettings settings, ulong seed)
    {
        Check(table, settings);
        var tasks = ImmutableArray.CreateBuilder<LearningTask>(settings.Count);
        for (var i = 0; i < settings.Count; i++)
            tasks.Add(Task(table, settings, i, SplitMix.Derive(seed, (ulong)i)));
        return new TaskSet(tasks.MoveToImmutable(), 1, settings.Classes > 2 ? settings.Classes : 0, seed);
    }

    /// <summary>The task on which the program that was found is trained for good, to predict given examples.</summary>
    /// <param name="training">All training rows.</param>
    /// <param name="settings">The settings of the tasks on held-out rows.</param>
    /// <param name="rows">The examples to predict, with labels that do not matter.</param>
    public static TaskSet Final(Examples training, CsvTaskSettings settings, Examples rows) =>
        new([OnHeldOut(training, Pad(rows, settings.Features), settings, 0)], 1, settings.Classes > 2 ? settings.Classes : 0);

    private static LearningTask Task(PreparedTable table, CsvTaskSettings settings, int index, ulong seed) => settings.ScoredOn switch
    {
        ScoredOn.HeldOut => OnHeldOut(table, settings, index),
        ScoredOn.Training => OnTraining(table, settings, index, seed),
        _ => OnPart(table, settings, index),
    };

    private static void Check(PreparedTable table, CsvTaskSettings settings)
    {
        var transformation = table.Transformation;
        if (transformation.PaddedWidth > settings.Features)
            throw new InputException($"{settings.File} makes {transformation.PaddedWidth} features, expected {settings.Features} as the spec says");
        if (transformation.Target.Classes.Length != settings.Classes)
            throw new InputException($"{settings.File}: the target has {transformation.Target.Classes.Length} classes, expected {settings.Classes} as the spec says");
        var (rows, least) = settings.ScoredOn == ScoredOn.HeldOut ? (table.HeldOut.Count, 0) : (table.Training.Count, settings.ScoredOn == ScoredOn.Training ? 1 : 0);
        if (settings.Valid > rows - least)
            throw new InputException($"{settings.File}: {settings.Valid} validation examples are asked for, expected at most {rows - least}");
    }

    private static LearningTask OnHeldOut(PreparedTable table, CsvTaskSettings settings, int index)
    {
        int[] rows = [.. Enumerable.Range(0, settings.Valid)];
        return OnHeldOut(table.Training, Select(table.HeldOut, rows, settings.Features), settings, index);
    }

    private static LearningTask OnHeldOut(Examples training, Examples valid, CsvTaskSettings settings, int index)
    {
        var seed = SplitMix.Derive(settings.Table.SplitSeed, (ulong)index);
        var order = Order([.. Enumerable.Range(0, training.Count)], settings.Train, new RandomSource(SplitMix.Derive(seed, 0)));
        var train = Select(training, order, settings.Features);
        return new LearningTask($"held-out-{index}", Kind(settings), train, valid, SplitMix.Derive(seed, 1));
    }

    private static LearningTask OnTraining(PreparedTable table, CsvTaskSettings settings, int index, ulong seed)
    {
        var random = new RandomSource(SplitMix.Derive(seed, 0));
        int[] rows = [.. Enumerable.Range(0, table.Training.Count)];
        Shuffle.InPlace(rows, random);
        var valid = Select(table.Training, rows.AsSpan(0, settings.Valid), settings.Features);
        var train = Select(table.Training, Order(rows[settings.Valid..], settings.Train, random), settings.Features);
        return new LearningTask($"sample-{index}", Kind(settings), train, valid, SplitMix.Derive(seed, 1));
    }

    /// <summary>The parts come from the two ends of one order of the training rows, which depends on the seed of the split alone.</summary>
    private static LearningTask OnPart(PreparedTable table, CsvTaskSettings settings, int index)
    {
        int[] rows = [.. Enumerable.Range(0, table.Training.Count)];
        var random = new RandomSource(SplitMix.Derive(settings.Table.SplitSeed, SeedOfParts));
        Shuffle.InPlace(rows, random);
        var part = settings.ScoredOn == ScoredOn.SearchPart ? rows[..settings.Valid] : rows[^settings.Valid..];
        var valid = Select(table.Training, part, settings.Features);
        var train = Select(table.Training, Order(part, settings.Train, random), settings.Features);
        return new LearningTask($"part-{index}", Kind(settings), train, valid, SplitMix.Derive(settings.Table.SplitSeed, (ulong)index));
    }

    private static TaskKind Kind(CsvTaskSettings settings) => settings.Classes switch
    {
        0 => TaskKind.Regression,
        2 => TaskKind.Binary,
        _ => TaskKind.MultiClass,
    };

    /// <summary>Goes through rows in a new random order each time until there are enough.</summary>
    private static int[] Order(int[] rows, int count, RandomSource random)
    {
        var order = new int[count];
        for (var at = 0; at < count; at += rows.Length)
        {
            Shuffle.InPlace(rows, random);
            rows.AsSpan(0, Math.Min(rows.Length, count - at)).CopyTo(order.AsSpan(at));
        }

        return order;
    }

    private static Examples Pad(Examples examples, int features) =>
        examples.Dimension == features ? examples : Select(examples, [.. Enumerable.Range(0, examples.Count)], features);

    private static Examples Select(Examples examples, ReadOnlySpan<int> rows, int features)
    {
        var selected = new double[rows.Length * features];
        var labels = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            examples.Row(rows[i]).CopyTo(selected.AsSpan(i * features));
            labels[i] = examples.Labels.Span[rows[i]];
        }

        return new Examples(features, selected, labels);
    }
}
