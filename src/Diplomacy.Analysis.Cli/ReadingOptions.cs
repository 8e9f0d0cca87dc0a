using System.CommandLine;
using System.Text;
using Diplomacy.Analysis.Batch.Formats;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Cli;

/// <summary>The options that say how input is read.</summary>
internal sealed class ReadingOptions
{
    private readonly (FieldRole Role, Option<string> Option)[] _columns =
    [
        (FieldRole.Text, Column("--text-column", "the text")),
        (FieldRole.Title, Column("--title-column", "the headline")),
        (FieldRole.Date, Column("--date-column", "the day of publication")),
        (FieldRole.Speaker, Column("--speaker-column", "the person whose words the text is")),
        (FieldRole.SpeakerCountry, Column("--country-column", "the country of the speaker, or of the delegate who speaks")),
        (FieldRole.Id, Column("--id-column", "the document's identifier")),
        (FieldRole.Url, Column("--url-column", "the address on the web")),
        (FieldRole.Source, Column("--source-column", "the newspaper or site")),
    ];

    private readonly Option<string> _delimiter = new("--delimiter") { Description = "Character between the fields of a table; 'tab' for a tab. Found out where not given.", HelpName = "char" };
    private readonly Option<string> _encoding = new("--encoding") { Description = "Encoding of the input, such as utf-8, windows-1252, gb18030. Found out where not given.", HelpName = "name" };
    private readonly Option<string> _dateOrder = new("--date-order") { Description = "Order of dates such as 03/04/2021: dmy or mdy. Found out where not given." };

    private readonly Option<string> _format = new("--format-in") { Description = "Format of the input by name, such as factiva, nexis-txt, newsapi; 'list' shows all. Found out where not given.", HelpName = "name" };
    private readonly Option<bool> _keepMarkup = new("--keep-markup") { Description = "Leave HTML in the texts; otherwise its tags are taken out, and offsets still count in the HTML." };

    public ReadingOptions() => _dateOrder.AcceptOnlyFromAmong("auto", "dmy", "mdy");

    public void AddTo(Command command)
    {
        foreach ((_, Option<string> option) in _columns)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_delimiter);
        command.Options.Add(_encoding);
        command.Options.Add(_dateOrder);
        command.Options.Add(_format);
        command.Options.Add(_keepMarkup);
    }

    /// <summary>What the user asked for.</summary>
    /// <exception cref="UsageException">A value is not possible.</exception>
    public ReaderOptions Get(ParseResult parsed)
    {
        var columns = new Dictionary<FieldRole, string>();
        foreach ((FieldRole role, Option<string> option) in _columns)
        {
            if (parsed.GetValue(option) is { } name)
            {
                columns.Add(role, name);
            }
        }

        return new ReaderOptions
        {
            Columns = columns,
            Delimiter = parsed.GetValue(_delimiter) is { } delimiter ? Delimiter(delimiter) : null,
            Encoding = parsed.GetValue(_encoding) is { } encoding ? EncodingOf(encoding) : null,
            DateOrder = parsed.GetValue(_dateOrder) switch
            {
                "dmy" => DateOrder.DayMonthYear,
                "mdy" => DateOrder.MonthDayYear,
                _ => DateOrder.Auto,
            },
            Format = parsed.GetValue(_format) is { } format ? FormatOf(format) : null,
            KeepMarkup = parsed.GetValue(_keepMarkup),
        };
    }

    private static Option<string> Column(string name, string what) => new(name) { Description = $"Name of the column with {what}.", HelpName = "name" };

    private static char Delimiter(string value) => value switch
    {
        "tab" or "\\t" => '\t',
        { Length: 1 } when value[0] < 0x80 && value[0] is not ('"' or '\n' or '\r') => value[0],
        _ => throw new UsageException($"--delimiter takes one ASCII character or 'tab', not '{value}'."),
    };

    private static ExportFormat FormatOf(string name) => ExportFormat.Find(name)
        ?? throw new UsageException($"{(name == "list" ? "The formats are" : $"There is no format '{name}'; the formats are")}: {string.Join(", ", ExportFormat.All.Select(f => f.HasText ? f.Name : $"{f.Name} (no text)"))}.");

    private static Encoding EncodingOf(string name) => TextEncoding.ByName(name)
        ?? throw new UsageException($"There is no encoding '{name}'; try utf-8, utf-16, windows-1252 or gb18030.");
}
