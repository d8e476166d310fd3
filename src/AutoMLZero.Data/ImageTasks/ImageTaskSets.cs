using System.Collections.Immutable;
using AutoMLZero.Data.Images;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>Makes task sets of images, or takes them from the cache on disk.</summary>
internal static class ImageTaskSets
{
    /// <summary>A task set.</summary>
    /// <param name="settings">Which tasks.</param>
    /// <param name="library">Where images and cache are.</param>
    /// <param name="seed">Decides the tasks.</param>
    public static TaskSet Create(ImageTaskSettings settings, ImageLibrary library, ulong seed)
    {
        var plans = ImageTaskPlan.Of(settings, seed);
        var cache = new ImageTaskCache(library.Folder, settings, seed, library.Find(settings.DataSet));
        var numbers = cache.TryRead();
        if (numbers is null)
        {
            numbers = Make(settings, plans, library);
            cache.Write(numbers);
        }

        var tasks = plans.Zip(numbers, (plan, task) => task.ToTask(settings, plan));
        return new TaskSet([.. tasks], settings.Epochs, settings.MultiClasses, SplitMix.Derive(SplitMix.Derive(seed, 0), ulong.MaxValue));
    }

    private static ImageTaskNumbers[] Make(ImageTaskSettings settings, ImmutableArray<ImageTaskPlan> plans, ImageLibrary library)
    {
        var data = library.Read(settings.DataSet);
        var numbers = new ImageTaskNumbers[plans.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            library.Monitor.Report(new DataProgress($"making tasks of {settings.DataSet.Title}", i, numbers.Length, DataUnit.Tasks));
            numbers[i] = ImageTaskNumbers.Make(settings, plans[i], data);
        }

        return numbers;
    }
}
