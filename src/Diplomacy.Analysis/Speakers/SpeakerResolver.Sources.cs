using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

internal sealed partial class SpeakerResolver
{
    /// <summary>
    /// Reads a source from left to right: one speaker after the other, joined by "and" or commas; what hangs on a speaker
    /// (apposition, "of ...", parentheses) is passed over.
    /// </summary>
    private void ResolveRange(DocumentContext document, int index, TokenRange range)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int before = work.Parts.Count;
        int at = SkipLead(document, tokens, range.First, range.End);
        at = SkipPart(document, tokens, at, range.End);
        at = StartInPhrase(document, at, range.End);
        if (work.Parts.Count == before && HeadOfApposition(document, at) is >= 0 and var bearer)
        {
            AddEntity(document, bearer, SpeakerResolution.Named);
            return;
        }

        at = work.Parts.Count > before ? NextItem(document, tokens, at, range.End) : at;
        while (at < range.End)
        {
            at = SkipHonorifics(tokens, at, range.End);
            int parts = work.Parts.Count;
            int next = ResolveItem(document, index, at, range.End);
            if (next <= at)
            {
                break;
            }

            if (parts > before && work.Parts.Count > parts && IsRepeated(work, before, parts))
            {
                work.Parts.Resize(parts);
            }

            at = NextItem(document, tokens, next, range.End);
        }

        JoinTitles(document, tokens, before);
        if (work.Parts.Count == before)
        {
            ResolveUnknown(document, range);
        }
    }

    // "Councillor and committee chair Stuart Okoro", "the director and founder, Ida Fern": titles before one name are one person.
    private void JoinTitles(DocumentContext document, ReadOnlySpan<Token> tokens, int before)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int last = work.Parts.Count - 1;
        if (last <= before || work.Parts[last].Person < 0 || work.Parts[last].Mention.First < 1)
        {
            return;
        }

        TokenRange name = work.Parts[last].Mention;
        bool comma = document.Text[tokens[name.First - 1].Start] == ',';
        for (int i = before; i < last; i++)
        {
            ref SpeakerPart part = ref work.Parts[i];
            bool title = part.Kind == SpeakerKind.Person && part.Person < 0 && part.Resolution == SpeakerResolution.Title;
            bool open = comma || !_determiners.Contains(tokens[part.Mention.First]);
            if (!((title && open) || (comma && part.Name is null && part.Kind is SpeakerKind.Unknown or SpeakerKind.Person)))
            {
                return;
            }
        }

        SpeakerPart named = work.Parts[last];
        work.Parts.Resize(before);
        work.Parts.Add(named);
    }

    // "For his part, the secretary said": the words before the comma are no speaker.
    private int SkipPart(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end) =>
        at + 3 < end && document.Tags[at] == PennTag.PRPS && tokens[at + 1].Lower == _part && document.Text[tokens[at + 2].Start] == ',' ? at + 3 : at;

    // A source that begins in the middle of an office ("Foreign Minister" of "Wang Yi, State Councilor and Foreign Minister") is
    // its holder's.
    private static int StartInPhrase(DocumentContext document, int at, int end)
    {
        int phrase = EntityIndex.FirstPhraseAt(document, at) - 1;
        if (phrase >= 0 && document.ActorPhrases[phrase] is { Holder: >= 0 } whole && whole.Core.First < at && at < whole.Core.End && document.Entities[whole.Holder].Tokens.End <= whole.Tokens.First)
        {
            AddEntity(document, whole.Holder, SpeakerResolution.Named);
            return Math.Min(end, whole.Tokens.End);
        }

        return at;
    }

    // "Ana Duarte, leader of the Harbour League, which led the march, said": where the source found is the league, its leader speaks. The
    // person, or -1.
    private int HeadOfApposition(DocumentContext document, int at)
    {
        int of = at - 1;
        of -= of > 0 && document.Tokens[of].Lower == _the ? 1 : 0;
        if (of < 2 || !_links.Contains(document.Tokens[of]))
        {
            return -1;
        }

        int phrase = EntityIndex.FirstPhraseAt(document, of) - 1;
        return phrase >= 0 && document.ActorPhrases[phrase] is { Kind: ActorKind.Office, Holder: >= 0 } office && office.Core.End == of && document.Entities[office.Holder].Tokens.End < office.Core.First ? office.Holder : -1;
    }

    private static bool IsRepeated(SpeakerWorkspace work, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (work.Parts[i].Name is { } name && name == work.Parts[last].Name)
            {
                return true;
            }
        }

        return false;
    }

    // "both", quotation marks, brackets, adverbs at the head of a source.
    private int SkipLead(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end)
    {
        // "Tuesday, Kenyan minister Okoro said".
        if (at + 2 < end && _days.Contains(tokens[at]) && document.Text[tokens[at + 1].Start] == ',')
        {
            at += 2;
        }

        while (at < end && (tokens[at].Kind is TokenKind.Punctuation or TokenKind.Quote || document.Tags[at] is PennTag.RB or PennTag.PDT or PennTag.CC))
        {
            at++;
        }

        return at;
    }

    // "Mr", "Dr", "HH" before a name.
    private int SkipHonorifics(ReadOnlySpan<Token> tokens, int at, int end)
    {
        while (at + 1 < end && (_lexicon.StartsOf(tokens[at].Lower) & PhraseStarts.Office) != 0 && _lexicon.MatchOffice(tokens, at, end, out int length, out _) is { Class: OfficeClass.Honorific } && at + length < end)
        {
            at += length;
        }

        return at;
    }

    /// <summary>From the end of one speaker to the start of the next, or the end.</summary>
    private int NextItem(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end)
    {
        while (at < end)
        {
            if (_joiners.Contains(tokens[at]))
            {
                return at + 1;
            }

            char c = document.Text[tokens[at].Start];
            if (c == ',' && tokens[at].Length == 1)
            {
                int after = at + 1;
                if (after < end && _joiners.Contains(tokens[after]))
                {
                    return after + 1;
                }

                int phrase = PhraseFrom(document, after, end);
                if (document.Keeps(GuardRules.Apposition) && phrase >= 0 && document.ActorPhrases[phrase].Holder >= 0 && document.Entities[document.ActorPhrases[phrase].Holder].Tokens.End <= at)
                {
                    // The apposition of the name before: "Wang Yi, State Councilor and Foreign Minister, and ...".
                    int from = after;
                    at = SkipApposition(document, tokens, Math.Max(after + 1, document.ActorPhrases[phrase].Tokens.End), end);
                    TakeState(document, from, at);
                    continue;
                }

                // A list goes on only with a name: "Rome, Paris and Berlin".
                int entity = EntityIndex.FirstAt(document, after);
                if (entity < document.Entities.Count && document.Entities[entity].Tokens.First <= after + 1 && document.Entities[entity].Tokens.End <= end && ListGoesOn(document, tokens, document.Entities[entity].Tokens.End, end))
                {
                    return after;
                }

                at = after;
                continue;
            }

            if (c is '(' or '[')
            {
                while (at < end && document.Text[tokens[at].Start] is not (')' or ']'))
                {
                    at++;
                }

                at++;
                continue;
            }

            if (document.Tags[at] is PennTag.WP or PennTag.WDT or PennTag.VBG or PennTag.VBN && document.Keeps(GuardRules.SpeakerClause))
            {
                // A clause on the speaker ("who took office in May and ...") names no other.
                return end;
            }

            at++;
        }

        return end;
    }

    // To the comma that ends an apposition; an "and" inside joins offices of one person ("businessman and philanthropist") unless
    // a name follows it.
    private int SkipApposition(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end)
    {
        for (; at < end; at++)
        {
            if (document.Text[tokens[at].Start] == ',' && tokens[at].Length == 1)
            {
                return at;
            }

            if (!_joiners.Contains(tokens[at]))
            {
                continue;
            }

            int phrase = PhraseFrom(document, at + 1, end);
            int entity = EntityIndex.FirstAt(document, at + 1);
            if ((phrase >= 0 && document.ActorPhrases[phrase].Holder >= 0 && document.Entities[document.ActorPhrases[phrase].Holder].Tokens.First > at)
                || (entity < document.Entities.Count && document.Entities[entity].Tokens.First == at + 1 && document.Entities[entity].Type == EntityType.Person))
            {
                return at;
            }
        }

        return end;
    }

    // "Lars Berg, defence minister and deputy premier of Norway": the state may stand at a later office.
    private static void TakeState(DocumentContext document, int from, int to)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (work.Parts.Count == 0 || work.Parts[work.Parts.Count - 1] is not { Country: null or "-", Kind: SpeakerKind.Person })
        {
            return;
        }

        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        for (int i = EntityIndex.FirstPhraseAt(document, from); i < phrases.Length && phrases[i].Core.First < to; i++)
        {
            if (phrases[i].Country is { Length: > 1 } country)
            {
                work.Parts[work.Parts.Count - 1].Country = country;
                return;
            }
        }
    }

    private bool ListGoesOn(DocumentContext document, ReadOnlySpan<Token> tokens, int at, int end) =>
        at < end && (_joiners.Contains(tokens[at]) || document.Text[tokens[at].Start] == ',');

    private static bool IsKnownName(DocumentContext document, int token)
    {
        int entity = EntityIndex.FirstAt(document, token);
        return entity < document.Entities.Count && document.Entities[entity].Tokens.Contains(token) && document.Entities[entity].Identity?.Country is not null;
    }

    private static bool IsPossessor(DocumentContext document, int at, int end) =>
        at < end && document.Tokens[at].Length <= 3 && document.Text[document.Tokens[at].Start] is '\'' or '’' && !document.Tokens[at].Is(TokenTraits.SpaceBefore);

    // The person who stands right behind an office within the same stretch (no comma, no "and"), or -1.
    private int TitledNameBehind(DocumentContext document, int at, int end)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        for (int i = EntityIndex.FirstPhraseAt(document, at); i < phrases.Length && phrases[i].Core.First < end && phrases[i].Core.First < at + 10; i++)
        {
            if (phrases[i].Holder < 0 || document.Entities[phrases[i].Holder].Tokens.First != phrases[i].Core.End)
            {
                continue;
            }

            for (int j = at; j < phrases[i].Core.First; j++)
            {
                if (tokens[j].Kind == TokenKind.Punctuation || _joiners.Contains(tokens[j]))
                {
                    return -1;
                }
            }

            return phrases[i].Holder;
        }

        return -1;
    }

    // The phrase that starts at a token (its article, modifiers or state), longest first.
    private static int PhraseFrom(DocumentContext document, int at, int end)
    {
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        int best = -1;
        for (int i = EntityIndex.FirstPhraseAt(document, at); i < phrases.Length && phrases[i].Core.First < end && phrases[i].Core.First <= at + 12; i++)
        {
            if (phrases[i].Tokens.First == at && phrases[i].Core.First < end && (best < 0 || phrases[i].Core.End >= phrases[best].Core.End))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Resolves the speaker that starts at a token. Gives the token behind, or the same token where there is none.</summary>
    private int ResolveItem(DocumentContext document, int index, int at, int end)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        if (document.Tags[at] == PennTag.PRPS && at + 1 < end)
        {
            return ResolveOwned(document, index, at, end);
        }

        int pronoun = ResolvePronoun(document, index, at);
        if (pronoun > at)
        {
            return pronoun;
        }

        int several = ResolvePair(document, at, end);
        several = several > at ? several : ResolveLatter(document, at, end);
        if (several > at)
        {
            return several;
        }

        int phraseIndex = PhraseFrom(document, at, end);
        int entityIndex = EntityIndex.FirstAt(document, at);
        bool hasEntity = entityIndex < document.Entities.Count && document.Entities[entityIndex].Tokens.First < end;
        int entityStart = at;
        if (hasEntity)
        {
            // Up to an article and adjectives before the name.
            while (entityStart < document.Entities[entityIndex].Tokens.First && (_determiners.Contains(tokens[entityStart]) || document.Tags[entityStart] is PennTag.JJ or PennTag.DT or PennTag.RB))
            {
                entityStart++;
            }

            hasEntity = entityStart >= document.Entities[entityIndex].Tokens.First;
        }

        if (phraseIndex >= 0)
        {
            ref ActorPhrase phrase = ref document.ActorPhrases[phraseIndex];
            if (phrase.Holder >= 0 && document.Entities[phrase.Holder].Tokens.First >= phrase.Core.End && document.Entities[phrase.Holder].Tokens.First < end)
            {
                // "China's foreign minister, Wang Yi": the name that follows the title.
                AddEntity(document, phrase.Holder, SpeakerResolution.Named);
                return Math.Max(document.Entities[phrase.Holder].Tokens.End, phrase.Tokens.End);
            }

            // "Chinese and Russian officials": the phrase holds only the last state.
            AddPhrase(document, index, phraseIndex);
            return Math.Max(at + 1, Math.Min(end, Math.Max(phrase.Core.End, phrase.Tokens.End)));
        }

        if (hasEntity)
        {
            ref EntityMention mention = ref document.Entities[entityIndex];
            int stop = mention.Tokens.End;
            if (stop + 1 < end && tokens[stop].Length <= 3 && document.Text[tokens[stop].Start] is '\'' or '’' && !tokens[stop].Is(TokenTraits.SpaceBefore))
            {
                // "Ankara's envoy", "Russia's rejection": of the noun that follows where it can speak, else of the state itself.
                return ResolvePossessed(document, index, entityIndex, stop + 1, end);
            }

            if (mention.Identity?.Role == EntityRole.Demonym && stop < end && tokens[stop].Kind == TokenKind.Word && !_links.Contains(tokens[stop]) && !_joiners.Contains(tokens[stop]) && document.Tags[stop] is not (PennTag.WP or PennTag.WDT or PennTag.VBD or PennTag.RB))
            {
                return ResolveCommon(document, index, at, end, mention.Identity.Country);
            }

            if (stop < end && tokens[stop].Kind == TokenKind.Word && document.Tags[stop].IsNoun() && mention.Type != EntityType.Person)
            {
                // "UN experts", "Hamas fighters", "Gulf states".
                int parts = document.SpeakerWorkspace.Parts.Count;
                int next = ResolveCommon(document, index, at, end, mention.Identity?.Country);
                TakeIssuer(document, parts, entityIndex);
                return next;
            }

            if (stop < end && mention.Type == EntityType.Person && document.Tags[stop] is PennTag.NN or PennTag.NNS && !tokens[stop].Is(TokenTraits.InitialCapital))
            {
                // "the Okoro family", "Okoro supporters": others than the one named.
                return ResolveCommon(document, index, stop, end, null);
            }

            if (stop < end && _links.Contains(tokens[stop]) && TitledNameBehind(document, stop, end) is >= 0 and var titled)
            {
                // "Council of Elders chair Ana Duarte".
                AddEntity(document, titled, SpeakerResolution.Named);
                return document.Entities[titled].Tokens.End;
            }

            AddEntity(document, entityIndex, SpeakerResolution.Named);
            return stop;
        }

        return ResolveCommon(document, index, at, end, null);
    }

    // "its mission", "his spokesman": the noun, on the side of whoever the pronoun means; "its call" is the pronoun's own.
    private int ResolveOwned(DocumentContext document, int index, int at, int end)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int parts = work.Parts.Count;
        ResolvePronoun(document, index, at);
        SpeakerPart owner = work.Parts.Count > parts ? work.Parts[parts] : default;
        if (_self.Contains(document.Tokens[at]) && owner.Name is not null && IsOwnVoice(document, at + 1, end))
        {
            // "our proposal", "my government" in a speaker's own text.
            return Math.Max(at + 2, end);
        }

        int phrase = PhraseFrom(document, at, end);
        if (phrase >= 0)
        {
            work.Parts.Resize(parts);
            ref ActorPhrase owned = ref document.ActorPhrases[phrase];
            if (owned.Country is null && owner.Country is not null)
            {
                owned.Country = owner.Country;
                owned.Name = owned.Kind is ActorKind.Body or ActorKind.Ministry && owned.Name.Length > 0 && char.IsUpper(owned.Name[0]) && _lexicon.State(owner.Country) is { } state ? owned.Name + " of " + state.NameInPhrase : owned.Name;
            }

            AddPhrase(document, index, phrase);
            return Math.Min(end, Math.Max(at + 1, document.ActorPhrases[phrase].Tokens.End));
        }

        int common = work.Parts.Count;
        int next = ResolveCommon(document, index, at + 1, end, owner.Country);
        if (work.Parts.Count > common && (work.Parts[common].Name is not null || work.Parts[common].Kind is SpeakerKind.Group or SpeakerKind.Person))
        {
            SpeakerPart found = work.Parts[common];
            work.Parts.Resize(parts);
            work.Parts.Add(found);
            return next;
        }

        work.Parts.Resize(parts);
        Add(document, new SpeakerPart { Kind = SpeakerKind.Unknown, Resolution = SpeakerResolution.None, Person = -1, Country = null, Mention = new TokenRange(at, Math.Max(next, at + 1)), Confidence = 0.3f });
        return Math.Max(next, at + 1);
    }

    // "our proposal", "my government", "our policy of restraint": one thing of the speaker's, not people of his.
    private bool IsOwnVoice(DocumentContext document, int at, int end)
    {
        int head = at;
        while (head + 1 < end && document.Tags[head] is PennTag.JJ or PennTag.NN or PennTag.NNP && document.Tags[head + 1].IsNoun())
        {
            head++;
        }

        SourceNoun noun = _lexicon.SourceNounOf(document.Tokens[head].Lower);
        bool thing = document.Tags[head] is PennTag.NN && noun == SourceNoun.None && (_lexicon.StartsOf(document.Tokens[head].Lower) & PhraseStarts.Office) == 0;
        return noun is SourceNoun.Document or SourceNoun.Body or SourceNoun.State || thing;
    }

    private int ResolvePossessed(DocumentContext document, int index, int entityIndex, int at, int end)
    {
        ref EntityMention mention = ref document.Entities[entityIndex];
        if (at < end)
        {
            SpeakerWorkspace work = document.SpeakerWorkspace;
            int parts = work.Parts.Count;
            int next = ResolveCommon(document, index, at, end, mention.Identity?.Country);
            if (work.Parts.Count > parts)
            {
                TakeIssuer(document, parts, entityIndex);
                return next;
            }
        }

        AddEntity(document, entityIndex, SpeakerResolution.Named);
        return Math.Max(at, mention.Tokens.End);
    }

    // "the league's data", "a Harbour Institute report": words of the body or person that issued them, whatever else is known of it.
    private static void TakeIssuer(DocumentContext document, int part, int entityIndex)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (work.Parts.Count != part + 1 || work.Parts[part].Kind != SpeakerKind.Document
            || !(document.Entities[entityIndex].Type == EntityType.Organization || (document.Entities[entityIndex].Type == EntityType.Person && work.Parts[part].Name is null)))
        {
            return;
        }

        TokenRange mention = work.Parts[part].Mention;
        work.Parts.Resize(part);
        AddEntity(document, entityIndex, SpeakerResolution.Named);
        work.Parts[part].Kind = SpeakerKind.Document;
        work.Parts[part].Mention = mention;
    }

    /// <summary>A noun phrase without a name: "the agency", "protesters", "the report", "UN experts".</summary>
    private int ResolveCommon(DocumentContext document, int index, int at, int end, string? country)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        int head = -1;
        int i = at;
        for (; i < end && i < at + 12; i++)
        {
            ref readonly Token token = ref tokens[i];
            if (token.Kind is TokenKind.Punctuation && i > at && !token.Is(TokenTraits.SpaceBefore) && document.Text[token.Start] == '-')
            {
                continue;
            }

            if (i > at && _links.Contains(token) && TitledNameBehind(document, i, end) is >= 0 and var titled)
            {
                // "Council of Elders chair Ana Duarte": the name that ends the phrase, behind its office.
                AddEntity(document, titled, SpeakerResolution.Named);
                return document.Entities[titled].Tokens.End;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || (i > at && (_links.Contains(token) || _joiners.Contains(token) || document.Tags[i] is PennTag.WP or PennTag.WDT)))
            {
                break;
            }

            int named = EntityIndex.FirstAt(document, i);
            if (named < document.Entities.Count && document.Entities[named].Tokens.First == i && document.Entities[named] is { Type: EntityType.Person or EntityType.Organization } name && name.Tokens.End <= end && i > at
                && (name.Tokens.End == end || !document.Tags[name.Tokens.End].IsNoun()) && !IsPossessor(document, name.Tokens.End, end))
            {
                // "the UN's food agency FAO", "pro-government MP Saadoun Hammad": the name at the end is the speaker.
                AddEntity(document, named, SpeakerResolution.Named);
                ref SpeakerPart body = ref document.SpeakerWorkspace.Parts[^1];
                if (name.Type == EntityType.Organization && (name.Identity?.Role == EntityRole.StateBody || _lexicon.HeadOf(tokens[name.Tokens.End - 1].Lower) is NameHead.Official or NameHead.State))
                {
                    // "Korea's National Police Agency".
                    body.Country = name.Identity?.Country ?? country;
                }

                return document.Entities[named].Tokens.End;
            }

            if (document.Tags[i].IsNoun() || _lexicon.SourceNounOf(token.Lower) != SourceNoun.None)
            {
                head = i;
            }
        }

        if (head < 0)
        {
            return Math.Max(at, i);
        }

        var mention = new TokenRange(at, head + 1);
        int office = EntityIndex.FirstPhraseAt(document, at);
        while (office < document.ActorPhrases.Count && document.ActorPhrases[office].Core.First <= head)
        {
            if (document.ActorPhrases[office].Core.End == head + 1)
            {
                // "a company spokesperson", "the party's deputy leader": an office behind words that no table knows.
                AddPhrase(document, index, office, at);
                return Math.Max(i, document.ActorPhrases[office].Tokens.End);
            }

            office++;
        }

        bool definite = tokens[at].Lower == _the || country is not null;
        bool capital = tokens[head].Is(TokenTraits.InitialCapital) && head > document.Sentences[tokens[head].Sentence].FirstToken && country is null;
        SourceNoun noun = _lexicon.SourceNounOf(tokens[head].Lower);
        switch (capital && noun is SourceNoun.State or SourceNoun.Group ? SourceNoun.None : noun)
        {
            case SourceNoun.Document:
                AddDocument(document, mention, country, SignedBy(document, head + 1, end));
                break;
            case SourceNoun.Body when head > at && tokens[head - 1].Is(TokenTraits.InitialCapital) && head - 1 > document.Sentences[tokens[head].Sentence].FirstToken && document.Tags[head - 1].IsProper() && !IsKnownName(document, head - 1):
                // "the Sabah newspaper", "the Acme company": named by its own words.
                int start = head - 1;
                while (start > at && tokens[start - 1].Is(TokenTraits.InitialCapital) && document.Tags[start - 1].IsProper())
                {
                    start--;
                }

                Add(document, new SpeakerPart
                {
                    Name = document.NameOf(new TokenRange(start, head + 1)),
                    Country = _lexicon.HeadOf(tokens[head].Lower) is NameHead.Official or NameHead.State ? country : null,
                    Kind = SpeakerKind.Organization,
                    Resolution = SpeakerResolution.Named,
                    Person = -1,
                    Mention = mention,
                    Confidence = 0.5f,
                });
                break;
            case SourceNoun.Body:
                AddBodyByNoun(document, mention, country, definite);
                break;
            case SourceNoun.State:
                AddStateByNoun(document, mention, country);
                break;
            case SourceNoun.Group:
                Add(document, new SpeakerPart { Country = country, Kind = SpeakerKind.Group, Resolution = SpeakerResolution.None, Person = -1, Mention = mention, Confidence = 0.5f });
                break;
            case SourceNoun.Person or SourceNoun.Epithet:
                var person = new SpeakerPart { Kind = SpeakerKind.Person, Resolution = SpeakerResolution.None, Person = -1, Mention = mention, Confidence = 0.5f };
                if (noun == SourceNoun.Epithet && tokens[at].Lower == _the)
                {
                    TakeUpSpeaker(document, ref person, country, 4);
                }

                Add(document, person);
                break;
            default:
                // A name that no one knows ("Acme said") keeps its words; a common noun names nobody.
                bool proper = document.Tags[head].IsProper() || (tokens[head].Is(TokenTraits.InitialCapital) && head > document.Sentences[tokens[head].Sentence].FirstToken);
                if (!proper && country is null && head == at + 1 && tokens[at].Lower == _the && NamedBodyBefore(document, head) is >= 0 and var body)
                {
                    // "the city" after "the City of Nairobi".
                    AddEntity(document, body, SpeakerResolution.Title);
                    document.SpeakerWorkspace.Parts[^1].Mention = mention;
                    break;
                }

                Add(document, new SpeakerPart
                {
                    Name = proper ? document.NameOf(new TokenRange(tokens[at].Lower == _the && head > at ? at + 1 : at, head + 1)) : null,
                    Country = country,
                    Kind = proper && IsPersonShaped(document, at, head, end) ? SpeakerKind.Person : SpeakerKind.Unknown,
                    Resolution = proper ? SpeakerResolution.Named : SpeakerResolution.None,
                    Person = -1,
                    Mention = mention,
                    Confidence = proper ? 0.5f : 0.3f,
                });
                break;
        }

        return i;
    }

    // Two or three capitalised words without article, with a comma and "a" or an age behind them: "Wallis Chuo, a student".
    private bool IsPersonShaped(DocumentContext document, int at, int head, int end)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        if (head - at is < 1 or > 3)
        {
            return false;
        }

        for (int i = at; i <= head; i++)
        {
            if (!tokens[i].Is(TokenTraits.InitialCapital) || tokens[i].Is(TokenTraits.AllCapitals) || _lexicon.HeadOf(tokens[i].Lower) != NameHead.None)
            {
                return false;
            }
        }

        return head + 2 < end && document.Text[tokens[head + 1].Start] == ',' && (document.Tags[head + 2] is PennTag.DT or PennTag.CD or PennTag.WP || _lexicon.StartsOf(tokens[head + 2].Lower).HasFlag(PhraseStarts.Office));
    }

    // "the order, signed by Crown Prince X": the entity behind "by", or -1.
    private int SignedBy(DocumentContext document, int at, int end)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int i = at; i + 1 < end && i < at + 6; i++)
        {
            if (tokens[i].Lower != _by)
            {
                continue;
            }

            int entity = EntityIndex.FirstAt(document, i);
            while (entity < document.Entities.Count && document.Entities[entity].Tokens.First <= i + 10 && document.Entities[entity].Tokens.First < end)
            {
                if (document.Entities[entity].Type is EntityType.Person or EntityType.Organization)
                {
                    return entity;
                }

                entity++;
            }
        }

        return -1;
    }

    private static void ResolveUnknown(DocumentContext document, TokenRange range) =>
        Add(document, new SpeakerPart { Kind = SpeakerKind.Unknown, Resolution = SpeakerResolution.None, Person = -1, Mention = range, Confidence = 0.2f });

    private static void Add(DocumentContext document, in SpeakerPart part) => document.SpeakerWorkspace.Parts.Add(part);
}
