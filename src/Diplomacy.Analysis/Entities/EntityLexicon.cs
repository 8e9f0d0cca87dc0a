using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// The lexicons of names, offices and office holders as the stages ask them: tries over lexeme ids and tables by code.
/// Built once, then read by any number of threads.
/// </summary>
internal sealed partial class EntityLexicon
{
    private static readonly List<NameEntry> Nobody = [];

    private readonly List<NameEntry> _names = [];
    private readonly List<OfficeEntry> _officeList = [];
    private readonly List<PortfolioEntry> _portfolioList = [];
    private readonly PhraseTrie _nameTrie = new();
    private readonly PhraseTrie _officeTrie = new();
    private readonly PhraseTrie _beforeTrie = new();
    private readonly PhraseTrie _ofTrie = new();
    private readonly Dictionary<string, StateEntry> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityIdentity> _organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Country, OfficeClass Class), List<NameEntry>> _byOffice = [];
    private readonly Dictionary<int, List<NameEntry>> _bySurname = [];
    private readonly WordSet _familyFirst;
    private readonly WordSet _commonSurnames;
    private readonly PhraseTrie _bodyNounTrie = new();
    private readonly List<BodyNoun> _bodyNouns = [];
    private byte[] _givenNames = [];
    private NameHead[] _heads = [];
    private SourceNoun[] _sourceNouns = [];
    private PhraseStarts[] _starts = [];

    /// <summary>The state with this code, or null.</summary>
    public StateEntry? State(string? code) => code is not null && _states.TryGetValue(code, out StateEntry? state) ? state : null;

    /// <summary>The organisation with this code, or null.</summary>
    public EntityIdentity? Organization(string? code) => code is not null && _organizations.TryGetValue(code, out EntityIdentity? organization) ? organization : null;

    /// <summary>Code of the system that an organisation belongs to while it stands for itself ("UN" of "FAO"), or null.</summary>
    public string? FamilyOf(string? code) => code is null ? null : _families.GetValueOrDefault(code);

    /// <summary>Codes of the members of an organisation; empty where not known.</summary>
    public ReadOnlySpan<string> Members(string code) => _members.TryGetValue(code, out string[]? members) ? members : [];

    /// <summary>
    /// The longest name that starts at token <paramref name="at"/>, or null. Case is looked at: "us" is no state, and "turkey" is
    /// none either.
    /// </summary>
    public NameEntry? MatchName(ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        int payload = _nameTrie.Match(tokens, at, end, out length);
        if (payload < 0)
        {
            return null;
        }

        NameEntry entry = _names[payload];
        return entry.NeedsCapital && !tokens[at].Is(TokenTraits.InitialCapital) ? null : entry;
    }

    /// <summary>The longest title that starts at token <paramref name="at"/>, in any case, or null. Plurals are found too.</summary>
    public OfficeEntry? MatchOffice(ReadOnlySpan<Token> tokens, int at, int end, out int length, out bool plural)
    {
        int payload = _officeTrie.Match(tokens, at, end, out length);
        plural = payload >= 0 && (payload & 1) != 0;
        return payload < 0 ? null : _officeList[payload >> 1];
    }

    /// <summary>The longest portfolio at <paramref name="at"/> that may stand before "minister": "foreign", "trade and industry".</summary>
    public PortfolioEntry? MatchPortfolioBefore(ReadOnlySpan<Token> tokens, int at, int end, out int length) => Portfolio(_beforeTrie.Match(tokens, at, end, out length));

    /// <summary>The longest portfolio at <paramref name="at"/> that may follow "minister of".</summary>
    public PortfolioEntry? MatchPortfolioOf(ReadOnlySpan<Token> tokens, int at, int end, out int length) => Portfolio(_ofTrie.Match(tokens, at, end, out length));

    /// <summary>The longest common noun for a body at <paramref name="at"/>: "government", "armed forces".</summary>
    public BodyNoun? MatchBodyNoun(ReadOnlySpan<Token> tokens, int at, int end, out int length)
    {
        int payload = _bodyNounTrie.Match(tokens, at, end, out length);
        return payload < 0 ? null : _bodyNouns[payload];
    }

    /// <summary>What the word (lower case) makes of a capitalised name that ends with it or holds it.</summary>
    public NameHead HeadOf(int lower) => (uint)lower < (uint)_heads.Length ? _heads[lower] : NameHead.None;

    /// <summary>What the word (lower case) is as a source without a name: "the report", "the agency", "protesters".</summary>
    public SourceNoun SourceNounOf(int lower) => (uint)lower < (uint)_sourceNouns.Length ? _sourceNouns[lower] : SourceNoun.None;

    /// <summary>Which phrases of the lexicons can start with the word (lower case).</summary>
    public PhraseStarts StartsOf(int lower) => (uint)lower < (uint)_starts.Length ? _starts[lower] : PhraseStarts.None;

    /// <summary>'m', 'f' or 'u' where the word (lower case) is a first name, else '\0'.</summary>
    public char GivenName(int lower) => (uint)lower < (uint)_givenNames.Length ? (char)_givenNames[lower] : '\0';

    /// <summary>Whether the word is a family name that stands first in East Asian names.</summary>
    public bool IsFamilyFirst(int lower) => _familyFirst.Contains(lower);

    /// <summary>Whether the family name is so frequent that it means nobody by itself.</summary>
    public bool IsCommonSurname(int lower) => _commonSurnames.Contains(lower);

    /// <summary>Persons whose family name has this lower-case lexeme; empty where there are none.</summary>
    public List<NameEntry> WithSurname(int lower) => lower != 0 && _bySurname.TryGetValue(lower, out List<NameEntry>? list) ? list : Nobody;

    /// <summary>
    /// Who held an office on a day; null where nobody is known or more than one person could be meant. Without a day
    /// nobody: an undated text tells no more than the office.
    /// </summary>
    public NameEntry? HolderOf(string country, OfficeClass officeClass, DateOnly? day)
    {
        if (day is null || officeClass is not (OfficeClass.Head or OfficeClass.Government or OfficeClass.Foreign or OfficeClass.Defence or OfficeClass.Igo or OfficeClass.Monarch)
            || !_byOffice.TryGetValue((country, officeClass == OfficeClass.Monarch ? OfficeClass.Head : officeClass), out List<NameEntry>? holders))
        {
            return null;
        }

        int number = day.Value.DayNumber;
        NameEntry? found = null;
        foreach (NameEntry holder in holders)
        {
            foreach (HolderTerm term in holder.Terms)
            {
                if (term.Country == country && term.EndKnown && term.Start <= number && number <= term.End && (term.Class == officeClass || officeClass == OfficeClass.Monarch))
                {
                    if (found is not null && found != holder)
                    {
                        return null;
                    }

                    found = holder;
                }
            }
        }

        return found;
    }

    /// <summary>Whether the state has had holders of such an office at its head: the United States a president and a vice president, Britain a prime minister.</summary>
    public bool HasHolders(string country, OfficeClass officeClass) =>
        officeClass is OfficeClass.Head or OfficeClass.Government or OfficeClass.Deputy or OfficeClass.Monarch && _byOffice.ContainsKey((country, officeClass));

    private PortfolioEntry? Portfolio(int payload) => payload < 0 ? null : _portfolioList[payload];
}
