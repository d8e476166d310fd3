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

    /// <summary>In a sentence: <c>the learning rate</c>, <c>the second change</c>.</summary>
    public string InSentence
    {
        get
        {
            var last = Words.LastIndexOf(' ');
            return int.TryParse(Words.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"the {Ordinal(number)} {Words[..last]}" : $"the {Words}";
        }
    }

    /// <summary>The words.</summary>
    public override string ToString() => Words;

    private static string Ordinal(int number)
    {
        var last = number % 100 is >= 11 and <= 13 ? 0 : number % 10;
        return number switch
        {
            2 => "second",
            3 => "third",
            4 => "fourth",
            5 => "fifth",
            6 => "sixth",
            7 => "seventh",
            8 => "eighth",
            9 => "ninth",
            _ => number.ToString(CultureInfo.InvariantCulture) + last switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" },
        };
    }

    private static string Capital(string word) => string.Concat(char.ToUpper(word[0], CultureInfo.InvariantCulture).ToString(), word.AsSpan(1));
}
