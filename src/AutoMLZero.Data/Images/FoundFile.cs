namespace AutoMLZero.Data.Images;

/// <summary>A file of a data set on this machine.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Target">What it is called within the data set's folder, relative to it.</param>
/// <param name="Original">The published file that it stands for; null when its hash is not known.</param>
public sealed record FoundFile(string Path, string Target, DataSetFile? Original);
