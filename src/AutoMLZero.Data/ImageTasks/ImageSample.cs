using System.Collections.Immutable;
using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>The images of a part of a task, in order.</summary>
/// <param name="Images">Where they are.</param>
/// <param name="Indices">Which they are.</param>
internal sealed record ImageSample(ImageSet Images, ImmutableArray<int> Indices)
{
    /// <summary>Draws the training and validation images of a task: from each class equally many, give or take one, none twice.</summary>
    /// <param name="settings">How many.</param>
    /// <param name="classes">Of which classes.</param>
    /// <param name="data">Of which images.</param>
    /// <param name="random">Decides which, and their order.</param>
    /// <exception cref="InputException">There are not enough images of a class.</exception>
    public static (ImageSample Train, ImageSample Valid) Draw(
        ImageTaskSettings settings, ImmutableArray<int> classes, ImageData data, RandomSource random)
    {
        var train = new List<int>(settings.TrainExamples);
        var valid = new List<int>(settings.ValidExamples);
        for (var i = 0; i < classes.Length; i++)
        {
            var trains = Share(settings.TrainExamples, i, classes.Length);
            var valids = Share(settings.ValidExamples, i, classes.Length);
            var isFromTest = settings.ValidFrom == ImagePart.Test;
            var drawn = Draw(settings, data.Train, ImagePart.Train, classes[i], isFromTest ? trains : trains + valids, random);
            train.AddRange(drawn[..trains]);
            valid.AddRange(isFromTest ? Draw(settings, data.Test, ImagePart.Test, classes[i], valids, random) : drawn[trains..]);
        }

        return (Shuffled(data.Train, train, random), Shuffled(settings.ValidFrom == ImagePart.Test ? data.Test : data.Train, valid, random));
    }

    /// <summary>Puts items into random order.</summary>
    public static void Shuffle<T>(Span<T> items, RandomSource random)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = random.NextInt(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static int Share(int count, int index, int classes) => (count / classes) + (index < count % classes ? 1 : 0);

    private static int[] Draw(ImageTaskSettings settings, ImageSet images, ImagePart part, int label, int count, RandomSource random)
    {
        int[] ofClass = label < images.ByClass.Length ? [.. images.ByClass[label]] : [];
        Shuffle<int>(ofClass, random);
        return count <= ofClass.Length ? ofClass[..count] : throw new InputException(
            $"{settings.DataSet.Title} has {ofClass.Length} {(part == ImagePart.Test ? "test" : "training")} images of class {label} "
            + $"({settings.DataSet.Classes[label]}), expected at least {count} for {settings.TrainExamples} training and {settings.ValidExamples} validation examples");
    }

    private static ImageSample Shuffled(ImageSet images, List<int> indices, RandomSource random)
    {
        var shuffled = indices.ToArray();
        Shuffle<int>(shuffled, random);
        return new ImageSample(images, [.. shuffled]);
    }
}
