namespace AutoMLZero.Language;

/// <summary>The text of a program cannot be read; the message names line, column and what was expected.</summary>
public sealed class ProgramFormatException : InputException
{
    /// <summary>Creates the error for a place in the text.</summary>
    /// <param name="line">Line, counted from 1.</param>
    /// <param name="column">Column, counted from 1.</param>
    /// <param name="problem">What is wrong and what was expected, without the place.</param>
    public ProgramFormatException(int line, int column, string problem)
        : base($"line {line}, column {column}: {problem}")
    {
        Line = line;
        Column = column;
    }

    /// <summary>Line of the problem, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Column of the problem, counted from 1.</summary>
    public int Column { get; }
}
