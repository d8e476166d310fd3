namespace AutoMLZero.Language;

/// <summary>Something that the user gave cannot be used. The message is one clear sentence: what, where, and what was expected.</summary>
public class InputException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">One sentence: what, where, and what was expected.</param>
    /// <param name="inner">What was noticed first, if anything.</param>
    public InputException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
