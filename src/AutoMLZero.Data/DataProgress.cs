namespace AutoMLZero.Data;

/// <summary>How far work on data is.</summary>
/// <param name="Activity">What is being done, such as <c>reading train-images-idx3-ubyte.gz</c>.</param>
/// <param name="Done">How much is done.</param>
/// <param name="Total">How much there is to do; 0 when that is not known.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct DataProgress(string Activity, long Done, long Total, DataUnit Unit);
