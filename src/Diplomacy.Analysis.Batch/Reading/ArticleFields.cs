using Diplomacy.Analysis.Batch.Formats;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Collects the fields of one record and makes the article of them. One instance serves a whole file; not thread-safe.</summary>
internal sealed class ArticleFields(ReaderOptions options, string documentPrefix)
{
    private readonly string?[] _values = new string?[Enum.GetValues<FieldRole>().Length];

    /// <summary>Order of numeric dates in this file.</summary>
    public DateOrder DateOrder { get; set; } = options.DateOrder;

    /// <summary>Whether the summary is the start of the text, as in Factiva's snapshots.</summary>
    public bool JoinsSummary { get; init; }

    public void Clear() => Array.Clear(_values);

    public void Set(FieldRole role, string? value) => _values[(int)role] = IsMissing(value) ? null : value;

    public bool Has(FieldRole role) => _values[(int)role] is not null;

    /// <summary>"NA" and its like are what R, pandas and databases write for nothing.</summary>
    public static bool IsMissing(string? value)
    {
        if (value is null || value.Length > 8)
        {
            return value is null || string.IsNullOrWhiteSpace(value);
        }

        ReadOnlySpan<char> trimmed = value.AsSpan().Trim();
        return trimmed is "" or "NA" or "N/A" or "NaN" or "nan" or "NULL" or "null" or "None" or "\\N" or "<NA>" or "n/a";
    }

    // Page titles are scraped with their tags. The title is metadata: no offset refers to it, so the tags may go.
    private static string? WithoutMarkup(string? title)
    {
        if (title is null || !title.StartsWith('<') || !title.EndsWith('>'))
        {
            return title;
        }

        var text = new System.Text.StringBuilder(title.Length);
        int depth = 0;
        foreach (char c in title)
        {
            depth += c == '<' ? 1 : 0;
            if (depth == 0)
            {
                text.Append(c);
            }

            depth -= c == '>' && depth > 0 ? 1 : 0;
        }

        string plain = System.Net.WebUtility.HtmlDecode(text.ToString()).Trim();
        return plain.Length > 0 ? plain : title;
    }

    /// <summary>The record of an article made by <see cref="ToArticle"/>; a text that is HTML becomes plain.</summary>
    public InputRecord Record(SourcePosition position, Article article)
    {
        if (options.KeepMarkup || !MarkupText.IsMarkup(article.Text))
        {
            return new InputRecord { Position = position, Article = article };
        }

        string text = MarkupText.Extract(article.Text, out Offsets.MarkupMap map);
        return string.IsNullOrWhiteSpace(text)
            ? new InputRecord { Position = position, Reason = "empty text: markup only", Evidence = article.Text.Length > 200 ? article.Text[..200] : article.Text }
            : new InputRecord { Position = position, Article = article with { Text = text }, Markup = map };
    }

    // pandas writes NewsAPI's source as "{'id': None, 'name': 'The Herald'}".
    private static string? NameOf(string? source)
    {
        const string Key = "'name': ";
        int at = source is ['{', '\'', ..] ? source.IndexOf(Key, StringComparison.Ordinal) : -1;
        if (at < 0 || at + Key.Length + 1 >= source!.Length)
        {
            return source;
        }

        char quote = source[at + Key.Length];
        int end = source.IndexOf(quote, at + Key.Length + 1);
        return end < 0 ? source : source[(at + Key.Length + 1)..end];
    }

    /// <summary>The article, or null and the reason where there is no text.</summary>
    public Article? ToArticle(long row, bool countrySpeaks, out string? reason)
    {
        string? text = _values[(int)FieldRole.Text] ?? _values[(int)FieldRole.Summary];
        if (JoinsSummary && _values[(int)FieldRole.Text] is { } body && _values[(int)FieldRole.Summary] is { } lead)
        {
            text = $"{lead}\n\n{body}";
        }

        if (text is null)
        {
            reason = "empty text";
            return null;
        }

        reason = null;
        string? speaker = _values[(int)FieldRole.Speaker];
        string? country = CountryCode.Read(_values[(int)FieldRole.SpeakerCountry]);
        return new Article
        {
            Text = text,
            Id = _values[(int)FieldRole.Id] ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{documentPrefix}#{row}"),
            Title = WithoutMarkup(_values[(int)FieldRole.Title]),
            Source = NameOf(_values[(int)FieldRole.Source]),
            Url = _values[(int)FieldRole.Url],
            PublishedAt = DateReader.Read(_values[(int)FieldRole.Date], DateOrder),
            Speaker = speaker,
            SpeakerCountry = speaker is not null || countrySpeaks ? country : null,
            Language = LanguageCode.Read(_values[(int)FieldRole.Language]),
        };
    }
}
