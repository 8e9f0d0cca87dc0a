using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

internal sealed partial class EntityFinder
{
    private const int LongestName = 9;
    private const int VotesOfAPeople = 2;

    // "al-Assad", "el-Sisi": a name that starts small.
    private bool StartsWithArabicArticle(ReadOnlySpan<Token> tokens, int at, int end)
    {
        ref readonly Token token = ref tokens[at];
        if (token.Is(TokenTraits.HasHyphen) && token.Length > 4)
        {
            return false;
        }

        return (token.Lower == _al || token.Lower == _el) && at + 2 < end && !tokens[at + 1].Is(TokenTraits.SpaceBefore) && tokens[at + 2].Is(TokenTraits.InitialCapital);
    }

    /// <summary>Whether the token can be a word of a name: a capitalised word that is no calendar or function word.</summary>
    private bool IsNameWord(in Token token) =>
        token.Kind == TokenKind.Word && token.Is(TokenTraits.InitialCapital) && !token.Is(TokenTraits.Clitic) && !_notNames.Contains(token.Lower);

    /// <summary>
    /// End of the capitalised run that starts at <paramref name="at"/>, with hyphens, initials and particles inside
    /// ("Ursula von der Leyen", "Kim Jong-un", "J. D. Vance"). Stops before a title and before a name of the lexicons that is no part of it.
    /// </summary>
    private int RunEnd(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end, out int words, out bool particle)
    {
        words = 1;
        particle = !tokens[at].Is(TokenTraits.InitialCapital);
        int i = Glue(document, tokens, at + 1, end);
        while (i < end && i - at < LongestName && !tokens[i].Is(TokenTraits.LineBreakBefore))
        {
            i = SkipNickname(tokens, i, end);
            int next = i;
            while (next < end && next - i < 3 && _particles.Contains(tokens[next].Lower) && !tokens[next].Is(TokenTraits.InitialCapital))
            {
                next++;
            }

            if (next >= end || !IsNameWord(tokens[next]) || (next > i && words == 0))
            {
                break;
            }

            PhraseStarts starts = _lexicon.StartsOf(tokens[next].Lower);
            if ((starts & (PhraseStarts.Office | PhraseStarts.Portfolio)) != 0 && StopsName(tokens, at, next, end))
            {
                break;
            }

            if (words > 0 && at > 0 && (IsOfOrFor(tokens[at - 1].Lower) || (at > 1 && tokens[at - 1].Lower == _the && IsOfOrFor(tokens[at - 2].Lower))) && next + 1 < end && IsNameWord(tokens[next + 1])
                && (_lexicon.GivenName(tokens[next].Lower) != '\0' || _lexicon.MatchName(tokens, next, end, out _) is { Kind: NameKind.Holder }) && _lexicon.GivenName(tokens[at].Lower) == '\0')
            {
                // "commissioner for Human Rights Ana Duarte", "president of the Republic Ana Duarte": a field, then a name.
                break;
            }

            if ((starts & PhraseStarts.Name) != 0 && _lexicon.MatchName(tokens, next, end, out _) is { Kind: not NameKind.Holder } && !(words == 1 && _lexicon.GivenName(tokens[at].Lower) != '\0'))
            {
                break;
            }

            particle |= next > i;
            words++;
            i = Glue(document, tokens, next + 1, end);
        }

        return i;
    }

    // "José “Pepe” Mujica": to the family name behind a name in quotation marks.
    private int SkipNickname(ReadOnlySpan<Token> tokens, int at, int end) =>
        at + 3 < end && tokens[at].Kind == TokenKind.Quote && tokens[at + 2].Kind == TokenKind.Quote && IsNameWord(tokens[at + 1]) && IsNameWord(tokens[at + 3]) && !tokens[at + 3].Is(TokenTraits.LineBreakBefore) ? at + 3 : at;

    // A title inside a run ends it ("Chad President Déby"), but "John Major said" keeps his name.
    private bool StopsName(ReadOnlySpan<Token> tokens, int at, int next, int end)
    {
        if (MatchOfficeCore(tokens, next, end, out _, out _) is not (> 0 and var length))
        {
            return false;
        }

        bool last = next + 1 >= end || !tokens[next + 1].Is(TokenTraits.InitialCapital);
        return length > 1 || !last || _lexicon.GivenName(tokens[at].Lower) == '\0';
    }

    // Hyphens and apostrophes that stand close to letters on both sides hold a name together: "Jean-Yves", "O'Neill".
    private static int Glue(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end)
    {
        while (at + 1 < end && !tokens[at].Is(TokenTraits.SpaceBefore) && !tokens[at + 1].Is(TokenTraits.SpaceBefore)
            && tokens[at].Length == 1 && FirstChar(document, at) is '-' or '‑' or '‐'
            && tokens[at + 1].Kind == TokenKind.Word && !tokens[at + 1].Is(TokenTraits.Clitic))
        {
            at += 2;
        }

        return at;
    }

    // "Ferdinand Marcos Jr.", "Charles III": what belongs to a full name of the lexicon.
    private int ExtendName(ReadOnlySpan<Token> tokens, int at, int end)
    {
        if (at < end && tokens[at].Kind == TokenKind.Word && tokens[at].Length <= 4 && tokens[at].Is(TokenTraits.InitialCapital) && IsGenerationWord(tokens[at]))
        {
            at++;
        }

        return at;
    }

    private bool IsGenerationWord(in Token token) => _generations.Contains(token.Lower);

    /// <summary>
    /// Number of tokens of a person's name at <paramref name="at"/>, or 0. Something must speak for a person: a title before,
    /// a first name, a family name of the East, a particle, a verb of saying or an apposition behind.
    /// </summary>
    private int PersonRun(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int end, NameEntry? name, int nameLength, bool titled, out float confidence)
    {
        confidence = 0;
        ref readonly Token token = ref tokens[at];
        bool arabic = StartsWithArabicArticle(tokens, at, end);
        if (!arabic && (!IsNameWord(token) || (token.Is(TokenTraits.AllCapitals) && token.Length > 1 && !IsAllCapitals(document.EntityWorkspace, tokens, first, end))))
        {
            return 0;
        }

        char given = _lexicon.GivenName(token.Lower);
        if (name is not null && (nameLength > 1 || given == '\0'))
        {
            return 0;
        }

        if (name is null && MatchOfficeCore(tokens, at, end, out _, out _) > 0)
        {
            return 0;
        }

        int run = RunEnd(document, tokens, at, end, out int words, out bool particle);
        int length = run - at;
        NameHead head = _lexicon.HeadOf(tokens[run - 1].Lower);
        if (titled && length == 1 && token.Length < 2)
        {
            return 0;
        }

        if (titled && (head == NameHead.None || words > 1 || given != '\0'))
        {
            confidence = 0.9f;
            return length;
        }

        if (words < 2 && !arabic)
        {
            return 0;
        }

        if (head != NameHead.None && !(given != '\0' && words == 2 && run < end && _reporting.Contains(tokens[run].Lower)))
        {
            return 0;
        }

        bool starts = at == first || tokens[at - 1].Kind == TokenKind.Quote;
        if (given != '\0')
        {
            confidence = 0.85f;
        }
        else if (_lexicon.IsFamilyFirst(token.Lower) && words <= 3 && !(starts && LooksCommon(document, tokens, at)))
        {
            confidence = 0.75f;
        }
        else if (starts && LooksCommon(document, tokens, at))
        {
            return 0;
        }
        else if ((particle || arabic) && words >= 2)
        {
            confidence = 0.7f;
        }
        else if (run < end && _reporting.Contains(tokens[run].Lower))
        {
            confidence = 0.6f;
        }
        else if (run + 1 < end && IsComma(document, run) && (tokens[run + 1].Kind == TokenKind.Number || StartsApposition(tokens, run + 1, end)))
        {
            confidence = 0.6f;
        }

        // A known first name outweighs the recogniser: "Chad Benning" is no state.
        if (confidence is > 0 and < 0.8f && LearnedVeto(document, at, length))
        {
            return 0;
        }

        return confidence > 0 ? length : LearnedPerson(document, at, end, out confidence);
    }

    // ", the minister", ", a professor", ", head of": an office within a few words, before any comma.
    private bool StartsApposition(ReadOnlySpan<Token> tokens, int at, int end)
    {
        for (int i = at; i < Math.Min(end, at + 6) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if ((_lexicon.StartsOf(tokens[i].Lower) & (PhraseStarts.Office | PhraseStarts.Portfolio)) != 0 && MatchOfficeCore(tokens, i, end, out OfficeEntry? office, out bool plural) > 0)
            {
                return !plural && office!.Class != OfficeClass.Honorific;
            }
        }

        return false;
    }

    // At the head of a sentence the capital says nothing: a word that the tagger calls no name, or that the vocabulary knows small, is none.
    private static bool LooksCommon(DocumentContext document, ReadOnlySpan<Token> tokens, int at)
    {
        PennTag tag = document.Tags[at];
        return tag != PennTag.None ? !tag.IsProper() : tokens[at].Lower != 0 && tokens[at].Lexeme != tokens[at].Lower && tokens[at].Lexeme == 0;
    }

    // Asked for each word in capitals of a sentence; a page in capitals is read once.
    private static bool IsAllCapitals(EntityWorkspace work, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (work.Capitals.First != first)
        {
            work.Capitals = (first, IsAllCapitals(tokens, first, end));
        }

        return work.Capitals.Yes;
    }

    private static bool IsAllCapitals(ReadOnlySpan<Token> tokens, int first, int end)
    {
        int words = 0;
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Length > 1)
            {
                words++;
                if (!tokens[i].Is(TokenTraits.AllCapitals))
                {
                    return false;
                }
            }
        }

        return words > 1;
    }

    private static int AddPerson(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int endOfName, NameEntry? entry, float confidence, bool titled, ref TitleState title)
    {
        EntityWorkspace work = document.EntityWorkspace;
        work.Candidates.Add(new MentionCandidate
        {
            Tokens = new TokenRange(at, endOfName),
            Type = EntityType.Person,
            Entry = entry,
            Confidence = confidence,
            Gender = titled ? title.Gender : '\0',
            Person = -1,
        });
        if (titled && title.Phrase >= 0)
        {
            document.ActorPhrases[title.Phrase].Holder = work.Candidates.Count - 1;
            if (title.Outer >= 0)
            {
                document.ActorPhrases[title.Outer].Holder = work.Candidates.Count - 1;
            }
        }

        title = new TitleState { End = -1, Phrase = -1, Outer = -1 };
        return endOfName;
    }

    /// <summary>
    /// Takes a name of the lexicons, or the longer capitalised name that it begins: "Paris Agreement" is no city, "Somali
    /// National Army" is a body of Somalia, "American Airlines" is not the United States.
    /// </summary>
    private int AddName(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end, NameEntry name, int length)
    {
        int after = at + length;
        if (name.Kind is NameKind.State or NameKind.Adjective or NameKind.Capital or NameKind.Place or NameKind.Group
            && after < end && IsNameWord(tokens[after]) && !tokens[after].Is(TokenTraits.LineBreakBefore)
            && MatchOfficeCore(tokens, after, end, out _, out _) == 0 && MatchMinistry(tokens, after, end, out _) == 0)
        {
            int run = RunEnd(document, tokens, after, end, out _, out _);
            NameHead head = _lexicon.HeadOf(tokens[run - 1].Lower);
            bool takes = head switch
            {
                NameHead.Official or NameHead.State => true,
                NameHead.Organization => true,
                NameHead.Place => true,
                NameHead.Event => name.Kind is NameKind.Capital or NameKind.Place,
                _ => false,
            };
            if (takes)
            {
                bool seat = name.Kind == NameKind.Capital && head == NameHead.State;
                head = name.Kind == NameKind.Place && head == NameHead.State ? NameHead.Organization : head;
                AddCompound(document, at, run, head, name.Kind is NameKind.State or NameKind.Adjective or NameKind.Capital ? name.Identity.Country : null, name.Kind != NameKind.Capital || seat);
                return run;
            }
        }

        AddCandidate(document, at, after, name);
        return after;
    }

    private static void AddCandidate(DocumentContext document, int at, int end, NameEntry name)
    {
        EntityWorkspace work = document.EntityWorkspace;
        work.Candidates.Add(new MentionCandidate
        {
            Tokens = new TokenRange(at, end),
            Type = name.Identity.Type,
            Entry = name,
            Identity = name.Identity,
            Confidence = name.Next is null ? 0.95f : 0.8f,
            Person = -1,
        });
        if (name.Soil is { } soil)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(work.HomeVotes, soil, out _) += VotesOfAPeople;
        }

        if (name.Next is null && !name.NeedsState && name.Identity.Country is { } country)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(work.StateCounts, country, out _)++;
        }
    }

    private bool IsWorldly(ReadOnlySpan<Token> tokens, int at, int end)
    {
        for (int i = at; i < end; i++)
        {
            if (_worldly.Contains(tokens[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    // "National Harbour Authority", "Electoral Commission": an official body of a state that the name does not tell.
    private bool IsNational(ReadOnlySpan<Token> tokens, int at, int end)
    {
        bool national = false;
        for (int i = at; i < end; i++)
        {
            if (_worldly.Contains(tokens[i].Lower))
            {
                return false;
            }

            national |= _national.Contains(tokens[i].Lower);
        }

        return national;
    }

    private void AddCompound(DocumentContext document, int at, int end, NameHead head, string? country, bool ofState)
    {
        head = head == NameHead.Official && country is null && IsNational(document.Tokens, at, end) ? NameHead.State : head == NameHead.State && IsWorldly(document.Tokens, at, end) ? NameHead.Official : head;
        (EntityType type, EntityRole role, string? code) = head switch
        {
            NameHead.State when country is null => (EntityType.Organization, EntityRole.StateBody, null),
            NameHead.Official or NameHead.State => (EntityType.Organization, ofState && country is not null ? EntityRole.StateBody : EntityRole.None, ofState ? country : null),
            NameHead.Place => (EntityType.Location, EntityRole.Place, country),
            NameHead.Event => (EntityType.Miscellaneous, EntityRole.None, null),
            _ => (EntityType.Organization, EntityRole.None, null),
        };
        document.EntityWorkspace.Candidates.Add(new MentionCandidate
        {
            Tokens = new TokenRange(at, end),
            Type = type,
            Identity = new EntityIdentity { Type = type, Name = document.NameOf(new TokenRange(at, end)), Country = code, Role = role },
            Confidence = 0.7f,
            Person = -1,
        });
    }

    /// <summary>
    /// A capitalised run that no lexicon knows: a body by its head word, with "of STATE" and the acronym it defines
    /// ("Central Bank of Somalia (CBS)"), or a span for the linker, which may know the name from elsewhere in the text.
    /// </summary>
    private int AddCapitalRun(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int end)
    {
        EntityWorkspace work = document.EntityWorkspace;
        if (!IsNameWord(tokens[at]))
        {
            return at + 1;
        }

        int run = RunEnd(document, tokens, at, end, out int words, out _);
        if (words == 1 && run + 1 < end && tokens[run].Lower == _of && _realms.Contains(tokens[at].Lower))
        {
            // "the Kingdom of Bahrain", "the Republic of Kenya": the state by its style.
            int realm = run + 1 + (tokens[run + 1].Lower == _the ? 1 : 0);
            if (realm < end && _lexicon.MatchName(tokens, realm, end, out int stateLength) is { Kind: NameKind.State } of)
            {
                AddCandidate(document, at, realm + stateLength, of);
                return realm + stateLength;
            }
        }

        NameHead head = _lexicon.HeadOf(tokens[run - 1].Lower);
        if (head == NameHead.None && run + 1 < end && tokens[run].Lower == _and && IsNameWord(tokens[run + 1]) && at > first && tokens[at - 1].Lower == _the && (_lexicon.StartsOf(tokens[run + 1].Lower) & PhraseStarts.Name) == 0)
        {
            // "the Seismic and Volcanic Observatory": one body with two adjectives.
            int longer = RunEnd(document, tokens, run + 1, end, out int more, out _);
            if (more > 1 && _lexicon.HeadOf(tokens[longer - 1].Lower) is NameHead.Official or NameHead.State or NameHead.Organization)
            {
                run = longer;
                words += more;
                head = _lexicon.HeadOf(tokens[run - 1].Lower);
            }
        }

        if (head != NameHead.None && words > 1 && !(at == first && LooksCommon(document, tokens, at) && words == 2))
        {
            int stop = run;
            string? country = null;
            if (run + 1 < end && tokens[run].Lower == _of)
            {
                int name = run + 1 + (tokens[run + 1].Lower == _the ? 1 : 0);
                if (name < end && _lexicon.MatchName(tokens, name, end, out int length) is { Kind: NameKind.State } state)
                {
                    country = state.Identity.Country;
                    stop = name + length;
                }
                else if (name < end && IsNameWord(tokens[name]) && head != NameHead.Event)
                {
                    stop = RunEnd(document, tokens, name, end, out _, out _);
                }
            }

            AddCompound(document, at, stop, head, country, ofState: true);
            DefineAcronym(document, tokens, stop, end);
            return stop;
        }

        int learned = LearnedPerson(document, at, end, out float sure);
        if (learned > 0)
        {
            work.Candidates.Add(new MentionCandidate { Tokens = new TokenRange(at, at + learned), Type = EntityType.Person, Confidence = sure, Person = -1 });
            return at + learned;
        }

        learned = AddLearned(document, at, end);
        if (learned >= 0)
        {
            DefineAcronym(document, tokens, learned, end);
            return learned;
        }

        work.Candidates.Add(new MentionCandidate { Tokens = new TokenRange(at, run), Type = EntityType.None, Confidence = 0.3f, Person = -1 });
        DefineAcronym(document, tokens, run, end);
        return run;
    }

    // "(CBS)" right behind a name gives the name an acronym.
    private static void DefineAcronym(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end)
    {
        if (at + 2 < end && FirstChar(document, at) == '(' && FirstChar(document, at + 2) == ')' && tokens[at + 1].Kind == TokenKind.Word
            && tokens[at + 1].Length >= 2 && tokens[at + 1].Length <= 10 && document.EntityWorkspace.Candidates[^1].Identity is { } identity)
        {
            document.EntityWorkspace.Acronyms.TryAdd(tokens[at + 1].Hash, identity);
        }
    }
}
