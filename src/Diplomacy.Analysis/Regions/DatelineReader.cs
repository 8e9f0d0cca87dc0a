using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Regions;

/// <summary>
/// Reads the place, date and agency before an article's first sentence: "VIENNA, 3 May (Reuters) -", "CAIRO- 24 July 2022:",
/// "MOSCOW, May 5. /TASS/.", "Oslo (NTB) —", "(TASS) --", "KUWAIT:". A small grammar over at most 24 tokens.
/// </summary>
internal ref struct DatelineReader
{
    private const int Longest = 24;

    private readonly DocumentContext _document;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly string _text;
    private readonly RegionRules _rules;
    private readonly TokenRange _paragraph;
    private int _at;
    private bool _agency;

    public DatelineReader(DocumentContext document, RegionRules rules, TokenRange paragraph)
    {
        _document = document;
        _tokens = document.Tokens;
        _text = document.Text;
        _rules = rules;
        _paragraph = paragraph;
        _at = paragraph.First;
    }

    /// <summary>Index just behind the last token of the dateline.</summary>
    public int End { get; private set; }

    public TokenRange Place { get; private set; }

    public TokenRange Date { get; private set; }

    /// <summary>Whether the paragraph starts with one. A place alone is enough only before the <paramref name="first"/> paragraph of the text.</summary>
    public bool Read(bool first)
    {
        if (_paragraph.Count < 4)
        {
            return false;
        }

        int limit = Math.Min(_paragraph.End - 2, _paragraph.First + Longest);
        bool capitals = ReadPlace(limit, out bool acronym, out bool agencyName);
        int placeEnd = _at;
        bool terminated = false;
        while (_at < limit)
        {
            char c = _text[_tokens[_at].Start];
            if (c == ',')
            {
                _at++;
            }
            else if (IsDash(_at))
            {
                // "CAIRO- 24 July 2022:" has a dash before the date as well.
                _at++;
                int mark = _at;
                if (!Date.IsEmpty || !ReadDate(limit))
                {
                    _at = mark;
                    terminated = true;
                    break;
                }
            }
            else if (c == ':')
            {
                terminated = capitals || !Date.IsEmpty || _agency;
                _at++;
                break;
            }
            else if (c == '.' && (_agency || (!Date.IsEmpty && capitals)))
            {
                // "MOSCOW, May 5. /TASS/." ; the second period ends it.
                _at++;
                terminated = _agency;
                if (_agency)
                {
                    break;
                }
            }
            else if (!ReadAgency(limit) && !ReadDate(limit))
            {
                break;
            }
        }

        if (!terminated)
        {
            return false;
        }

        bool dated = !Date.IsEmpty || _agency;
        bool place = placeEnd > _paragraph.First;
        bool plausible = dated ? place || _agency : first && capitals && !acronym && place;
        if (!plausible || (place && !dated && !StartsSentence(_at)) || (!first && !(capitals && dated)))
        {
            return false;
        }

        End = _at;
        if (place && !agencyName)
        {
            Place = new TokenRange(_paragraph.First, placeEnd);
        }

        return true;
    }

    private readonly bool IsDash(int i) => _text[_tokens[i].Start] is '-' or '\u2013' or '\u2014' or '\u2015' or '\u2012' or '_' && _tokens[i].Kind == TokenKind.Punctuation;

    private readonly bool StartsSentence(int i) => _tokens[i].Is(TokenTraits.InitialCapital | TokenTraits.HasDigit) || _tokens[i].Kind is TokenKind.Quote or TokenKind.Symbol;

    /// <summary>One to six capitalised words; "WASHINGTON, D.C." and "NEW YORK/GENEVA" too. Returns whether all are in capitals.</summary>
    private bool ReadPlace(int limit, out bool acronym, out bool agencyName)
    {
        bool capitals = true;
        agencyName = false;
        int words = 0;
        int end = _at;
        for (int i = _at; i < limit && words < 6; i++)
        {
            ref readonly Token token = ref _tokens[i];
            if (token.Kind == TokenKind.Word && (token.Is(TokenTraits.InitialCapital) || (words == 0 && i == _at && _tokens[i + 1].Is(TokenTraits.InitialCapital) && _rules.Agencies.Contains(_tokens[i + 1])))
                && !_rules.Months.Contains(token) && !_rules.Weekdays.Contains(token))
            {
                words++;
                capitals &= token.Is(TokenTraits.AllCapitals) || token.Is(TokenTraits.EndsWithPeriod);
                agencyName |= _rules.Agencies.Contains(token);
                end = i + 1;
                continue;
            }

            char c = _text[token.Start];
            bool between = c is '/' or '\'' or '\u2019' || (c is '-' && !token.Is(TokenTraits.SpaceBefore) && !_tokens[i + 1].Is(TokenTraits.SpaceBefore));
            if (words > 0 && (between || (c == ',' && _tokens[i + 1].Is(TokenTraits.InitialCapital)) || token.Is(TokenTraits.Clitic)))
            {
                continue;
            }

            break;
        }

        acronym = words == 1 && end > _at && _rules.Acronyms.Contains(_tokens[_at]);
        _at = end;
        return capitals && words > 0;
    }

    /// <summary>"3 May", "May 3, 2021", "Monday, 3 May 2021", "2021-05-03", "Feb. 3".</summary>
    private bool ReadDate(int limit)
    {
        if (!Date.IsEmpty)
        {
            return false;
        }

        int i = _at;
        if (i < limit && _rules.Weekdays.Contains(_tokens[i]))
        {
            i++;
            i += i < limit && _text[_tokens[i].Start] == ',' ? 1 : 0;
        }

        int first = i;
        bool month = false;
        bool number = false;
        while (i < limit)
        {
            ref readonly Token token = ref _tokens[i];
            if (!month && _rules.Months.Contains(token) && token.Is(TokenTraits.InitialCapital))
            {
                month = true;
            }
            else if (token.Kind == TokenKind.Number)
            {
                ReadOnlySpan<char> form = _document.TokenText(i);
                month |= form.Length >= 8 && form.IndexOfAny('-', '/', '.') > 0;
                number = true;
            }
            else if (!(_text[token.Start] == ',' && month && i + 1 < limit && _tokens[i + 1].Kind == TokenKind.Number))
            {
                break;
            }

            i++;
        }

        if (!month || !number)
        {
            return false;
        }

        Date = new TokenRange(first, i);
        _at = i;
        return true;
    }

    /// <summary>"(Reuters)", "(AFP/NTB)", "/TASS/", or an agency's bare name.</summary>
    private bool ReadAgency(int limit)
    {
        char open = _text[_tokens[_at].Start];
        if (open is not ('(' or '/' or '['))
        {
            if (_rules.Agencies.Contains(_tokens[_at]) && _tokens[_at].Is(TokenTraits.InitialCapital))
            {
                _at++;
                _agency = true;
                return true;
            }

            return false;
        }

        char close = open == '(' ? ')' : open == '[' ? ']' : '/';
        for (int i = _at + 1; i < limit && i < _at + 8; i++)
        {
            if (_text[_tokens[i].Start] == close && i > _at + 1)
            {
                _at = i + 1;
                _agency = true;
                return true;
            }

            if (!_tokens[i].Is(TokenTraits.InitialCapital) && _tokens[i].Kind == TokenKind.Word && !_rules.Agencies.Contains(_tokens[i]))
            {
                return false;
            }
        }

        return false;
    }
}
