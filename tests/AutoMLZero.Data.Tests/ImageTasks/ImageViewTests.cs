using AutoMLZero.Data.Images;
using AutoMLZero.Data.ImageTasks;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Tests.ImageTasks;

public class ImageViewTests
{
    [Fact]
    public void Downsampling_takes_the_mean_of_two_by_two_pixels_of_each_colour()
    {
        byte[] pixels = [1, 3, 5, 7, 2, 2, 6, 6, 0, 0, 10, 20, 0, 4, 30, 40];
        var features = new double[6];
        new DownsampledView(new ImageShape(2, 2, 4)).Write(pixels, features.AsSpan(0, 4));
        Assert.Equal([2, 6, 1, 25, 0, 0], features);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_projection_sums_the_values_in_order(int dimension)
    {
        byte[] pixels = [.. Enumerable.Range(0, 100).Select(i => (byte)(i % 5 == 0 ? 0 : i * 7))];
        var random = new RandomSource(3);
        var expected = new double[dimension];
        foreach (var pixel in pixels)
        {
            for (var feature = 0; feature < dimension; feature++) expected[feature] += random.NextGaussian() * pixel;
        }

        var found = new double[dimension];
        new ProjectedView(pixels.Length, dimension, new RandomSource(3)).Write(pixels, found);
        Assert.Equal(expected, found);
    }
}
