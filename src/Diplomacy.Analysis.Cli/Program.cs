using Diplomacy.Analysis.Cli;

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancel.Cancel();
};
using Stream input = Console.OpenStandardInput();
using Stream output = Console.OpenStandardOutput();
bool terminal = !Console.IsOutputRedirected;
return DiplomacyCommand.Run(args, new CommandHost(input, output, Console.Error, cancel.Token, terminal, terminal ? Console.WindowWidth : 0, !Console.IsErrorRedirected));
