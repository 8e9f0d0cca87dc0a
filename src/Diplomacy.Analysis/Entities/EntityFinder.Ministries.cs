using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

internal sealed partial class EntityFinder
{
    /// <summary>
    /// The words of a ministry without its state: "foreign ministry", "Ministry of Defence", "Defense Department", "the foreign office". Gives the number of
    /// tokens, or 0, and the ministry's name without state; "Ministry" alone where no field is named.
    /// </summary>
    private int MatchMinistry(ReadOnlySpan<Token> tokens, int at, int end, out string name)
    {
        name = "";
        if ((_lexicon.StartsOf(tokens[at].Lower) & PhraseStarts.Portfolio) != 0 && _lexicon.MatchPortfolioBefore(tokens, at, end, out int length) is { } before
            && at + length < end && (_ministryWords.Contains(tokens[at + length].Lower) || (tokens[at + length].Lower == _office && before.Class is OfficeClass.Foreign or OfficeClass.Interior)))
        {
            name = before.Ministry;
            return length + 1;
        }

        if (!_ministryWords.Contains(tokens[at].Lower))
        {
            return 0;
        }

        if (at + 2 < end && (tokens[at + 1].Lower == _of || tokens[at + 1].Lower == _for))
        {
            int field = at + 2;
            if (_lexicon.MatchPortfolioOf(tokens, field, end, out int words) is { } of)
            {
                name = of.Ministry;
                return 2 + words;
            }

            if (tokens[field].Lower == _the && field + 1 < end && _lexicon.MatchPortfolioOf(tokens, field + 1, end, out words) is { } ofThe)
            {
                name = ofThe.Ministry;
                return 3 + words;
            }

            if (tokens[at].Is(TokenTraits.InitialCapital) && tokens[at + 1].Lower == _of && IsNameWord(tokens[field]) && _lexicon.MatchName(tokens, field, end, out _) is null)
            {
                // A field that no table knows: "Department of Disease Control".
                return FieldEnd(tokens, field + 1, end, field) - at;
            }
        }

        name = "";
        return 1;
    }

    /// <summary>"Ministry of Foreign Affairs of Algeria"; without a state the bare name.</summary>
    private string NameOfBody(string name, string? country) => name.Length > 0 && _lexicon.State(country) is { } state ? name + " of " + state.NameInPhrase : name;

    private void AddMinistry(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int coreEnd, int end, string name)
    {
        var phrase = new ActorPhrase { Core = new TokenRange(at, coreEnd), Kind = ActorKind.Ministry, Holder = -1, Affiliation = -1, Name = name };
        int start = LeftOf(document, tokens, first, at, ref phrase);
        int stop = OfState(tokens, coreEnd, end, ref phrase);
        if (name.Length == 0)
        {
            phrase.Name = document.NameOf(phrase.Core);
        }

        bool named = name.Length > 0 || coreEnd - at > 2;
        phrase.Name = named ? NameOfBody(name.Length > 0 ? name : phrase.Name, phrase.Country) : phrase.Name;

        phrase.Tokens = new TokenRange(start, stop);
        document.ActorPhrases.Add(phrase);
        if (named && tokens[at].Is(TokenTraits.InitialCapital))
        {
            document.EntityWorkspace.Candidates.Add(new MentionCandidate
            {
                Tokens = phrase.Core,
                Type = EntityType.Organization,
                Identity = new EntityIdentity { Type = EntityType.Organization, Name = phrase.Name, Country = phrase.Country, Role = EntityRole.StateBody, SpeaksFor = phrase.Name },
                Confidence = 0.85f,
                Person = -1,
            });
            DefineAcronym(document, tokens, coreEnd, end);
        }
    }

    // "of Somalia", "of the Netherlands" behind a body.
    private int OfState(ReadOnlySpan<Token> tokens, int at, int end, ref ActorPhrase phrase)
    {
        if (phrase.Country is not null || at + 1 >= end || (tokens[at].Lower != _of && tokens[at].Lower != _in))
        {
            return at;
        }

        int name = at + 1 + (tokens[at + 1].Lower == _the && at + 2 < end ? 1 : 0);
        if (_lexicon.MatchName(tokens, name, end, out int length) is { Kind: NameKind.State } state
            && !(name + length < end && IsNameWord(tokens[name + length]) && (_lexicon.StartsOf(tokens[name + length].Lower) & PhraseStarts.Office) == 0))
        {
            // Not "the operations department of Kenya Airways".
            phrase.Country = state.Identity.Country;
            phrase.Definite = true;
            return name + length;
        }

        return at;
    }

    /// <summary>
    /// "the Iranian government", "Turkey's parliament", "the army": a body by a common noun. Without a state only where an
    /// article or possessive makes it a body of the text ("the government").
    /// </summary>
    private bool AddBodyNoun(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int end, out int length)
    {
        BodyNoun? noun = _lexicon.MatchBodyNoun(tokens, at, end, out length);
        if (noun is null)
        {
            return false;
        }

        var phrase = new ActorPhrase { Core = new TokenRange(at, at + length), Kind = ActorKind.Body, Holder = -1, Affiliation = -1, Name = "" };
        int start = LeftOf(document, tokens, first, at, ref phrase);
        int stop = OfState(tokens, at + length, end, ref phrase);
        bool bare = start == at && phrase.Country is null && _bareSources.Contains(tokens[at].Lower) && length == 1 && !(stop < end && document.Tags[stop].IsNoun()) && !IsHyphen(document, Math.Max(first, at - 1));
        phrase.Definite |= bare;
        if (start == at && phrase.Country is null && !bare && !tokens[at].Is(TokenTraits.InitialCapital))
        {
            return false;
        }

        phrase.Tokens = new TokenRange(start, stop);
        bool place = IsOfPlace(document, phrase);
        if (place)
        {
            // "the Yukon government" is the province's.
            phrase.Country = null;
        }

        if (place && noun.Body.Length > 0)
        {
            phrase.Name = noun.Body + " of " + document.EntityWorkspace.Candidates[phrase.Affiliation].Identity!.Name;
        }
        else if (noun.Body.Length > 0)
        {
            phrase.Name = _lexicon.State(phrase.Country) is { } state ? noun.Body == "Government" ? state.Government : noun.Body + " of " + state.NameInPhrase
                : _lexicon.Organization(phrase.Country) is { } organization ? organization.Name : noun.Body;
        }
        else
        {
            phrase.Name = document.NameOf(phrase.Tokens.Count > 1 && tokens[phrase.Tokens.First].Lower == _the ? new TokenRange(phrase.Tokens.First + 1, phrase.Tokens.End) : phrase.Tokens);
        }

        phrase.Body = noun.Kind;
        document.ActorPhrases.Add(phrase);
        if (noun.Body.Length > 0 && tokens[at].Is(TokenTraits.InitialCapital) && (at > first || phrase.Country is not null))
        {
            length = Math.Max(length, stop - at);
            document.EntityWorkspace.Candidates.Add(new MentionCandidate
            {
                Tokens = new TokenRange(at, at + length),
                Type = EntityType.Organization,
                Identity = new EntityIdentity { Type = EntityType.Organization, Name = phrase.Name, Country = phrase.Country, Role = EntityRole.StateBody, SpeaksFor = phrase.Name },
                Confidence = 0.7f,
                Person = -1,
            });
            DefineAcronym(document, tokens, at + length, end);
        }

        return true;
    }
}
