using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// What a text introduces in parentheses it means from there on, whatever the lexicons know by these letters: "the Harbour
/// Hoteliers Association (HHA)", "District Relief Officer (DRO)".
/// </summary>
internal sealed partial class EntityFinder
{
    private const int LongestAcronym = 10;

    /// <summary>Takes "(ABC)" at <paramref name="at"/> as the short form of the words before it. Gives the token to look at next.</summary>
    private int IntroduceAcronym(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int end, ref TitleState title)
    {
        EntityWorkspace work = document.EntityWorkspace;
        if (at + 2 >= end || at == first || FirstChar(document, at + 2) != ')' || !IsAcronymToken(tokens[at + 1]) || work.Acronyms.ContainsKey(tokens[at + 1].Hash))
        {
            return at + 1;
        }

        Buffer<MentionCandidate> candidates = work.Candidates;
        if (candidates.Count > 0 && candidates[^1].Tokens.End == at && candidates[^1] is { Type: EntityType.Organization, Identity: { } named })
        {
            work.Acronyms.Add(tokens[at + 1].Hash, named);
            return at + 1;
        }

        int start = SpelledOutFrom(document, tokens, first, at);
        if (start < 0)
        {
            return at + 1;
        }

        string name = document.NameOf(new TokenRange(start, at));
        if (document.ActorPhrases.Count > 0 && document.ActorPhrases[^1] is { Kind: ActorKind.Office } && document.ActorPhrases[^1].Core.End == at)
        {
            // "Relief Officer (RO) Ana Duarte": the name behind the parentheses still has the title.
            ref ActorPhrase office = ref document.ActorPhrases[^1];
            bool plain = office.Core.Count == 1 && office.Class == OfficeClass.Military;
            office.Class = plain && office.Core.First > start ? OfficeClass.Official : office.Class;
            office.Name = name;
            office.Core = new TokenRange(Math.Min(start, office.Core.First), at);
            office.Tokens = new TokenRange(Math.Min(start, office.Tokens.First), Math.Max(office.Tokens.End, at));
            work.OfficeAcronyms.TryAdd(tokens[at + 1].Hash, new OfficeEntry(name, office.Class, office.Gender, null));
            title.End = title.Phrase == document.ActorPhrases.Count - 1 ? at + 3 : title.End;
            return at + 3;
        }

        if (document.ActorPhrases.Count > 0 && document.ActorPhrases[^1].Tokens.End > start)
        {
            return at + 1;
        }

        while (candidates.Count > 0 && candidates[^1].Tokens.First >= start)
        {
            candidates.Resize(candidates.Count - 1);
        }

        if (candidates.Count > 0 && candidates[^1].Tokens.End > start)
        {
            return at + 1;
        }

        NameHead head = _lexicon.HeadOf(tokens[at - 1].Lower);
        var identity = new EntityIdentity { Type = EntityType.Organization, Name = name, Role = head == NameHead.State ? EntityRole.StateBody : EntityRole.None };
        candidates.Add(new MentionCandidate { Tokens = new TokenRange(start, at), Type = EntityType.Organization, Identity = identity, Confidence = 0.8f, Person = -1 });
        work.Acronyms.Add(tokens[at + 1].Hash, identity);
        return at + 1;
    }

    private static bool IsAcronymToken(in Token token) => token.Kind == TokenKind.Word && token.Length is >= 2 and <= LongestAcronym && token.Is(TokenTraits.AllCapitals);

    /// <summary>First of the words before <paramref name="at"/> whose initials are the letters behind it, or -1. Small words between have no letter.</summary>
    private int SpelledOutFrom(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at)
    {
        ReadOnlySpan<char> letters = document.TokenText(at + 1);
        int left = letters.Length - 1;
        for (int i = at - 1; i >= first && at - i < LongestAcronym + 8; i--)
        {
            ref readonly Token word = ref tokens[i];
            if (word.Kind != TokenKind.Word || !word.Is(TokenTraits.InitialCapital))
            {
                if (word.Kind != TokenKind.Word && !IsHyphen(document, i) && FirstChar(document, i) != '&')
                {
                    return -1;
                }

                continue;
            }

            if (char.ToUpperInvariant(document.Text[word.Start]) != letters[left])
            {
                return -1;
            }

            if (--left < 0)
            {
                return _notNames.Contains(word.Lower) ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>Takes letters that the text has introduced; gives the token behind, or <paramref name="at"/>.</summary>
    private int AddKnownAcronym(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int end, ref TitleState title)
    {
        EntityWorkspace work = document.EntityWorkspace;
        if (work.Acronyms.Count == 0 && work.OfficeAcronyms.Count == 0)
        {
            return at;
        }

        if (work.Acronyms.TryGetValue(tokens[at].Hash, out EntityIdentity? defined))
        {
            work.Candidates.Add(new MentionCandidate { Tokens = new TokenRange(at, at + 1), Type = defined.Type, Identity = defined, Confidence = 0.9f, Person = -1 });
            return at + 1;
        }

        return work.OfficeAcronyms.TryGetValue(tokens[at].Hash, out OfficeEntry? office) ? AddOffice(document, tokens, first, at, at + 1, end, office, plural: false, ref title) : at;
    }
}
