using AutoMLZero.Data.Images;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>The numbers of a task, as they are cached.</summary>
/// <param name="Train">Training examples.</param>
/// <param name="Valid">Validation examples.</param>
internal sealed record ImageTaskNumbers(ImageExamples Train, ImageExamples Valid)
{
    /// <summary>Draws images and makes features of them.</summary>
    /// <param name="settings">Which tasks.</param>
    /// <param name="plan">Which of the tasks.</param>
    /// <param name="data">The images.</param>
    /// <exception cref="Language.InputException">There are not enough images.</exception>
    public static ImageTaskNumbers Make(ImageTaskSettings settings, ImageTaskPlan plan, ImageData data)
    {
        var (train, valid) = ImageSample.Draw(settings, plan.Classes, data, new RandomSource(SplitMix.Derive(plan.Seed, 0)));
        var view = View(settings, new RandomSource(SplitMix.Derive(plan.Seed, 2)));
        var trainFeatures = Features(train, view, settings.Dimension);
        var scale = new FeatureScale(trainFeatures, settings.Dimension);
        return new ImageTaskNumbers(
            new ImageExamples(scale.Apply(trainFeatures), Labels(train, plan, settings)),
            new ImageExamples(scale.Apply(Features(valid, view, settings.Dimension)), Labels(valid, plan, settings)));
    }

    /// <summary>The numbers as a task.</summary>
    /// <param name="settings">Which tasks.</param>
    /// <param name="plan">Which of the tasks.</param>
    public LearningTask ToTask(ImageTaskSettings settings, ImageTaskPlan plan) => new(
        plan.Name,
        settings.MultiClasses > 0 ? TaskKind.MultiClass : TaskKind.Binary,
        DataScale.Apply(Train.ToExamples(), settings.Scale),
        DataScale.Apply(Valid.ToExamples(), settings.Scale),
        SplitMix.Derive(plan.Seed, 1));

    private static IImageView View(ImageTaskSettings settings, RandomSource random) => settings.Features switch
    {
        ImageFeatures.Projected => new ProjectedView(settings.DataSet.Shape.Length, settings.Dimension, random),
        ImageFeatures.Downsampled => new DownsampledView(settings.DataSet.Shape),
        _ => new PixelView(),
    };

    private static double[] Features(ImageSample sample, IImageView view, int dimension)
    {
        var features = new double[sample.Indices.Length * dimension];
        for (var i = 0; i < sample.Indices.Length; i++)
            view.Write(sample.Images.Pixels(sample.Indices[i]), features.AsSpan(i * dimension, dimension));
        return features;
    }

    /// <summary>Of two classes, the first is class 1, as in the authors' code.</summary>
    private static byte[] Labels(ImageSample sample, ImageTaskPlan plan, ImageTaskSettings settings) => settings.MultiClasses > 0
        ? [.. sample.Indices.Select(index => (byte)sample.Images.Label(index))]
        : [.. sample.Indices.Select(index => (byte)(sample.Images.Label(index) == plan.Classes[0] ? 1 : 0))];
}
