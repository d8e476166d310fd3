namespace AutoMLZero.Data.Downloads;

/// <summary>A file could not be downloaded. The message is one sentence: which, why, and what to do.</summary>
public sealed class DownloadException : IOException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">One sentence: which file, why, and what to do.</param>
    /// <param name="inner">What was noticed first, if anything.</param>
    public DownloadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
