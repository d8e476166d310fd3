using System.Collections.Immutable;

namespace AutoMLZero.Data.Images;

/// <summary>A file of a data set as its makers published it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Md5">The MD5 hash, in lower-case hexadecimal digits, of the file or of what it holds decompressed.</param>
/// <param name="HashesContent">Whether the hash is that of the decompressed content.</param>
/// <param name="Addresses">Where it can be had, the data set's home first.</param>
public sealed record DataSetFile(string Name, string Md5, bool HashesContent, ImmutableArray<Uri> Addresses);
