namespace Diplomacy.Analysis.Cli;

/// <summary>Exit codes of the tool.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done with rejects, or failed.</summary>
    public const int Incomplete = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;
}
