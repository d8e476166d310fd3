using System.Globalization;

namespace AutoMLZero.Insight.Reading;

/// <summary>A name for reading, as words in lower case with spaces between them; it is not empty and begins with a letter.</summary>
/// <param name="Words">The words, such as <c>learning rate</c>.</param>
public readonly record struct Name(string Words)
{
    /// <summary>As in C#: <c>learningRate</c>.</summary>
    public string Camel => string.Concat(Words.Split(' ').Select((word, index) => index == 0 ? word : Capital(word)));

    /// <summary>As in Python: <c>learning_rate</c>.</summary>
    public string Snake => Words.Replace(' ', '_');

    /// <summary>The words.</summary>
    public override string ToString() => Words;

    private static string Capital(string word) => string.Concat(char.ToUpper(word[0], CultureInfo.InvariantCulture).ToString(), word.AsSpan(1));
}
