using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>
/// Date, place and venue of what was said: the article's day, weekdays ("on Monday" before it), "speaking at the opening
/// of the ... Forum in ...".
/// </summary>
internal sealed class OccasionFinder
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly int[] _weekdays;
    private readonly int[] _months;
    private readonly int[] _shortMonths;
    private readonly WordSet _events;
    private readonly WordSet _at;
    private readonly WordSet _in;
    private readonly WordSet _of;
    private readonly WordSet _saying;
    private readonly WordSet _yesterday;
    private readonly WordSet _today;

    public OccasionFinder(Vocabulary vocabulary)
    {
        _weekdays = [.. "sunday monday tuesday wednesday thursday friday saturday".Split(' ').Select(w => vocabulary.Intern(w))];
        _months = [.. Months.Select(m => vocabulary.Intern(m))];
        _shortMonths = [.. "jan feb mar apr may jun jul aug sep oct nov dec".Split(' ').Select(m => vocabulary.Intern(m))];
        _events = new WordSet(vocabulary, "forum summit conference meeting session assembly council congress symposium ceremony dialogue parliament senate university institute press briefing interview talks panel hearing debate rally dinner address");
        _at = new WordSet(vocabulary, "at during before to");
        _in = new WordSet(vocabulary, "in");
        _of = new WordSet(vocabulary, "of the a an opening closing sidelines margins start end on annual first second third");
        _saying = new WordSet(vocabulary, "remarks speech speaking spoke said told statement address addressing addressed delivering delivered interview conference");
        _yesterday = new WordSet(vocabulary, "yesterday");
        _today = new WordSet(vocabulary, "today");
    }

    /// <summary>The article's own day: from its metadata, else from a dateline or date line of the text, else null.</summary>
    public DateOnly? DayOf(DocumentContext document)
    {
        if (document.Article.PublishedAt is { } day)
        {
            return day;
        }

        ReadOnlySpan<Sentence> sentences = document.Sentences;
        for (int s = 0; s < sentences.Length && s < 8; s++)
        {
            if (DateIn(document, new TokenRange(sentences[s].FirstToken, Math.Min(sentences[s].EndToken, sentences[s].FirstToken + 14))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A full date in words ("22 February, 2021", "February 22, 2021"), or null.</summary>
    public DateOnly? DateIn(DocumentContext document, TokenRange range)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int i = range.First; i < range.End; i++)
        {
            int month = MonthOf(tokens[i]);
            if (month == 0)
            {
                continue;
            }

            int year = 0;
            int dayAfter = i + 1 < range.End ? Number(document, i + 1) : 0;
            int dayBefore = i > range.First ? Number(document, i - 1) : 0;
            for (int k = i + 1; k < range.End && k < i + 5; k++)
            {
                int number = Number(document, k);
                if (number is >= 1900 and <= 2100)
                {
                    year = number;
                    break;
                }
            }

            int day = dayBefore is >= 1 and <= 31 ? dayBefore : dayAfter is >= 1 and <= 31 ? dayAfter : 0;
            if (year != 0 && day != 0 && day <= DateTime.DaysInMonth(year, month))
            {
                return new DateOnly(year, month, day);
            }
        }

        return null;
    }

    /// <summary>The day a sentence names: a date, a weekday on or before <paramref name="day"/>, today, yesterday; or null.</summary>
    public DateOnly? DayNamed(DocumentContext document, TokenRange range, DateOnly? day)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int i = range.First; i < range.End; i++)
        {
            int weekday = Array.IndexOf(_weekdays, tokens[i].Lower);
            if (tokens[i].Lower != 0 && weekday >= 0 && day is { } anchor)
            {
                int back = ((int)anchor.DayOfWeek - weekday + 7) % 7;
                return anchor.AddDays(-back);
            }

            if (_yesterday.Contains(tokens[i]) && day is { } known)
            {
                return known.AddDays(-1);
            }

            if (_today.Contains(tokens[i]) && day is not null)
            {
                return day;
            }
        }

        return DateIn(document, range);
    }

    /// <summary>Venue and place that a sentence names for a saying: "made the remarks at the opening of the ... Forum in ...".</summary>
    public void FindScene(DocumentContext document, TokenRange range, ref Occasion occasion)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        bool saying = false;
        for (int i = range.First; i < range.End; i++)
        {
            saying |= _saying.Contains(tokens[i]);
            if (!_at.Contains(tokens[i]) || i + 2 >= range.End)
            {
                continue;
            }

            int start = i + 1;
            while (start < range.End && _of.Contains(tokens[start]))
            {
                start++;
            }

            int end = start;
            bool named = false;
            int head = -1;
            while (end < range.End && end < start + 10 && tokens[end].Kind is TokenKind.Word or TokenKind.Number
                && (tokens[end].Is(TokenTraits.InitialCapital) || _events.Contains(tokens[end]) || (end > start && tokens[end].Lower != 0 && IsOf(document, end))))
            {
                named |= tokens[end].Is(TokenTraits.InitialCapital);
                if (_events.Contains(tokens[end]))
                {
                    head = end;
                }

                end++;
            }

            if (!named || head < 0 || !saying)
            {
                continue;
            }

            occasion.Venue = new TokenRange(start, head + 1);
            int next = head + 1;
            if (next + 1 < range.End && _in.Contains(tokens[next]) && PlaceAt(document, next + 1) is { IsEmpty: false } place)
            {
                occasion.Place = place;
            }

            return;
        }
    }

    private bool IsOf(DocumentContext document, int token) => _of.Contains(document.Tokens[token]) && token + 1 < document.Tokens.Length && document.Tokens[token + 1].Is(TokenTraits.InitialCapital);

    /// <summary>The place named at <paramref name="token"/>: a location the entity stage knows, else a capitalised word.</summary>
    public static TokenRange PlaceAt(DocumentContext document, int token)
    {
        Span<EntityMention> entities = document.Entities.Span;
        int at = EntityIndex.FirstAt(document, token);
        if (at < entities.Length && entities[at].Tokens.First == token && entities[at].Type == EntityType.Location)
        {
            return entities[at].Tokens;
        }

        return document.Tags[token].IsProper() ? new TokenRange(token, token + 1) : default;
    }

    /// <summary>"... said in Geneva": the place in a reporting clause.</summary>
    public TokenRange PlaceIn(DocumentContext document, TokenRange range)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int i = range.First; i + 1 < range.End; i++)
        {
            if (_in.Contains(tokens[i]) && document.Tags[i + 1] == PennTag.NNP && PlaceAt(document, i + 1) is { IsEmpty: false } place)
            {
                return place;
            }
        }

        return default;
    }

    private int MonthOf(in Token token)
    {
        if (token.Lower == 0 || !token.Is(TokenTraits.InitialCapital))
        {
            return 0;
        }

        int at = Array.IndexOf(_months, token.Lower);
        return at >= 0 ? at + 1 : Array.IndexOf(_shortMonths, token.Lower) + 1;
    }

    private static int Number(DocumentContext document, int token)
    {
        ReadOnlySpan<char> text = document.TokenText(token);
        int value = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c) || value > 9999)
            {
                return 0;
            }

            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
