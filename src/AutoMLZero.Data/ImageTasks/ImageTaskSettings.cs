using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>Which tasks to make of the images of a data set.</summary>
public sealed record ImageTaskSettings
{
    /// <summary>The most tasks.</summary>
    public const int MaxCount = 100_000;

    /// <summary>The most examples of a part of a task.</summary>
    public const int MaxExamples = 1_000_000;

    /// <summary>The most times that training examples are gone through.</summary>
    public const int MaxEpochs = 1_000_000;

    /// <summary>The largest number of features F.</summary>
    public const int MaxDimension = 3072;

    /// <summary>The data set.</summary>
    public required ImageDataSet DataSet { get; init; }

    /// <summary>Which classes a task tells apart.</summary>
    public required ImageClasses Classes { get; init; }

    /// <summary>How features come from images.</summary>
    public required ImageFeatures Features { get; init; }

    /// <summary>Number of features F, 1 to 3072; but for projections it follows from the data set.</summary>
    public required int Dimension { get; init; }

    /// <summary>Number of tasks, 1 to 100,000.</summary>
    public required int Count { get; init; }

    /// <summary>Training examples of each task, always training images, equally many of each class.</summary>
    public required int TrainExamples { get; init; }

    /// <summary>Validation examples of each task, equally many of each class.</summary>
    public required int ValidExamples { get; init; }

    /// <summary>Where validation examples come from; training images are those that a task does not train on.</summary>
    public required ImagePart ValidFrom { get; init; }

    /// <summary>How often the training examples are gone through, at least 1.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>What standardized features are multiplied with, <see cref="DataScale.Least"/> to <see cref="DataScale.Most"/>.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Number of classes of multi-class tasks, else 0.</summary>
    public int MultiClasses => Classes == ImageClasses.Ten ? DataSet.Classes.Length : 0;

    /// <summary>Checks the settings.</summary>
    /// <returns>These settings.</returns>
    /// <exception cref="InputException">A setting does not fit the others, or the tasks would hold more than <see cref="Array.MaxLength"/> features.</exception>
    public ImageTaskSettings Validated()
    {
        var shape = DataSet.Shape;
        var dimension = Features switch
        {
            ImageFeatures.Pixels => shape.Length,
            ImageFeatures.Downsampled => shape.Length / 4,
            _ => Dimension,
        };
        if (Dimension != dimension) throw new InputException($"the dimension is {Dimension}, expected {dimension} for images of {shape} pixels");
        if (Dimension is < 1 or > MaxDimension) throw new InputException($"the dimension is {Dimension}, expected 1 to {MaxDimension}");
        if (Dimension < MultiClasses) throw new InputException($"the dimension is {Dimension}, expected at least the number of classes, {MultiClasses}");
        CheckWithin(Count, "tasks", MaxCount);
        CheckWithin(TrainExamples, "training examples", MaxExamples);
        CheckWithin(ValidExamples, "validation examples", MaxExamples);
        CheckWithin(Epochs, "epochs", MaxEpochs);
        DataScale.Check(Scale);
        var numbers = (Int128)Count * (TrainExamples + ValidExamples) * Dimension;
        if (numbers > Array.MaxLength)
            throw new InputException($"the tasks have {numbers} features in all, expected at most {Array.MaxLength}");
        return this;
    }

    private static void CheckWithin(int value, string name, int most)
    {
        if (value < 1 || value > most) throw new InputException($"the number of {name} is {value}, expected 1 to {most}");
    }
}
