namespace Diplomacy.Analysis.Cli;

/// <summary>What a command reads from and writes to. Tests give memory in the place of the console.</summary>
/// <param name="Input">Standard input, as bytes.</param>
/// <param name="Output">Standard output, as bytes; data only.</param>
/// <param name="Error">Everything that is not data.</param>
/// <param name="Cancellation">Cancelled when the user stops the command.</param>
/// <param name="IsTerminal">Whether a person reads standard output.</param>
/// <param name="Width">Columns of the terminal; 0 where not known.</param>
/// <param name="IsErrorTerminal">Whether a person reads standard error.</param>
internal sealed record CommandHost(Stream Input, Stream Output, TextWriter Error, CancellationToken Cancellation, bool IsTerminal = false, int Width = 0, bool IsErrorTerminal = false);
