using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

internal sealed partial class SpeakerResolver
{
    private const int FarthestEntity = 120;

    /// <summary>A named entity as speaker: persons by name, states by their government, seats by the body they stand for.</summary>
    private static void AddEntity(DocumentContext document, int entityIndex, SpeakerResolution resolution)
    {
        ref EntityMention mention = ref document.Entities[entityIndex];
        EntityIdentity? identity = mention.Identity;
        var part = new SpeakerPart { Mention = mention.Tokens, Resolution = resolution, Person = EntityIndex.PersonOf(document, mention), Confidence = mention.Confidence };
        if (identity is null)
        {
            part.Name = document.NameOf(mention.Tokens);
            part.Kind = mention.Type == EntityType.Person ? SpeakerKind.Person : SpeakerKind.Unknown;
            Add(document, part);
            return;
        }

        part.Name = identity.SpeaksFor ?? identity.Name;
        part.Country = identity.Country;
        part.Office = identity.Office;
        part.Gender = identity.Gender;
        switch (identity.Role)
        {
            case EntityRole.State or EntityRole.Capital:
                part.Kind = SpeakerKind.State;
                part.Resolution = identity.Role == EntityRole.Capital ? SpeakerResolution.Metonym : resolution;
                break;
            case EntityRole.Metonym:
                part.Kind = SpeakerKind.Organization;
                part.Resolution = SpeakerResolution.Metonym;
                break;
            case EntityRole.Media or EntityRole.Party:
                part.Kind = SpeakerKind.Organization;
                part.Country = null;
                break;
            case EntityRole.Demonym:
                // "the Germans refused" is their government; "Germans say" is anybody.
                bool the = mention.Tokens.First > 0 && document.TokenText(mention.Tokens.First - 1).Equals("the", StringComparison.OrdinalIgnoreCase);
                part.Kind = the ? SpeakerKind.State : SpeakerKind.Group;
                part.Name = the ? identity.SpeaksFor : null;
                part.Country = the ? identity.Country : null;
                break;
            case EntityRole.Place:
                part.Kind = SpeakerKind.Organization;
                part.Country = null;
                break;
            default:
                part.Country ??= identity.Role == EntityRole.StateBody ? document.SpeakerWorkspace.Home : null;
                part.Kind = mention.Type == EntityType.Person ? SpeakerKind.Person : mention.Type == EntityType.Group ? SpeakerKind.Group : SpeakerKind.Organization;
                break;
        }

        if (part.Person >= 0)
        {
            ref PersonRecord person = ref document.EntityWorkspace.Persons[part.Person];
            part.Class = person.Class;
            part.Country ??= StateOfOffice(document, person);
        }

        Add(document, part);
    }

    /// <summary>"the report", "the EU statement": words of whoever issued it; without an issuer those of the last speaker nearby.</summary>
    private void AddDocument(DocumentContext document, TokenRange mention, string? country, int issuer)
    {
        if (issuer >= 0)
        {
            AddEntity(document, issuer, SpeakerResolution.Named);
            ref SpeakerPart signed = ref document.SpeakerWorkspace.Parts[^1];
            signed.Kind = SpeakerKind.Document;
            signed.Mention = mention;
            return;
        }

        var part = new SpeakerPart { Kind = SpeakerKind.Document, Person = -1, Mention = mention, Confidence = 0.5f };
        if (country is not null)
        {
            part.Country = country;
            part.Name = _lexicon.State(country)?.Government ?? _lexicon.Organization(country)?.Name;
            part.Resolution = SpeakerResolution.Named;
        }
        else if (document.Tokens[mention.First].Lower == _the && (LastSpeaker(document, mention.First, 3, SpeakerFilter.Document, out SpeakerPart last) || LastSpeaker(document, mention.First, 1, SpeakerFilter.Any, out last)))
        {
            part.Name = last.Name;
            part.Country = last.Country;
            part.Resolution = SpeakerResolution.Carried;
        }

        Add(document, part);
    }

    /// <summary>"the agency", "the UN agency", "the bloc": the last body named, of that organisation where one is told.</summary>
    private void AddBodyByNoun(DocumentContext document, TokenRange mention, string? country, bool definite)
    {
        var part = new SpeakerPart { Kind = SpeakerKind.Organization, Person = -1, Country = country, Mention = mention, Confidence = 0.5f };
        if (!definite)
        {
            Add(document, part);
            return;
        }

        if (country is null && mention.Count == 2 && NamedBodyBefore(document, mention.First + 1) is >= 0 and var named)
        {
            // "the union" after "the Harbour Workers Union".
            AddEntity(document, named, SpeakerResolution.Title);
            document.SpeakerWorkspace.Parts[^1].Mention = mention;
            return;
        }

        if (LastSpeaker(document, mention.First, 4, SpeakerFilter.Body, out SpeakerPart last) && IsOf(country, last.Country) && !(country is { Length: not 3 } && last.Country == country))
        {
            part.Name = last.Name;
            part.Country = last.Country;
            part.Resolution = SpeakerResolution.Title;
            Add(document, part);
            return;
        }

        int sentence = document.Tokens[mention.First].Sentence;
        for (int i = EntityIndex.FirstAt(document, mention.First) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            ref EntityMention entity = ref document.Entities[i];
            bool agency = country is not null && entity.Identity?.Country != country;
            if (sentence - document.Tokens[entity.Tokens.First].Sentence > (agency ? 12 : 2))
            {
                break;
            }

            // A body that did something lately, not one that was merely named.
            if (entity.Type == EntityType.Organization && entity.Identity is { Role: not EntityRole.Media } identity && IsOf(country, identity.Country) && (agency || AntecedentFinder.IsSubject(document, entity.Tokens)))
            {
                part.Name = identity.SpeaksFor ?? identity.Name;
                part.Country = identity.Country;
                part.Resolution = SpeakerResolution.Title;
                break;
            }
        }

        Add(document, part);
    }

    // "the UN agency" is any body of the UN's family; of a state only its own.
    private bool IsOf(string? told, string? code) => told is null || told == code || (code is not null && _lexicon.FamilyOf(code) == told);

    /// <summary>"the country", "the kingdom": the last state that spoke or was named.</summary>
    private void AddStateByNoun(DocumentContext document, TokenRange mention, string? country)
    {
        var part = new SpeakerPart { Kind = SpeakerKind.State, Person = -1, Country = country, Mention = mention, Resolution = SpeakerResolution.Title, Confidence = 0.5f };
        for (int i = EntityIndex.FirstAt(document, mention.First) - 1, steps = 0; part.Country is null && i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            if (document.Entities[i].Identity is { Role: EntityRole.State } identity)
            {
                part.Country = identity.Country;
            }
        }

        part.Name = _lexicon.State(part.Country)?.Government;
        Add(document, part);
    }

    /// <summary>
    /// An office or body without a name. Bodies: by their own name, or the one of the text. Offices: a person of the text who
    /// holds it, else the holder on the day of the article, else nobody; a bare spokesman keeps his words.
    /// </summary>
    private void AddPhrase(DocumentContext document, int index, int phraseIndex, int start = -1)
    {
        ref ActorPhrase phrase = ref document.ActorPhrases[phraseIndex];
        string? country = phrase.Country;
        TokenRange mention = start < 0 ? phrase.Tokens : new TokenRange(Math.Min(start, phrase.Tokens.First), phrase.Tokens.End);
        if (phrase.Kind is ActorKind.Ministry or ActorKind.Body)
        {
            AddBody(document, index, phrase);
            return;
        }

        if (phrase.Kind == ActorKind.Offices)
        {
            AddOffices(document, index, phrase);
            return;
        }

        if (phrase.Holder >= 0)
        {
            AddEntity(document, phrase.Holder, SpeakerResolution.Title);
            return;
        }

        OfficeClass officeClass = phrase.Class == OfficeClass.Counterpart ? CounterpartClass(document, phrase) : phrase.Class;
        var part = new SpeakerPart
        {
            Kind = SpeakerKind.Person,
            Resolution = SpeakerResolution.Title,
            Office = phrase.Name,
            Class = officeClass,
            Gender = phrase.Gender,
            Country = phrase.Former || officeClass is OfficeClass.Private or OfficeClass.Subnational or OfficeClass.Source ? null : country,
            Person = -1,
            Mention = mention,
            Confidence = 0.5f,
        };

        if (country is null && phrase.Definite && !phrase.Former && VoiceOf(document, index) is { } voice && _lexicon.HasHolders(voice, officeClass))
        {
            // "the President" in the mouth of a spokesman of the United States is his own.
            part.Country = country = phrase.Country = voice;
        }

        bool taken = phrase.Definite && document.Tokens[mention.First].Lower == _the && officeClass is OfficeClass.Leader or OfficeClass.Party or OfficeClass.Legislator or OfficeClass.Opposition or OfficeClass.Executive or OfficeClass.Igo;
        if (taken && officeClass == OfficeClass.Leader && country is null && TakeUpSpeaker(document, ref part, null, 2, officeClass))
        {
            // "The party leader said" behind one who spoke: not whichever head of state was named meanwhile.
            Add(document, part);
            return;
        }

        if (phrase.Definite && HolderAtHome(document, phrase, officeClass, mention.First) is >= 0 and var person)
        {
            EntityIdentity identity = document.EntityWorkspace.Persons[person].Identity!;
            part.Name = identity.Name;
            part.Country = identity.Country ?? part.Country ?? StateOfOffice(document, document.EntityWorkspace.Persons[person]);
            part.Gender = identity.Gender != '\0' ? identity.Gender : part.Gender;
            part.Person = person;
            part.Confidence = 0.8f;
            Add(document, part);
            return;
        }

        if (!phrase.Former && country is not null && phrase.Definite && _lexicon.HolderOf(country, officeClass, document.Article.PublishedAt) is { } holder)
        {
            part.Name = holder.Identity.Name;
            part.Gender = holder.Identity.Gender;
            part.Confidence = 0.7f;
            Add(document, part);
            return;
        }

        if (country is null && !phrase.Former && (officeClass.ActsForState() || officeClass is OfficeClass.Spokes or OfficeClass.Official or OfficeClass.Adviser or OfficeClass.Envoy or OfficeClass.Leader or OfficeClass.Diplomat or OfficeClass.Ambassador))
        {
            part.Country = SideOf(document, index, phrase);
        }

        if (officeClass == OfficeClass.Source && country is null && phrase.Core.First > 0 && _stateSources.Contains(document.Tokens[phrase.Core.First - 1]))
        {
            // "a security source": of the state of the article.
            part.Country = document.SpeakerWorkspace.Home;
        }

        if (phrase.Definite && phrase.Former && FormerBefore(document, mention.First) is >= 0 and var old)
        {
            // "Former deputy mayor Ana Duarte said ... The former judge added": one with another past.
            AddEntity(document, old, SpeakerResolution.Title);
            document.SpeakerWorkspace.Parts[^1].Mention = mention;
            return;
        }

        if (phrase.Definite && officeClass == OfficeClass.Private && phrase.Country is null && LastSpeaker(document, mention.First, 6, phrase.Gender == 'f' ? SpeakerFilter.Woman : phrase.Gender == 'm' ? SpeakerFilter.Man : SpeakerFilter.Person, out SpeakerPart writer) && writer.Class is OfficeClass.None or OfficeClass.Private)
        {
            // "Ida Fern said ... The author added ...": a calling takes up the person who spoke.
            part.Name = writer.Name;
            part.Person = writer.Person;
            part.Gender = writer.Gender;
            Add(document, part);
            return;
        }

        if (taken && TakeUpSpeaker(document, ref part, country, 3, officeClass))
        {
            Add(document, part);
            return;
        }

        // The speaker before, where the title can mean him: "A spokesman said ... The spokesman added ...".
        if (phrase.Definite && phrase.Country is null && LastSpeaker(document, mention.First, 6, SpeakerFilter.Unnamed, officeClass, out SpeakerPart same))
        {
            part.Name = same.Name;
            part.Country = same.Country;
        }
        else if (officeClass is OfficeClass.Spokes or OfficeClass.Envoy)
        {
            part.Name = document.NameOf(new TokenRange(mention.First, phrase.Tokens.End));
        }

        Add(document, part);
    }

    // The state in whose name the words around an attribution are said: the metadata's speaker's, or the turn's.
    private static string? VoiceOf(DocumentContext document, int index)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (work.Own.Count == 1)
        {
            return work.Own[0].Country;
        }

        ref readonly Attribution attribution = ref document.Attributions[index];
        Span<Turn> turns = document.Regions.Turns.Span;
        if (work.Turn == 0 || work.Turn > turns.Length || attribution.Content.IsEmpty)
        {
            return null;
        }

        int sentence = document.Tokens[document.Ranges[attribution.Content.First].First].Sentence;
        return sentence >= document.Tokens[turns[work.Turn - 1].Label.First].Sentence && sentence < turns[work.Turn - 1].EndSentence ? work.TurnSpeaker.Country : null;
    }

    // A title without a state means first who holds it at home: "the prime minister" of the paper's own state, not the guest.
    private static int HolderAtHome(DocumentContext document, in ActorPhrase phrase, OfficeClass officeClass, int at)
    {
        if (phrase.Country is null && document.SpeakerWorkspace.Home is { } home && officeClass is OfficeClass.Head or OfficeClass.Government)
        {
            ActorPhrase here = phrase;
            here.Country = home;
            if (FindHolder(document, here, officeClass, at) is >= 0 and var person)
            {
                return person;
            }
        }

        return FindHolder(document, phrase, officeClass, at);
    }

    // The last person before a token, within three sentences, whom the text calls a former holder of something, as a mention; or -1.
    private static int FormerBefore(DocumentContext document, int at)
    {
        int sentence = document.Tokens[at].Sentence;
        for (int i = EntityIndex.FirstAt(document, at) - 1, steps = 0; i >= 0 && steps < FarthestEntity && sentence - document.Tokens[document.Entities[i].Tokens.First].Sentence <= 3; i--, steps++)
        {
            if (EntityIndex.PersonOf(document, document.Entities[i]) is >= 0 and var person && document.EntityWorkspace.Persons[person].Former)
            {
                return i;
            }
        }

        return -1;
    }

    private void AddBody(DocumentContext document, int index, in ActorPhrase phrase)
    {
        string? country = phrase.Country;
        var part = new SpeakerPart
        {
            Kind = phrase.Body is "government" ? SpeakerKind.State : phrase.Body is "people" or "opposition" or "press" ? SpeakerKind.Group : SpeakerKind.Organization,
            Resolution = SpeakerResolution.Named,
            Name = phrase.Name,
            Country = country,
            Person = -1,
            Mention = phrase.Tokens,
            Confidence = country is null ? 0.5f : 0.9f,
        };
        if (country is null && phrase.Affiliation >= 0 && document.Entities[phrase.Affiliation].Identity?.Role == EntityRole.Place)
        {
            // "the Yukon government": a province's body speaks for no state.
            Add(document, part);
            return;
        }

        if (country is null)
        {
            if (phrase.Core.Count == 1 && phrase.Definite && NamedBodyBefore(document, phrase.Core.First) is >= 0 and var named)
            {
                // "the department" after "the Department of Justice", "the court" after "Rundu Magistrate's Court".
                AddEntity(document, named, SpeakerResolution.Title);
                ref SpeakerPart body = ref document.SpeakerWorkspace.Parts[^1];
                body.Mention = phrase.Tokens;
                body.Country ??= SideOf(document, index, phrase);
                return;
            }

            part.Country = country = BodyBefore(document, phrase) ?? SideOf(document, index, phrase);
            if (_lexicon.State(country) is { } state && phrase.Name.Length > 0 && char.IsUpper(phrase.Name[0]))
            {
                part.Name = phrase.Name == "Government" ? state.Government : phrase.Name + " of " + state.NameInPhrase;
                part.Resolution = SpeakerResolution.Title;
            }
            else if (_lexicon.SourceNounOf(document.Tokens[phrase.Core.End - 1].Lower) == SourceNoun.Body && LastSpeaker(document, phrase.Tokens.First, 4, SpeakerFilter.Body, out SpeakerPart last))
            {
                // "the ministry", "the bank" after one that spoke.
                part.Name = last.Name;
                part.Country = last.Country;
                part.Resolution = SpeakerResolution.Title;
            }
        }

        if (phrase.Body is "people" or "opposition" or "press" or "party")
        {
            part.Country = phrase.Body is "opposition" or "party" ? part.Country : null;
        }

        Add(document, part);
    }

    /// <summary>"EU foreign ministers" speak for the EU, "Spanish officials" for Spain; "analysts" for nobody.</summary>
    private void AddOffices(DocumentContext document, int index, in ActorPhrase phrase)
    {
        string? country = phrase.Former || phrase.Class is OfficeClass.Private or OfficeClass.Subnational or OfficeClass.Source ? null : phrase.Country;
        if (country is null && !phrase.Former && phrase.Affiliation >= 0 && document.Entities[phrase.Affiliation] is { Type: EntityType.Organization, Identity: { Role: EntityRole.None or EntityRole.Party } body })
        {
            // "Harbour League officials", "party X leaders": the body that no state owns.
            Add(document, new SpeakerPart { Kind = SpeakerKind.Group, Resolution = SpeakerResolution.Title, Name = body.Name, Class = phrase.Class, Person = -1, Mention = phrase.Tokens, Confidence = 0.6f });
            return;
        }

        bool forState = phrase.Class is not (OfficeClass.Private or OfficeClass.Subnational or OfficeClass.Source or OfficeClass.Legislator or OfficeClass.Opposition or OfficeClass.Party or OfficeClass.Rebel or OfficeClass.Religious or OfficeClass.Court);
        Add(document, new SpeakerPart
        {
            Kind = SpeakerKind.Group,
            Resolution = SpeakerResolution.Title,
            Name = country is not null && forState ? phrase.Body is { } own && _lexicon.Organization(country) is null ? own : _lexicon.State(country)?.Government ?? _lexicon.Organization(country)?.Name : null,
            Country = country ?? (forState && phrase.Class is not OfficeClass.Executive ? SideOf(document, index, phrase) : null),
            Class = phrase.Class,
            Person = -1,
            Mention = phrase.Tokens,
            Confidence = 0.6f,
        });
    }

    // The last body of the text whose name has the common noun as its kind, or -1.
    private static int NamedBodyBefore(DocumentContext document, int noun)
    {
        int word = document.Tokens[noun].Lower;
        if (word == 0 || document.Tokens[noun].Is(TokenTraits.InitialCapital))
        {
            return -1;
        }

        for (int i = EntityIndex.FirstAt(document, noun) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            ref EntityMention entity = ref document.Entities[i];
            if (entity.Type is EntityType.Organization or EntityType.Location && entity.Tokens.Count > 1 && (document.Tokens[entity.Tokens.First].Lower == word || document.Tokens[entity.Tokens.End - 1].Lower == word))
            {
                return i;
            }
        }

        return -1;
    }

    // "the foreign ministry" after "China's foreign ministry": the state of the last body of that name.
    private static string? BodyBefore(DocumentContext document, in ActorPhrase phrase)
    {
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        for (int i = EntityIndex.FirstPhraseAt(document, phrase.Core.First) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            if (phrases[i].Country is { } country && phrases[i].Kind == phrase.Kind && phrases[i].Name.StartsWith(phrase.Name, StringComparison.Ordinal))
            {
                return country;
            }
        }

        return null;
    }

    /// <summary>
    /// The side that an office or body without a state speaks for: the seat that opens what it says ("Ankara was not demanding
    /// ..., the spokesman said"), a colleague of the sentence, the state of the article.
    /// </summary>
    private static string? SideOf(DocumentContext document, int index, in ActorPhrase phrase)
    {
        ref readonly Attribution attribution = ref document.Attributions[index];
        for (int r = attribution.Content.First; r < attribution.Content.End; r++)
        {
            TokenRange content = document.Ranges[r];
            int entity = EntityIndex.FirstAt(document, content.First);
            if (entity < document.Entities.Count && document.Entities[entity] is { Identity.Role: EntityRole.Capital or EntityRole.Metonym } seat && seat.Tokens.First <= content.First + 3 && seat.Tokens.First < content.End && AntecedentFinder.IsSubject(document, seat.Tokens))
            {
                return seat.Identity!.Country;
            }
        }

        return document.SpeakerWorkspace.Home;
    }
}
