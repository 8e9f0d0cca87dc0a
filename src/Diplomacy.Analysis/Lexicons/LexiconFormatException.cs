namespace Diplomacy.Analysis.Lexicons;

/// <summary>A lexicon given by the user is malformed; the message names line and column and says how to mend it.</summary>
public sealed class LexiconFormatException : FormatException
{
    /// <summary>Makes the exception for a place in a lexicon.</summary>
    /// <param name="kind">The lexicon.</param>
    /// <param name="line">Line of the stream, the first is 1.</param>
    /// <param name="column">Name of the column, or empty where the whole line is meant.</param>
    /// <param name="message">What is wrong.</param>
    public LexiconFormatException(LexiconKind kind, int line, string column, string message)
        : base(column.Length == 0 ? $"Lexicon {kind}, line {line}: {message}" : $"Lexicon {kind}, line {line}, column '{column}': {message}")
    {
        Kind = kind;
        Line = line;
        Column = column;
    }

    /// <summary>The lexicon.</summary>
    public LexiconKind Kind { get; }

    /// <summary>Line of the stream, the first is 1.</summary>
    public int Line { get; }

    /// <summary>Name of the column, or empty where the whole line is meant.</summary>
    public string Column { get; }
}
