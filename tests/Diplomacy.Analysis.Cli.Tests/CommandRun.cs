using System.Text;

namespace Diplomacy.Analysis.Cli.Tests;

/// <summary>Runs the tool inside the test's process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] args) => WithInput("", args);

    public static CommandRun WithInput(string input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        int code = DiplomacyCommand.Run(args, new CommandHost(stdin, output, error, CancellationToken.None));
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
