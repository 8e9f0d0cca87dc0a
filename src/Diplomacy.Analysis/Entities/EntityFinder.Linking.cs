using System.Runtime.InteropServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

internal sealed partial class EntityFinder
{
    /// <summary>
    /// Says which candidates are one person and what the text tells of each. Full names first, then single words, so that a headline's "Wright" finds the
    /// "Rawiri Wright" of the body. Reads candidates only; who found them does not matter.
    /// </summary>
    private void Link(DocumentContext document, ReadOnlySpan<Token> tokens)
    {
        Buffer<MentionCandidate> candidates = document.EntityWorkspace.Candidates;
        ChooseAmongHomographs(document);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Type == EntityType.Person && (candidates[i].Entry is not null || NameWords(tokens, candidates[i].Tokens) > 1))
            {
                candidates[i].Person = FindPerson(document, tokens, i) is >= 0 and var known ? known : AddRecord(document, tokens, i);
                Enrich(document, tokens, i);
            }
        }

        PromoteRepeated(document, tokens);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Person < 0 && candidates[i].Entry is { Kind: NameKind.Capital or NameKind.Place } && IsSurnameHere(document, tokens, candidates[i].Tokens))
            {
                // "Ana Lagos wrote a letter. Lagos said": the person whom the text has introduced, not the city.
                candidates[i].Type = EntityType.None;
            }

            if (candidates[i].Person >= 0 || candidates[i].Type is not (EntityType.Person or EntityType.None))
            {
                continue;
            }

            int known = FindPerson(document, tokens, i);
            if (known < 0 && (candidates[i].Type == EntityType.Person || IsKnownSurname(document, tokens, i) || IsFirstNameAlone(document, tokens, candidates[i].Tokens)))
            {
                known = AddRecord(document, tokens, i);
            }

            if (known >= 0)
            {
                candidates[i].Person = known;
                candidates[i].Type = EntityType.Person;
                Enrich(document, tokens, i);
            }
        }

        foreach (ref ActorPhrase phrase in document.ActorPhrases.Span)
        {
            if (phrase.Country is null && phrase.Affiliation >= 0 && candidates[phrase.Affiliation] is { Entry.NeedsState: true, Identity.Country: { } bound })
            {
                // "Congress leader": of the United States only where the text speaks of them.
                phrase.Country = bound;
            }

            TakeStateBehindName(document, tokens, ref phrase);
            TakeBodyBehind(document, tokens, ref phrase);
            if (phrase.Holder >= 0 && candidates[phrase.Holder].Person >= 0)
            {
                TakeOffice(document, phrase, ref document.EntityWorkspace.Persons[candidates[phrase.Holder].Person]);
            }
        }

        NameOpeningOffice(document, tokens);
        foreach (ref PersonRecord person in document.EntityWorkspace.Persons.Span)
        {
            person.Identity = Identify(document, ref person);
        }

        VoteForHome(document);
    }

    /// <summary>
    /// "Haare Wilcox ... Wilcox said": a run of two or three unknown words whose last word comes again alone, as one who says or
    /// does something, is a person.
    /// </summary>
    private void PromoteRepeated(DocumentContext document, ReadOnlySpan<Token> tokens)
    {
        EntityWorkspace work = document.EntityWorkspace;
        Span<MentionCandidate> candidates = work.Candidates.Span;
        work.Runs.Clear();
        for (int i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].Type == EntityType.None && NameWords(tokens, candidates[i].Tokens) is 2 or 3 && _lexicon.HeadOf(tokens[candidates[i].Tokens.End - 1].Lower) == NameHead.None)
            {
                work.Runs.TryAdd(FoldedHash(document, candidates[i].Tokens.End - 1), i);
            }
        }

        if (work.Runs.Count == 0)
        {
            return;
        }

        for (int i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].Person < 0 && candidates[i].Type is EntityType.None or EntityType.Person && candidates[i].Tokens.Count == 1
                && (candidates[i].Type == EntityType.Person || ActsNext(document, tokens, candidates[i].Tokens.End))
                && work.Runs.TryGetValue(FoldedHash(document, candidates[i].Tokens.First), out int full) && candidates[full].Type == EntityType.None)
            {
                candidates[full].Type = EntityType.Person;
                candidates[full].Confidence = 0.6f;
                candidates[full].Person = FindPerson(document, tokens, full) is >= 0 and var known ? known : AddRecord(document, tokens, full);
                Enrich(document, tokens, full);
            }
        }
    }

    // Whether a name of a place stands as a person of the text may stand: behind "Mr" or a title, or before a verb, and somebody introduced
    // in full bears it as family name.
    private bool IsSurnameHere(DocumentContext document, ReadOnlySpan<Token> tokens, TokenRange name)
    {
        EntityWorkspace work = document.EntityWorkspace;
        if (name.Count != 1 || !document.Keeps(GuardRules.SurnamePlace) || !work.BySurname.TryGetValue(FoldedHash(document, name.First), out int person) || work.Candidates[work.Persons[person].Candidate].Tokens.Count < 2)
        {
            return false;
        }

        int before = name.First > 0 ? tokens[name.First - 1].Lower : 0;
        bool placed = before == _in || before == _at || before == _from || before == _to;
        return !placed && (ActsNext(document, tokens, name.End) || (name.First > 0 && (_lexicon.StartsOf(before) & PhraseStarts.Office) != 0));
    }

    private bool ActsNext(DocumentContext document, ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length && (_reporting.Contains(tokens[at].Lower) || document.Tags[at] is PennTag.VBD or PennTag.VBZ);

    // "Congolese", "Georgia": the one that the rest of the text speaks of; without a hint the first, or for the two Congos none.
    private static void ChooseAmongHomographs(DocumentContext document)
    {
        EntityWorkspace work = document.EntityWorkspace;
        foreach (ref MentionCandidate candidate in work.Candidates.Span)
        {
            if (candidate.Entry is { NeedsState: true } bound && !work.StateCounts.ContainsKey(bound.Identity.Country ?? ""))
            {
                // "Congress" in a text that never speaks of the United States.
                candidate.Identity = new EntityIdentity { Type = candidate.Type, Name = bound.Identity.Name.StartsWith("US ", StringComparison.Ordinal) ? bound.Identity.Name[3..] : bound.Identity.Name, Role = bound.Identity.Role };
                continue;
            }

            if (candidate.Entry is not { Next: not null } entry || candidate.Type == EntityType.Person || !document.Keeps(GuardRules.Homograph))
            {
                continue;
            }

            if (entry.Kind == NameKind.Capital && entry.Next is { Kind: NameKind.Metonym } union)
            {
                // Brussels is the union's seat first; it is Belgium's where the text is about Belgium.
                bool capital = work.StateCounts.GetValueOrDefault(entry.Identity.Country ?? "") > work.StateCounts.GetValueOrDefault(union.Identity.Country ?? "");
                candidate.Identity = capital ? entry.Identity : union.Identity with { Type = EntityType.Location };
                continue;
            }

            NameEntry best = entry;
            int most = 0;
            bool tie = false;
            for (NameEntry? other = entry; other is not null; other = other.Next)
            {
                int count = other.Identity.Country is { } code ? work.StateCounts.GetValueOrDefault(code) : 0;
                // A place that shares a state's name (Georgia of the union) needs more than the union's mention.
                count = other.Kind == NameKind.Place ? count / 8 : count;
                if (count > most)
                {
                    (best, most, tie) = (other, count, false);
                }
                else if (count == most && other.Kind == entry.Kind && other != entry)
                {
                    tie = true;
                }
            }

            candidate.Type = best.Identity.Type;
            candidate.Identity = tie && best.Identity.Country != entry.Next!.Identity.Country && entry.Next.Kind == entry.Kind ? best.Identity with { Country = null } : best.Identity;
        }
    }

    private int NameWords(ReadOnlySpan<Token> tokens, TokenRange range)
    {
        int words = 0;
        for (int i = range.First; i < range.End; i++)
        {
            words += tokens[i].Kind == TokenKind.Word && tokens[i].Length > 1 && tokens[i].Is(TokenTraits.InitialCapital) && !_generations.Contains(tokens[i].Lower) ? 1 : 0;
        }

        return words;
    }

    // The word of a name that others repeat: the last one, or the first of East Asian names.
    private int SurnameToken(ReadOnlySpan<Token> tokens, TokenRange range)
    {
        if (_lexicon.IsFamilyFirst(tokens[range.First].Lower) && range.Count > 1 && _lexicon.GivenName(tokens[range.First].Lower) is '\0' or 'u')
        {
            return range.First;
        }

        int last = range.End - 1;
        while (last > range.First && (tokens[last].Kind != TokenKind.Word || _generations.Contains(tokens[last].Lower)))
        {
            last--;
        }

        return last;
    }

    // Hash of a word without case and marks, so that "ERDOGAN", "Erdogan" and "Erdoğan" are one name.
    private static uint FoldedHash(DocumentContext document, int token)
    {
        ReadOnlySpan<char> text = document.TokenText(token);
        Span<char> folded = stackalloc char[32];
        int length = Math.Min(text.Length, folded.Length);
        for (int i = 0; i < length; i++)
        {
            char c = text[i];
            folded[i] = c < 128 ? (char)(c is >= 'A' and <= 'Z' ? c | 32 : c) : char.ToLowerInvariant(LatinFolding.PlainOf(c));
        }

        return StableHash.Of(folded[..length]);
    }

    /// <summary>The person of the document that the candidate names, or -1: every word of the shorter name stands in the longer.</summary>
    private int FindPerson(DocumentContext document, ReadOnlySpan<Token> tokens, int candidate)
    {
        EntityWorkspace work = document.EntityWorkspace;
        ref MentionCandidate mention = ref work.Candidates[candidate];
        int surname = SurnameToken(tokens, mention.Tokens);
        if (work.BySurname.TryGetValue(FoldedHash(document, surname), out int person))
        {
            int best = -1;
            for (; person >= 0; person = work.Persons[person].NextSameSurname)
            {
                if (Fits(document, tokens, mention.Tokens, work.Persons[person]) && GendersAgree(mention.Gender, work.Persons[person].Gender))
                {
                    best = person;
                    break;
                }
            }

            if (best >= 0)
            {
                return best;
            }
        }

        // East Asian and other names share a first word: "Le Drian" is no Le.
        int last = mention.Tokens.End - 1;
        if (last != surname && work.BySurname.TryGetValue(FoldedHash(document, last), out person))
        {
            for (; person >= 0; person = work.Persons[person].NextSameSurname)
            {
                if (Fits(document, tokens, mention.Tokens, work.Persons[person]) && GendersAgree(mention.Gender, work.Persons[person].Gender))
                {
                    return person;
                }
            }
        }

        // "Marino Protti" after "Marino Protti Quesada", "Sheikh Sabah": not the last word, but a word of the name.
        if (work.ByOtherName.TryGetValue(FoldedHash(document, surname), out person) && Fits(document, tokens, mention.Tokens, work.Persons[person])
            && (mention.Tokens.Count > 1 || mention.Type == EntityType.Person || tokens[surname].Length > 3))
        {
            // A first name alone is seldom a person of the news ("John"), unless a title stands before it ("Queen Margrethe").
            bool firstName = _lexicon.GivenName(tokens[surname].Lower) != '\0' && mention.Tokens.Count == 1;
            return firstName && mention.Type != EntityType.Person ? -1 : person;
        }

        return -1;
    }

    private static bool GendersAgree(char a, char b) => a is '\0' or 'u' || b is '\0' or 'u' || a == b;

    private static bool Fits(DocumentContext document, ReadOnlySpan<Token> tokens, TokenRange mention, in PersonRecord person)
    {
        TokenRange full = document.EntityWorkspace.Candidates[person.Candidate].Tokens;
        return Covers(document, tokens, full, mention) || Covers(document, tokens, mention, full);
    }

    // Whether each word of the short name is in the long one; an initial stands for any word that starts with it.
    private static bool Covers(DocumentContext document, ReadOnlySpan<Token> tokens, TokenRange full, TokenRange part)
    {
        for (int i = part.First; i < part.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            bool found = false;
            bool initial = tokens[i].Length == 1 || (tokens[i].Length == 2 && tokens[i].Is(TokenTraits.EndsWithPeriod));
            uint hash = FoldedHash(document, i);
            for (int j = full.First; j < full.End && !found; j++)
            {
                found = tokens[j].Kind == TokenKind.Word && (hash == FoldedHash(document, j) || (initial && FirstChar(document, j) == FirstChar(document, i)));
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private int AddRecord(DocumentContext document, ReadOnlySpan<Token> tokens, int candidate)
    {
        EntityWorkspace work = document.EntityWorkspace;
        ref MentionCandidate mention = ref work.Candidates[candidate];
        int index = work.Persons.Count;
        int surname = SurnameToken(tokens, mention.Tokens);
        ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(work.BySurname, FoldedHash(document, surname), out bool exists);
        work.Persons.Add(new PersonRecord { Candidate = candidate, NextSameSurname = exists ? head : -1 });
        head = index;
        for (int i = mention.Tokens.First; i < mention.Tokens.End; i++)
        {
            if (i != surname && tokens[i].Kind == TokenKind.Word && tokens[i].Length > 2 && tokens[i].Is(TokenTraits.InitialCapital))
            {
                work.ByOtherName[FoldedHash(document, i)] = index;
            }
        }

        return index;
    }

    // What a mention adds: the lexicon's entry, a fuller name, the gender of its honorific or first name.
    private void Enrich(DocumentContext document, ReadOnlySpan<Token> tokens, int candidate)
    {
        EntityWorkspace work = document.EntityWorkspace;
        ref MentionCandidate mention = ref work.Candidates[candidate];
        ref PersonRecord person = ref work.Persons[mention.Person];
        person.Entry ??= mention.Entry is { Kind: NameKind.Holder } ? mention.Entry : null;
        if (mention.Gender is 'm' or 'f')
        {
            person.Gender = mention.Gender;
        }
        else if (person.Gender == '\0')
        {
            // "J. Michael Smith": behind an initial the next word tells; behind an unknown first name it may be the father's.
            bool initial = tokens[mention.Tokens.First].Length <= 2;
            char given = _lexicon.GivenName(tokens[mention.Tokens.First + (initial && mention.Tokens.Count > 2 ? 1 : 0)].Lower);
            person.Gender = given == 'u' ? '\0' : given;
        }

        if (mention.Tokens.Count > work.Candidates[person.Candidate].Tokens.Count)
        {
            person.Candidate = candidate;
            for (int i = mention.Tokens.First; i < mention.Tokens.End; i++)
            {
                if (tokens[i].Kind == TokenKind.Word && tokens[i].Length > 2 && tokens[i].Is(TokenTraits.InitialCapital))
                {
                    work.ByOtherName[FoldedHash(document, i)] = mention.Person;
                }
            }
        }
    }

    // "Lavrov said" in a text that never names him in full: only where every office holder of that family name acts for one state.
    private bool IsKnownSurname(DocumentContext document, ReadOnlySpan<Token> tokens, int candidate)
    {
        ref MentionCandidate mention = ref document.EntityWorkspace.Candidates[candidate];
        if (mention.Tokens.Count != 1 || tokens[mention.Tokens.First].Length < 3 || _lexicon.IsCommonSurname(tokens[mention.Tokens.First].Lower) || _lexicon.WithSurname(tokens[mention.Tokens.First].Lower).Count == 0)
        {
            return false;
        }

        int at = mention.Tokens.First;
        int sentence = document.Sentences[tokens[at].Sentence].FirstToken;
        char given = _lexicon.GivenName(tokens[at].Lower);
        return given == '\0' && (at > sentence || (at + 1 < tokens.Length && _reporting.Contains(tokens[at + 1].Lower)));
    }

    // "Defence Minister Ana Duarte of Portugal": the state stands behind the name.
    private void TakeStateBehindName(DocumentContext document, ReadOnlySpan<Token> tokens, ref ActorPhrase phrase)
    {
        Buffer<MentionCandidate> candidates = document.EntityWorkspace.Candidates;
        if (phrase.Holder < 0 || phrase.Country is not null || phrase.Holder + 1 >= candidates.Count)
        {
            return;
        }

        int end = candidates[phrase.Holder].Tokens.End;
        ref MentionCandidate next = ref candidates[phrase.Holder + 1];
        if (phrase.Tokens.End <= candidates[phrase.Holder].Tokens.First && end + 1 < tokens.Length && tokens[end].Lower == _of && next.Identity is { Role: EntityRole.State or EntityRole.Intergovernmental } state
            && next.Tokens.First == end + 1 + (tokens[end + 1].Lower == _the ? 1 : 0))
        {
            phrase.Country = state.Country;
        }
    }

    // "Norway's trade minister on Monday blamed ... In an interview, Ana Duarte said": a report opens with the office and gives the name
    // with the next sentences. The first person named, where nothing else tells who that is and no other holder stands between.
    private void NameOpeningOffice(DocumentContext document, ReadOnlySpan<Token> tokens)
    {
        Span<MentionCandidate> candidates = document.EntityWorkspace.Candidates.Span;
        int first = 0;
        while (first < candidates.Length && candidates[first].Person < 0)
        {
            first++;
        }

        if (first == candidates.Length || document.EntityWorkspace.Persons[candidates[first].Person] is not { Entry: null, Office: null, Country: null } || NameWords(tokens, candidates[first].Tokens) < 2
            || !IsReporting(tokens, candidates[first].Tokens))
        {
            return;
        }

        int name = candidates[first].Tokens.First;
        int opening = -1;
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        for (int i = 0; i < phrases.Length && phrases[i].Core.First < name; i++)
        {
            if (phrases[i].Kind != ActorKind.Office || phrases[i].Class == OfficeClass.Counterpart)
            {
                continue;
            }

            if (opening >= 0 || phrases[i].Holder >= 0 || phrases[i].Country is null || !phrases[i].Class.ActsForState())
            {
                return;
            }

            opening = i;
        }

        if (opening >= 0 && tokens[name].Sentence - tokens[phrases[opening].Core.First].Sentence is 1 or 2 && IsFirstOfBody(document, tokens[phrases[opening].Core.First].Sentence))
        {
            TakeOffice(document, phrases[opening], ref document.EntityWorkspace.Persons[candidates[first].Person]);
        }
    }

    // "Ana Duarte said", "said Ana Duarte".
    private bool IsReporting(ReadOnlySpan<Token> tokens, TokenRange name) =>
        (name.End < tokens.Length && _reporting.Contains(tokens[name.End].Lower)) || (name.First > 0 && _reporting.Contains(tokens[name.First - 1].Lower));

    private static bool IsFirstOfBody(DocumentContext document, int sentence)
    {
        for (int s = 0; s < sentence; s++)
        {
            if (document.Sentences[s].Region == Regions.RegionKind.Body)
            {
                return false;
            }
        }

        return true;
    }

    // "director of Ovsicori", "spokeswoman for the CBS": a body that no lexicon knows, but the text.
    private void TakeBodyBehind(DocumentContext document, ReadOnlySpan<Token> tokens, ref ActorPhrase phrase)
    {
        int at = phrase.Core.End;
        if (phrase.Country is not null || phrase.Body is not null || at + 1 >= tokens.Length || phrase.Tokens.End > at
            || !(tokens[at].Lower == _of || tokens[at].Lower == _for || tokens[at].Lower == _at || tokens[at].Lower == _from))
        {
            return;
        }

        int name = at + 1 + (tokens[at + 1].Lower == _the ? 1 : 0);
        Span<MentionCandidate> candidates = document.EntityWorkspace.Candidates.Span;
        int low = 0;
        int high = candidates.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = candidates[middle].Tokens.First < name ? (middle + 1, high) : (low, middle);
        }

        if (low < candidates.Length && candidates[low].Tokens.First == name && candidates[low] is { Type: EntityType.Organization, Identity: { } identity })
        {
            phrase.Country = identity.Country;
            phrase.Body = identity.Name;
            phrase.Affiliation = low;
        }
    }

    // Writers leave out the state of their own officials: a president or minister whose state only the lexicon knows tells whose
    // paper this is; so does the state where an ambassador serves.
    private static void VoteForHome(DocumentContext document)
    {
        EntityWorkspace work = document.EntityWorkspace;
        foreach (ref readonly ActorPhrase phrase in document.ActorPhrases.Span)
        {
            if (phrase.Host is { } host)
            {
                Vote(host, 9);
            }

            if (phrase.Country is null && phrase.Holder >= 0 && !phrase.Former && work.Candidates[phrase.Holder].Person is >= 0 and var person && work.Persons[person].Identity?.Country is { Length: 3 } country
                && phrase.Class is OfficeClass.Head or OfficeClass.Government or OfficeClass.Foreign or OfficeClass.Defence or OfficeClass.Finance or OfficeClass.Interior or OfficeClass.Monarch)
            {
                Vote(country, 12);
            }
        }

        void Vote(string code, int votes) => CollectionsMarshal.GetValueRefOrAddDefault(work.HomeVotes, code, out _) += votes;
    }

    // "Rita told Gloria": a first name that no one bears in full in this text; "in Victoria" is a place.
    private bool IsFirstNameAlone(DocumentContext document, ReadOnlySpan<Token> tokens, TokenRange name) =>
        name.Count == 1 && _lexicon.GivenName(tokens[name.First].Lower) is 'm' or 'f' && document.Tags[name.First].IsProper()
        && (name.First == 0 || !(tokens[name.First - 1].Lower is var before && (before == _in || before == _at || before == _from)));

    // "director of the Harbour Authority": a body such as states have, though the text names no state.
    private static bool IsStateBody(in MentionCandidate candidate) => candidate.Identity?.Role == EntityRole.StateBody;

    private void TakeOffice(DocumentContext document, in ActorPhrase phrase, ref PersonRecord person)
    {
        if (phrase.Class == OfficeClass.Counterpart)
        {
            person.Country ??= phrase.Country;
            return;
        }

        person.Past |= phrase.Former && phrase.Class is OfficeClass.Head or OfficeClass.Government;
        bool forBody = phrase.Class is OfficeClass.Spokes or OfficeClass.Executive or OfficeClass.Igo or OfficeClass.Official or OfficeClass.Adviser;
        person.Serves |= !phrase.Former && (phrase.Class.ActsForState()
            || (phrase.Class == OfficeClass.Spokes && phrase.Body is null && _stateVoices.Contains(document.Tokens[phrase.Core.First].Lower))
            || (forBody && phrase.Affiliation >= 0 && IsStateBody(document.EntityWorkspace.Candidates[phrase.Affiliation])));

        // The first full statement of an office stays; a later one only fills gaps ("the minister").
        if (person.Office is null || (person.Country is null && phrase.Country is not null && person.Class == phrase.Class))
        {
            person.Office = phrase.Name;
            person.Class = phrase.Class;
            person.Former = phrase.Former;
            person.Country ??= phrase.Country;
        }
        else if (person.Country is null && !phrase.Former)
        {
            person.Country = phrase.Country;
        }

        if (person.Gender == '\0')
        {
            person.Gender = phrase.Gender;
        }
    }

    // "Vladimir V. Putin", "José “Pepe” Mujica": the lexicons know the name without what stands between.
    private NameEntry? WithoutInitials(DocumentContext document, TokenRange name)
    {
        if (name.Count < 3 || document.Tokens[name.First].Length < 3)
        {
            return null;
        }

        for (int i = name.First + 1; i < name.End - 1; i++)
        {
            ref readonly Token token = ref document.Tokens[i];
            if (token.Kind == TokenKind.Quote || document.Tokens[i - 1].Kind == TokenKind.Quote)
            {
                continue;
            }

            if (token.Length > 2 || !(token.Length == 1 || token.Is(TokenTraits.EndsWithPeriod)) || !char.IsUpper(document.Text[token.Start]))
            {
                return null;
            }
        }

        return _lexicon.FindPerson($"{document.TokenText(name.First)} {document.TokenText(name.End - 1)}");
    }

    /// <summary>Name, office and country of a person: the text's word first, then the lexicon's for the day of the article.</summary>
    private EntityIdentity Identify(DocumentContext document, ref PersonRecord person)
    {
        ref MentionCandidate named = ref document.EntityWorkspace.Candidates[person.Candidate];
        string name = document.NameOf(named.Tokens);
        DateOnly? day = document.Article.PublishedAt;
        string? country = person.Country;
        string? office = person.Office;
        OfficeClass officeClass = person.Class;
        NameEntry? entry = person.Entry;
        if (entry is null && named.Tokens.Count == 1 && (officeClass is not OfficeClass.None || !_lexicon.IsCommonSurname(document.Tokens[named.Tokens.First].Lower)))
        {
            entry = BySurname(document, named.Tokens.First, day, country, officeClass, out string? shared);
            if (entry is null && shared is null && day is not null && officeClass != OfficeClass.None)
            {
                // "President Okoro" years behind his term.
                entry = BySurname(document, named.Tokens.First, null, country, officeClass, out shared);
            }

            country ??= shared;
        }

        entry ??= WithoutInitials(document, named.Tokens);

        // "Former prime minister Okoro" who heads a party now.
        bool former = person.Former || (person.Past && !person.Serves && person.Country is null);
        if (entry is not null)
        {
            HolderTerm? term = TermOn(entry, day, out bool ended);
            if (office is null)
            {
                former |= ended;
                office = ended ? null : term?.Office;
                officeClass = term?.Class ?? officeClass;
                country ??= ended || (term is null && day is not null) ? null : CountryOf(entry, term, day);
            }
            else if (country is null && !former)
            {
                country = CountryOf(entry, term, day);
            }

            if (named.Tokens.Count == 1)
            {
                name = entry.Identity.Name;
            }
        }

        // The linker's classes serve later titles: "Amir Diallo met ... The Malian leader said".
        person.Class = person.Class == OfficeClass.None && !former ? officeClass : person.Class;
        if (former || officeClass is OfficeClass.Private or OfficeClass.Subnational or OfficeClass.Religious && office is not null && _lexicon.State(country) is not null)
        {
            country = null;
        }

        EntityRole role = office is not null || entry is not null ? EntityRole.OfficeHolder : EntityRole.None;
        return document.EntityWorkspace.Identities.PersonOf(name, country, role, office, person.Gender != '\0' ? person.Gender : entry?.Identity.Gender ?? '\0');
    }

    /// <summary>An office holder of the lexicon as he stands on a day.</summary>
    internal static EntityIdentity IdentityOn(NameEntry entry, DateOnly? day)
    {
        HolderTerm? term = TermOn(entry, day, out bool ended);
        return entry.Identity with { Country = ended ? null : CountryOf(entry, term, day), Office = ended ? null : term?.Office };
    }

    /// <summary>Class of the office that the holder has on a day; None where that is not known.</summary>
    internal static OfficeClass ClassOn(NameEntry entry, DateOnly? day) => TermOn(entry, day, out bool ended) is { } term && !ended ? term.Class : OfficeClass.None;

    private NameEntry? BySurname(DocumentContext document, int token, DateOnly? day, string? country, OfficeClass officeClass, out string? shared)
    {
        shared = null;
        NameEntry? found = null;
        bool several = false;
        bool first = true;
        foreach (NameEntry entry in _lexicon.WithSurname(document.Tokens[token].Lower))
        {
            foreach (HolderTerm term in entry.Terms)
            {
                bool fits = (country is null || term.Country == country)
                    && (officeClass == OfficeClass.None || term.Class == officeClass)
                    && (day is null || (term.Start <= day.Value.DayNumber && day.Value.DayNumber <= term.End));
                if (!fits)
                {
                    continue;
                }

                several |= found is not null && found != entry;
                found = entry;
                shared = first ? term.Country : shared == term.Country ? shared : null;
                first = false;
            }
        }

        return several ? null : found;
    }

    // The term that covers the day; without a day the last one. ended: all terms were over on that day.
    private static HolderTerm? TermOn(NameEntry entry, DateOnly? day, out bool ended)
    {
        HolderTerm? best = null;
        ended = day is not null && entry.Terms.Count > 0;
        foreach (HolderTerm term in entry.Terms)
        {
            if (day is null)
            {
                best = best is null || term.Start > best.Start ? term : best;
                continue;
            }

            int number = day.Value.DayNumber;
            ended &= term.End < number;
            if (term.Start <= number && number <= term.End && (best is null || term.Start >= best.Start))
            {
                best = term;
            }
        }

        return best;
    }

    private static string? CountryOf(NameEntry entry, HolderTerm? term, DateOnly? day)
    {
        if (term is not null && day is not null)
        {
            return term.Country;
        }

        string? country = null;
        foreach (HolderTerm other in entry.Terms)
        {
            if (country is not null && country != other.Country)
            {
                return null;
            }

            country = other.Country;
        }

        return country;
    }

    /// <summary>Writes the mentions, and turns the indices of the phrases from candidates to mentions.</summary>
    private static void Emit(DocumentContext document)
    {
        EntityWorkspace work = document.EntityWorkspace;
        int chains = work.Persons.Count;
        int kept = 0;
        Span<MentionCandidate> candidates = work.Candidates.Span;
        for (int i = 0; i < candidates.Length; i++)
        {
            ref MentionCandidate candidate = ref candidates[i];
            EntityIdentity? identity = candidate.Person >= 0 ? work.Persons[candidate.Person].Identity : candidate.Identity;
            if (candidate.Type == EntityType.None)
            {
                candidate.Person = -1;
                continue;
            }

            int chain = candidate.Person;
            if (chain < 0 && identity is not null)
            {
                ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(work.Chains, identity, out bool exists);
                slot = exists ? slot : chains++;
                chain = slot;
            }

            document.Entities.Add(new EntityMention { Tokens = candidate.Tokens, Type = candidate.Type, Identity = identity, Chain = chain, Confidence = candidate.Confidence });

            // From here on the candidate's slot holds the number of its mention.
            candidate.Person = kept++;
        }

        foreach (ref ActorPhrase phrase in document.ActorPhrases.Span)
        {
            phrase.Holder = phrase.Holder >= 0 ? candidates[phrase.Holder].Person : -1;
            phrase.Affiliation = phrase.Affiliation >= 0 ? candidates[phrase.Affiliation].Person : -1;
        }
    }
}
