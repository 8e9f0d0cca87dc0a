using Diplomacy.Analysis.Claims;
using Spectre.Console;

namespace Diplomacy.Analysis.Cli;

/// <summary>Claims as a table for the eye. Only the first are kept: a table of thousands is read by nobody and would hold the corpus in memory.</summary>
internal sealed class ClaimTable
{
    private const int Shown = 200;

    private readonly List<Claim> _claims = [];
    private long _count;

    public void Add(IReadOnlyList<Claim> claims)
    {
        _count += claims.Count;
        for (int i = 0; i < claims.Count && _claims.Count < Shown; i++)
        {
            _claims.Add(claims[i]);
        }
    }

    public void Write(CommandHost host)
    {
        using var writer = new StreamWriter(host.Output, new System.Text.UTF8Encoding(false), leaveOpen: true);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = host.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = host.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = host.Width > 0 ? host.Width : 120;

        Table table = new Table().Border(TableBorder.Rounded).ShowRowSeparators()
            .AddColumn("speaker").AddColumn("act").AddColumn("to / about").AddColumn(new TableColumn("content")).AddColumn("stance");
        foreach (Claim claim in _claims)
        {
            table.AddRow(new Text(Speaker(claim)), new Text(Act(claim)), new Text(To(claim)), new Text(OneLine(claim.Content)), new Text(claim.Stance.ToString("+0;-0;0", System.Globalization.CultureInfo.InvariantCulture)));
        }

        console.Write(table);
        if (_count > _claims.Count)
        {
            console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"... and {_count - _claims.Count:N0} more; -o claims.csv writes all."));
        }
    }

    private static string Speaker(Claim claim)
    {
        string name = claim.SpeakerName ?? claim.Speaker ?? "(unknown)";
        return claim.SpeakerCountry == "-" ? OneLine(name) : $"{OneLine(name)} ({claim.SpeakerCountry})";
    }

    private static string Act(Claim claim)
    {
        string act = claim.Act == claim.ActFamily.ToString() || claim.ActFamily == ActFamily.State ? claim.Act : $"{claim.ActFamily}: {claim.Act}";
        return act + (claim.Negated ? ", negated" : "") + (claim.Conditional ? ", if" : "");
    }

    private static string To(Claim claim) =>
        claim.Addressees.Count == 0 ? string.Join(", ", claim.Targets)
        : claim.Targets.Count == 0 ? string.Join(", ", claim.Addressees)
        : $"{string.Join(", ", claim.Addressees)} / {string.Join(", ", claim.Targets)}";

    // Control characters of a text must not drive the terminal.
    private static string OneLine(string text)
    {
        string line = string.Create(Math.Min(text.Length, 300), text, (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
        return text.Length > 300 ? line + "..." : line;
    }
}
