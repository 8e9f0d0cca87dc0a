namespace Diplomacy.Analysis.Cli;

/// <summary>The user asked for something that cannot be; the message is one sentence with the mend.</summary>
internal sealed class UsageException(string message) : Exception(message);
