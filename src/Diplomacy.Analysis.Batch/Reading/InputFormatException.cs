namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>A whole file cannot be read as asked; the message is one sentence that names the file and the mend.</summary>
public sealed class InputFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    public InputFormatException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public InputFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public InputFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
