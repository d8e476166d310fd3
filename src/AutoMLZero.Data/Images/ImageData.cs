namespace AutoMLZero.Data.Images;

/// <summary>A data set of images.</summary>
/// <param name="Train">The images to learn from.</param>
/// <param name="Test">The images to test on.</param>
public sealed record ImageData(ImageSet Train, ImageSet Test);
