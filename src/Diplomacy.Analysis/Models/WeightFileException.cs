namespace Diplomacy.Analysis.Models;

/// <summary>
/// A weight file is damaged, of another version, or not a weight file at all. The message says what is wrong and how to
/// mend it; nothing of the file has been used.
/// </summary>
public sealed class WeightFileException : Exception
{
    /// <summary>Makes the exception without a message of its own.</summary>
    public WeightFileException()
        : this("The weight file cannot be read.")
    {
    }

    /// <summary>Makes the exception with what is wrong and how to mend it.</summary>
    public WeightFileException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with what is wrong and its cause.</summary>
    public WeightFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static WeightFileException Damaged(string what) =>
        new($"The weight file is damaged or not one of ours: {what}. Fetch it again, or make it anew with 'diplomacy train'.");
}
