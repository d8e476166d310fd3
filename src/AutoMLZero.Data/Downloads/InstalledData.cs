using System.Collections.Immutable;
using AutoMLZero.Data.Images;

namespace AutoMLZero.Data.Downloads;

/// <summary>A data set that is in its folder now.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Data">The data set.</param>
/// <param name="Warnings">Sentences about files that are not those that were published.</param>
public sealed record InstalledData(string Folder, ImageData Data, ImmutableArray<string> Warnings);
