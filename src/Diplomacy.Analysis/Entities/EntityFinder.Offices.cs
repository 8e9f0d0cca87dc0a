using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

internal sealed partial class EntityFinder
{
    private const int FarthestModifier = 7;

    /// <summary>
    /// The words of an office at <paramref name="at"/>: a title of the lexicon, "minister of PORTFOLIO", "secretary of state
    /// for PORTFOLIO". Gives the number of tokens, or 0.
    /// </summary>
    private int MatchOfficeCore(ReadOnlySpan<Token> tokens, int at, int end, out OfficeEntry? office, out bool plural)
    {
        office = null;
        plural = false;
        if ((_lexicon.StartsOf(tokens[at].Lower) & PhraseStarts.Office) == 0)
        {
            return FieldBeforeMinister(tokens, at, end, out office);
        }

        office = _lexicon.MatchOffice(tokens, at, end, out int length, out plural);
        if (office is null)
        {
            return FieldBeforeMinister(tokens, at, end, out office);
        }

        int last = at + length - 1;
        bool minister = tokens[last].Lower == _ministerWord || tokens[last].Lower == _ministersWord;
        bool secretary = office.Class == OfficeClass.Foreign && office.Country == "USA";
        if ((minister || secretary) && last + 2 < end && (tokens[last + 1].Lower == _for || (minister && tokens[last + 1].Lower == _of)))
        {
            int field = last + 2;
            PortfolioEntry? portfolio = _lexicon.MatchPortfolioOf(tokens, field, end, out int words);
            if (portfolio is null && tokens[field].Lower == _the && field + 1 < end)
            {
                portfolio = _lexicon.MatchPortfolioOf(tokens, ++field, end, out words);
            }

            if (portfolio is not null)
            {
                office = new OfficeEntry("", length == 1 || secretary ? portfolio.Class : OfficeClass.Ministry, '\0', null);
                return FieldEnd(tokens, field + words, end, field + words) - at;
            }

            // A field that no table knows: "Minister of Arts and Crafts".
            if (minister && tokens[last + 2].Is(TokenTraits.InitialCapital) && _lexicon.MatchName(tokens, last + 2, end, out _) is null)
            {
                office = new OfficeEntry("", OfficeClass.Ministry, '\0', null);
                return FieldEnd(tokens, last + 3, end, last + 2) - at;
            }
        }

        return length;
    }

    /// <summary>
    /// End of the field of a ministry that goes on in capitals ("Minister of Energy and Water Resources"), before the name of
    /// the minister: at a first name, else two words before the end of a long run.
    /// </summary>
    private int FieldEnd(ReadOnlySpan<Token> tokens, int at, int end, int start)
    {
        int i = at;
        int words = 0;
        bool name = false;
        while (i < end && i - start < 12)
        {
            ref readonly Token token = ref tokens[i];
            bool joined = (token.Lower == _and || (token.Length == 1 && token.Kind != TokenKind.Word && i + 2 < end)) && i + 1 < end && !tokens[i + 1].Is(TokenTraits.LineBreakBefore)
                && IsNameWord(tokens[i + 1]) && _lexicon.GivenName(tokens[i + 1].Lower) == '\0' && (_lexicon.StartsOf(tokens[i + 1].Lower) & (PhraseStarts.Name | PhraseStarts.Office)) is not (PhraseStarts.Name or PhraseStarts.Office);
            if (joined && (token.Lower == _and || _lexicon.MatchPortfolioOf(tokens, i + 1, end, out _) is not null))
            {
                words = 0;
                i += 2;
                continue;
            }

            if (i > start && IsNameWord(token) && i + 1 < end && IsNameWord(tokens[i + 1]) && _lexicon.GivenName(token.Lower) == '\0' && _lexicon.GivenName(tokens[i + 1].Lower) != '\0' && (_lexicon.StartsOf(tokens[i + 1].Lower) & PhraseStarts.Office) == 0)
            {
                // "Minister for Rural Australians Ana Duarte": the people belong to the field, for a name follows.
                return i + 1;
            }

            if (!IsNameWord(token) || token.Is(TokenTraits.LineBreakBefore) || (_lexicon.StartsOf(token.Lower) & PhraseStarts.Name) != 0 || (i == at && at == start))
            {
                break;
            }

            if (_lexicon.GivenName(token.Lower) != '\0')
            {
                name = true;
                break;
            }

            words++;
            i++;
        }

        return !name && words >= 2 && i < end && (_reporting.Contains(tokens[i].Lower) || tokens[i].Kind == TokenKind.Punctuation) ? i - 2 : i;
    }

    // "Natural Resources and Environment Minister", "Diaspora Minister": capitalised fields that no table knows, before the word.
    private int FieldBeforeMinister(ReadOnlySpan<Token> tokens, int at, int end, out OfficeEntry? office)
    {
        office = null;
        if (!IsNameWord(tokens[at]) || (_lexicon.StartsOf(tokens[at].Lower) & PhraseStarts.Name) != 0)
        {
            return 0;
        }

        int limit = Math.Min(end, at + 8);
        for (int i = at + 1; i < limit; i++)
        {
            ref readonly Token token = ref tokens[i];
            if (token.Lower == _ministerWord && token.Is(TokenTraits.InitialCapital))
            {
                if (tokens[i - 1].Kind != TokenKind.Word)
                {
                    // "Ida Fern, Minister of Health": a name, not a field.
                    return 0;
                }

                office = new OfficeEntry("", OfficeClass.Ministry, '\0', null);
                return i + 1 - at;
            }

            bool field = token.Is(TokenTraits.InitialCapital) && token.Kind == TokenKind.Word && !_notNames.Contains(token.Lower) && _lexicon.GivenName(token.Lower) == '\0' && !token.Is(TokenTraits.LineBreakBefore);
            bool joined = i + 1 < limit && (token.Lower == _and || token.Length == 1) && tokens[i + 1].Is(TokenTraits.InitialCapital);
            if (!field && !joined)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Writes the phrase of an office, finds its state before and behind it, and its holder before it. Gives the next token to look at.</summary>
    private int AddOffice(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, int coreEnd, int end, OfficeEntry office, bool plural, ref TitleState title)
    {
        bool chained = title.End == at || (title.End >= 0 && title.End == at - 1 && IsComma(document, at - 1));
        if (office.Class == OfficeClass.Honorific)
        {
            // "the minister, Mr Kone": the honorific hands the title on.
            title = new TitleState { End = coreEnd, Phrase = chained ? title.Phrase : -1, Outer = chained ? title.Outer : -1, Gender = office.Gender };
            return coreEnd;
        }

        // "State Councilor and Foreign Minister", "HH the Crown Prince": one person with two offices.
        if (coreEnd + 1 < end && !plural && tokens[coreEnd].Lower == _and && tokens[at].Is(TokenTraits.InitialCapital)
            && MatchOfficeCore(tokens, coreEnd + 1, end, out OfficeEntry? second, out bool secondPlural) is > 0 and var secondLength
            && !secondPlural && tokens[coreEnd + 1].Is(TokenTraits.InitialCapital) && second!.Class is not (OfficeClass.Honorific or OfficeClass.Counterpart))
        {
            coreEnd += 1 + secondLength;
            office = new OfficeEntry("", office.Class == OfficeClass.Deputy || second.Class == OfficeClass.Foreign ? second.Class : office.Class, office.Gender, office.Country ?? second.Country);
        }

        var phrase = new ActorPhrase
        {
            Core = new TokenRange(at, coreEnd),
            Kind = plural ? ActorKind.Offices : ActorKind.Office,
            Class = office.Class,
            Gender = office.Gender,
            Former = office.Former,
            Holder = -1,
            Affiliation = -1,
            Name = "",
        };
        int start = LeftOf(document, tokens, first, at, ref phrase);
        int stop = RightOf(document, tokens, coreEnd, end, ref phrase);
        if (phrase.Class == OfficeClass.Subnational && phrase.Affiliation >= 0 && document.EntityWorkspace.Candidates[phrase.Affiliation].Entry is { Kind: NameKind.State, Next: { Kind: NameKind.Place } part })
        {
            // A governor governs no state of the world: "Georgia's governor".
            document.EntityWorkspace.Candidates[phrase.Affiliation].Entry = part;
            document.EntityWorkspace.Candidates[phrase.Affiliation].Identity = part.Identity;
            phrase.Country = part.Identity.Country;
        }

        if (phrase.Class is OfficeClass.Head or OfficeClass.Government or OfficeClass.Deputy or OfficeClass.Ministry or OfficeClass.Finance or OfficeClass.Interior or OfficeClass.Trade && IsOfPlace(document, phrase))
        {
            // "Queensland Premier", "Ontario's health minister".
            phrase.Class = OfficeClass.Subnational;
            phrase.Country = null;
        }

        if (phrase.Class is OfficeClass.Head or OfficeClass.Government && phrase.Country is null && stop == coreEnd && IsOfSomethingElse(tokens, coreEnd, end))
        {
            // "president of a students' union" heads no state.
            phrase.Class = OfficeClass.Executive;
        }

        if (phrase.Country is null && phrase.Class is OfficeClass.Head or OfficeClass.Deputy && HeadsSomethingElse(document, tokens, first, at, phrase))
        {
            phrase.Class = OfficeClass.Executive;
        }

        if (phrase.Class == OfficeClass.Executive && phrase.Body is null && phrase.Affiliation >= 0
            && document.EntityWorkspace.Candidates[phrase.Affiliation].Identity?.Role is EntityRole.State or EntityRole.Demonym or EntityRole.Capital or EntityRole.Place)
        {
            // "Kenya director Lena Okoro": where she directs, not whom she serves.
            phrase.Country = null;
        }

        phrase.Country ??= office.Country;
        phrase.Tokens = new TokenRange(start, stop);
        phrase.Name = office.Name.Length > 0 ? office.Name : document.NameOf(phrase.Core);
        phrase.Definite |= tokens[at].Is(TokenTraits.InitialCapital) && at > first;
        document.ActorPhrases.Add(phrase);
        int index = document.ActorPhrases.Count - 1;
        if (!plural)
        {
            AttachToNameBefore(document, tokens, start, stop, end, index);
        }

        int open = plural || stop + 2 >= end || !IsOfOrFor(tokens[stop].Lower) ? stop : OpenBehindField(document, tokens, stop + 1, end);
        
        // "Police spokesperson Captain Okoro", "the governor, General Okoro": the rank is the same person's.
        bool ranked = chained && !plural && title.Phrase >= 0 && document.ActorPhrases[title.Phrase].Kind == ActorKind.Office && (title.End == at || office.Class == OfficeClass.Military);
        title = new TitleState { End = plural ? -1 : open, Phrase = index, Outer = ranked ? title.Phrase : -1, Gender = office.Gender };

        // What follows "of" is scanned for itself, so that its names become mentions; the title stays open behind it.
        return coreEnd;
    }

    // Whether the phrase hangs on a province or city.
    private static bool IsOfPlace(DocumentContext document, in ActorPhrase phrase) =>
        phrase.Affiliation >= 0 && document.EntityWorkspace.Candidates[phrase.Affiliation] is { Entry.Kind: NameKind.Place, Entry.Next: null };

    // "JHA President Okoro", "Acme Vice President Duarte": a name that no table knows right before the title, no state and no house of a
    // parliament.
    private bool HeadsSomethingElse(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, in ActorPhrase phrase)
    {
        Buffer<MentionCandidate> candidates = document.EntityWorkspace.Candidates;
        if (candidates.Count == 0 || at == first || candidates[^1].Tokens.End != at || tokens[at].Is(TokenTraits.LineBreakBefore))
        {
            return false;
        }

        ref MentionCandidate before = ref candidates[^1];
        return before.Type is EntityType.None or EntityType.Organization && before.Identity?.Role is null or EntityRole.None or EntityRole.Party
            && _lexicon.HeadOf(tokens[before.Tokens.End - 1].Lower) is not (NameHead.Official or NameHead.State) && !(before.Tokens.First == first && before.Identity is null && LooksCommon(document, tokens, first)) && phrase.Tokens.IsEmpty;
    }

    // "minister of state for parliamentary affairs Ana Duarte": small words of a field that no table knows, then the name. Gives the token that
    // the title stands open before.
    private int OpenBehindField(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end)
    {
        int i = at;
        while (i < end && i - at < 7 && tokens[i].Kind == TokenKind.Word && !tokens[i].Is(TokenTraits.InitialCapital) && (_lexicon.StartsOf(tokens[i].Lower) & PhraseStarts.Office) == 0
            && (document.Tags[i].IsNoun() || document.Tags[i] is PennTag.JJ or PennTag.DT or PennTag.CC or PennTag.VBG))
        {
            i++;
        }

        return i > at && i < end && IsNameWord(tokens[i]) && document.Tags[i - 1].IsNoun() ? i : at - 1;
    }

    // "of" and what follows is neither "the republic" nor "the government" nor capitalised.
    private bool IsOfSomethingElse(ReadOnlySpan<Token> tokens, int at, int end)
    {
        if (at + 1 >= end || (tokens[at].Lower != _of && tokens[at].Lower != _at && tokens[at].Lower != _for))
        {
            return false;
        }

        for (int i = at + 1; i < Math.Min(end, at + 5); i++)
        {
            if (_lexicon.SourceNounOf(tokens[i].Lower) == SourceNoun.State)
            {
                return false;
            }

            if (tokens[i].Kind != TokenKind.Word)
            {
                break;
            }
        }

        return true;
    }

    // "Wang Yi, State Councilor and Foreign Minister, ...": the name before the comma holds the office, unless a name follows the office too
    // ("Kerry, Foreign Minister Wang Yi and ..." is a list).
    private void AttachToNameBefore(DocumentContext document, ReadOnlySpan<Token> tokens, int start, int stop, int end, int phrase)
    {
        Buffer<MentionCandidate> candidates = document.EntityWorkspace.Candidates;
        if (start < 1 || !(IsComma(document, start - 1) || FirstChar(document, start - 1) is '(' or '—' or '–'))
        {
            return;
        }

        if (stop < end && IsNameWord(tokens[stop]) && document.ActorPhrases[phrase].Tokens.First == start && !IsComma(document, stop))
        {
            return;
        }

        for (int i = candidates.Count - 1; i >= 0 && candidates[i].Tokens.End >= start - 1; i--)
        {
            if (candidates[i].Tokens.End == start - 1 && candidates[i].Type is EntityType.Person or EntityType.None)
            {
                if (candidates[i].Type == EntityType.None)
                {
                    int at = candidates[i].Tokens.First;
                    if (NameWords(tokens, candidates[i].Tokens) < 2 && (!document.Tags[at].IsProper() || at == document.Sentences[tokens[at].Sentence].FirstToken))
                    {
                        // "Therefore, the minister must act": a word before a comma.
                        return;
                    }

                    candidates[i].Type = EntityType.Person;
                    candidates[i].Confidence = 0.6f;
                }

                document.ActorPhrases[phrase].Holder = i;
            }
        }
    }

    /// <summary>
    /// Walks left from an office or body over modifiers, its state ("Chinese", "China's", "US", "Foreign Ministry") and its article. Gives the first token.
    /// </summary>
    private int LeftOf(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int at, ref ActorPhrase phrase)
    {
        int start = at;
        bool affiliated = false;
        for (int steps = 0; steps < FarthestModifier && start > first; steps++)
        {
            int before = start - 1;
            ref readonly Token token = ref tokens[before];
            if (!affiliated && Affiliate(document, start, ref phrase, out int from))
            {
                affiliated = true;
                start = from;
                continue;
            }

            if (IsHyphen(document, before) && before > first && _modifiers.Contains(tokens[before - 1].Lower))
            {
                phrase.Former |= _former.Contains(tokens[before - 1].Lower);
                start = before - 1;
                continue;
            }

            if (_modifiers.Contains(token.Lower))
            {
                phrase.Former |= _former.Contains(token.Lower);
                start = before;
                continue;
            }

            if (_articles.Contains(token.Lower))
            {
                phrase.Definite |= token.Lower == _the;
                start = before;
            }
            else if (_possessives.Contains(token.Lower))
            {
                phrase.Definite = phrase.Possessed = true;
                start = before;
            }
            else if (_quantifiers.Contains(token.Lower))
            {
                start = before;
            }

            break;
        }

        phrase.Definite |= affiliated;
        return start;
    }

    // The state or body whose name ends right before token "end", with or without "'s".
    private bool Affiliate(DocumentContext document, int end, ref ActorPhrase phrase, out int from)
    {
        from = end;
        Buffer<ActorPhrase> actors = document.ActorPhrases;
        Buffer<MentionCandidate> candidates = document.EntityWorkspace.Candidates;
        int bare = IsPossessive(document, end - 1) ? end - 1 : end;
        if (actors.Count > 0)
        {
            ref ActorPhrase actor = ref actors[actors.Count - 1];
            if (actor.Tokens.End == bare && (actor.Kind is ActorKind.Ministry or ActorKind.Body || bare < end))
            {
                phrase.Country = actor.Country;
                phrase.Body = actor.Kind is ActorKind.Ministry or ActorKind.Body ? actor.Name : actor.Body;
                phrase.Affiliation = actor.Affiliation;
                from = actor.Tokens.First;
                return true;
            }
        }

        if (candidates.Count == 0)
        {
            return false;
        }

        int last = candidates.Count - 1;
        ref MentionCandidate candidate = ref candidates[last];
        if (candidate.Tokens.End != bare || candidate.Identity is not { } identity || candidate.Type is EntityType.Person or EntityType.Miscellaneous || identity.Role == EntityRole.Media)
        {
            return false;
        }

        if (bare == end && identity.Role is EntityRole.Capital or EntityRole.State or EntityRole.Place && candidate.Tokens.First > 0 && document.Tokens[candidate.Tokens.First - 1].Lower is var before && (before == _in || before == _at || before == _from))
        {
            // "In Tunis Foreign Minister Okoro said": where he was, not whom he serves.
            return false;
        }

        phrase.Country = candidate.Entry is { NeedsState: true } ? null : CountryOf(identity, phrase.Class);
        phrase.Affiliation = last;
        phrase.Body = identity.Role is EntityRole.StateBody or EntityRole.Metonym or EntityRole.Intergovernmental or EntityRole.ArmedGroup || (candidate.Type == EntityType.Organization) ? identity.Name : phrase.Body;
        from = candidate.Tokens.First;
        return true;
    }

    // A party's chairman acts for no state, its members of parliament do.
    private static string? CountryOf(EntityIdentity identity, OfficeClass officeClass) =>
        identity.Role == EntityRole.Party && (!officeClass.ActsForState() || officeClass is OfficeClass.Head or OfficeClass.Deputy) ? null : identity.Country;

    /// <summary>Walks right over "of STATE", "for the BODY", "to STATE" (of ambassadors: where they serve, not whom). Gives the token behind.</summary>
    private int RightOf(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end, ref ActorPhrase phrase)
    {
        int stop = at;
        for (int turn = 0; turn < 2 && stop + 1 < end; turn++)
        {
            int word = tokens[stop].Lower;
            bool whom = word == _of || word == _for || word == _at || word == _from || word == _with;
            bool where = word == _to && phrase.Class is OfficeClass.Ambassador or OfficeClass.Envoy or OfficeClass.Igo or OfficeClass.Adviser or OfficeClass.Diplomat;
            if (!whom && !where)
            {
                break;
            }

            int name = stop + 1 + (tokens[stop + 1].Lower == _the && stop + 2 < end ? 1 : 0);
            name += name + 1 < end && _modifiers.Contains(tokens[name].Lower) ? 1 : 0;
            int length = 0;
            string? country = null;
            string? body = null;
            bool known = false;
            if ((_lexicon.StartsOf(tokens[name].Lower) & PhraseStarts.Name) != 0 && _lexicon.MatchName(tokens, name, end, out length) is { Kind: not (NameKind.Holder or NameKind.Place) } entry)
            {
                known = true;
                country = entry.NeedsState ? null : CountryOf(entry.Identity, phrase.Class);
                body = entry.Identity.Type == EntityType.Organization ? entry.Identity.Name : null;

                // "the foreign minister of the Czech Republic": done; "head of Iran's atomic agency": the state is what counts.
                if (entry.Kind == NameKind.Adjective && name + length < end)
                {
                    int ministry = MatchMinistry(tokens, name + length, end, out string ministryName);
                    body = ministry > 0 ? NameOfBody(ministryName, country) : body;
                    length += ministry;
                }
            }

            if (!known && MatchMinistry(tokens, name, end, out string bare) is > 0 and var words)
            {
                known = true;
                length = words;
                body = bare;
                if (name + words + 1 < end && tokens[name + words].Lower == _of && _lexicon.MatchName(tokens, name + words + 1 + (tokens[name + words + 1].Lower == _the ? 1 : 0), end, out int more) is { Kind: NameKind.State } state)
                {
                    country = state.Identity.Country;
                    body = NameOfBody(bare, country);
                    length = words + 1 + (tokens[name + words + 1].Lower == _the ? 1 : 0) + more;
                }
            }

            if (!known)
            {
                break;
            }

            stop = Math.Min(end, name + length);
            if (where)
            {
                phrase.Host = phrase.Class == OfficeClass.Ambassador && country is { Length: 3 } ? country : null;
                break;
            }

            // "spokesman for", "head of": a special envoy "for Syria" does not speak for Syria.
            if (word == _for && phrase.Class is OfficeClass.Envoy)
            {
                continue;
            }

            if (phrase.Country is null)
            {
                phrase.Country = country;
                phrase.Definite = true;
            }

            phrase.Body ??= body;
        }

        return stop;
    }
}
