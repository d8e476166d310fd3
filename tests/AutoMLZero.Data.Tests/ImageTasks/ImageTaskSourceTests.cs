using AutoMLZero.Data.Images;
using AutoMLZero.Data.ImageTasks;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Tests.ImageTasks;

public sealed class ImageTaskSourceTests : IDisposable
{
    private readonly SampleLibrary sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Tasks_have_the_sizes_that_were_asked_for()
    {
        var source = Source(SampleLibrary.Settings with { Epochs = 2 });
        var set = source.Create(1);
        Assert.Equal((3, 16, 30, 10, 2, 0), (set.Count, set.Dimension, set.TrainCount, set.ValidCount, set.Epochs, set.Classes));
        Assert.Equal(set.TrainingSteps, source.TrainingSteps);
        Assert.All(set.Tasks, task => Assert.Equal(TaskKind.Binary, task.Kind));
    }

    [Fact]
    public void The_same_seed_makes_the_same_tasks_and_another_seed_others()
    {
        var source = Source(SampleLibrary.Settings);
        Assert.Equal(Hash(source.Create(1)), Hash(new ImageTaskSource(SampleLibrary.Settings, sample.Anew()).Create(1)));
        Assert.NotEqual(Hash(source.Create(1)), Hash(source.Create(2)));
    }

    [Fact]
    public void A_task_does_not_depend_on_how_many_there_are()
    {
        var many = Source(SampleLibrary.Settings with { Count = 40 }).Create(1).Tasks[..3];
        Assert.Equal(Source(SampleLibrary.Settings).Create(1).Tasks.Select(Hash), many.Select(Hash));
    }

    [Fact]
    public void Tasks_have_the_same_bits_on_every_machine() => Assert.Equal(4437499983100632164ul, Hash(Source(SampleLibrary.Settings).Create(1)));

    [Theory]
    [InlineData(ImagePart.Train)]
    [InlineData(ImagePart.Test)]
    public void Each_class_has_equally_many_examples(ImagePart part)
    {
        foreach (var task in Source(SampleLibrary.Settings with { ValidFrom = part }).Create(1).Tasks)
        {
            Assert.Equal(15, task.Train.Labels.ToArray().Sum());
            Assert.Equal(5, task.Valid.Labels.ToArray().Sum());
        }
    }

    [Theory]
    [InlineData(ImageFeatures.Projected, 16)]
    [InlineData(ImageFeatures.Downsampled, 768)]
    [InlineData(ImageFeatures.Pixels, 3072)]
    public void Features_are_standardized_on_the_training_examples(ImageFeatures features, int dimension)
    {
        var train = Source(SampleLibrary.Settings with { Features = features, Dimension = dimension }).Create(1).Tasks[0].Train;
        for (var feature = 0; feature < dimension; feature++)
        {
            var values = Enumerable.Range(0, train.Count).Select(row => train.Row(row)[feature]).ToArray();
            Assert.Equal(0, values.Average(), 1e-6);
            Assert.Equal(1, values.Average(value => value * value), 1e-6);
        }
    }

    [Fact]
    public void A_pixel_that_never_changes_is_zero()
    {
        var settings = SampleLibrary.Settings with { DataSet = ImageDataSet.Mnist, Features = ImageFeatures.Pixels, Dimension = 784 };
        var train = Source(settings).Create(1).Tasks[0].Train;
        Assert.All(Enumerable.Range(0, train.Count), row => Assert.Equal(0, train.Row(row)[0]));
    }

    [Fact]
    public void Validation_examples_are_test_images_or_training_images_that_are_not_trained_on()
    {
        var data = sample.Library.Read(ImageDataSet.Cifar10);
        foreach (var part in Enum.GetValues<ImagePart>())
        {
            var settings = SampleLibrary.Settings with { ValidFrom = part };
            var (train, valid) = ImageSample.Draw(settings, [3, 5], data, new RandomSource(1));
            Assert.Same(data.Train, train.Images);
            Assert.Same(part == ImagePart.Train ? data.Train : data.Test, valid.Images);
            Assert.Equal(30, train.Indices.Distinct().Count());
            Assert.Equal(10, valid.Indices.Distinct().Count());
            if (part == ImagePart.Train) Assert.Empty(train.Indices.Intersect(valid.Indices));
            Assert.All(train.Indices, index => Assert.True(train.Images.Label(index) is 3 or 5));
        }
    }

    [Fact]
    public void All_ten_classes_make_a_multi_class_task()
    {
        var set = Source(SampleLibrary.Settings with { Classes = ImageClasses.Ten, TrainExamples = 100, ValidExamples = 20 }).Create(1);
        Assert.Equal(10, set.Classes);
        Assert.All(set.Tasks, task => Assert.Equal(TaskKind.MultiClass, task.Kind));
        Assert.Equal(Enumerable.Repeat(10, 10), set.Tasks[0].Train.Labels.ToArray().GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count()));
    }

    [Fact]
    public void The_built_in_programs_learn_ten_classes()
    {
        var settings = SampleLibrary.Settings with
        {
            DataSet = ImageDataSet.Mnist,
            Classes = ImageClasses.Ten,
            TrainExamples = 150,
            ValidExamples = 50,
            Epochs = 20,
        };
        using var evaluator = Evaluators.Create(Source(settings).Create(1), new EvaluationSettings());
        foreach (var program in BuiltInPrograms.OfClassesByName.Values) Assert.InRange(evaluator.Evaluate(program).Fitness, 0.4, 1);
    }

    [Fact]
    public void Too_few_images_are_refused()
    {
        var message = Complaints.Of(() => Source(SampleLibrary.Settings with { Classes = ImageClasses.Ten, TrainExamples = 300 }).Create(1));
        Assert.Equal("CIFAR-10 has 20 training images of class 0 (airplane), expected at least 31 for 300 training and 10 validation examples", message);
    }

    [Fact]
    public void Making_tasks_can_be_ended() => Assert.Throws<OperationCanceledException>(() =>
        new ImageTaskSource(SampleLibrary.Settings, sample.Anew(new DataMonitor(null, new CancellationToken(canceled: true)))).Create(1));

    internal static ulong Hash(TaskSet set) => set.Tasks.Aggregate(set.Seed, (hash, task) => SplitMix.Derive(hash, Hash(task)));

    private static ulong Hash(LearningTask task)
    {
        var hash = task.Seed;
        foreach (var numbers in new[] { task.Train.Features, task.Train.Labels, task.Valid.Features, task.Valid.Labels })
        {
            foreach (var number in numbers.Span) hash = SplitMix.Derive(hash, BitConverter.DoubleToUInt64Bits(number));
        }

        return hash;
    }

    private ImageTaskSource Source(ImageTaskSettings settings) => new(settings, sample.Library);
}
