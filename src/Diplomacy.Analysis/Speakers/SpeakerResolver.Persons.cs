using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

internal sealed partial class SpeakerResolver
{
    private const int FarthestSentence = 8;
    private const double NewSubject = 1.0;

    /// <summary>Resolves a pronoun at a token; gives the token behind, or the same token where there is no pronoun.</summary>
    private int ResolvePronoun(DocumentContext document, int index, int at)
    {
        ref readonly Token token = ref document.Tokens[at];
        var mention = new TokenRange(at, at + 1);
        if (_male.Contains(token) || _female.Contains(token))
        {
            AddPerson(document, index, mention, _male.Contains(token) ? 'm' : 'f');
            return at + 1;
        }

        if (_neuter.Contains(token))
        {
            AddThing(document, index, mention);
            return at + 1;
        }

        if (_plural.Contains(token) && document.Tags[at] is PennTag.PRP or PennTag.PRPS or PennTag.None)
        {
            AddSeveral(document, mention);
            return at + 1;
        }

        if (_self.Contains(token) && document.Tags[at] is PennTag.PRP or PennTag.PRPS or PennTag.None)
        {
            int parent = document.Attributions[index].Parent;
            if (parent >= 0 && parent < index && !document.SpeakerWorkspace.PartsOf[parent].IsEmpty)
            {
                TokenRange parts = document.SpeakerWorkspace.PartsOf[parent];
                for (int i = parts.First; i < parts.End; i++)
                {
                    SpeakerPart part = document.SpeakerWorkspace.Parts[i];
                    part.Resolution = SpeakerResolution.Pronoun;
                    Add(document, part);
                }
            }
            else if (!ResolveTurn(document, index))
            {
                AddOwn(document.SpeakerWorkspace);
            }

            return at + 1;
        }

        if (_relative.Contains(token) && document.Tags[at] is PennTag.WP or PennTag.WDT && at > 0)
        {
            ResolveAntecedent(document, index, at, mention);
            return at + 1;
        }

        return at;
    }

    // "Lena Okoro, who said": the name or phrase that ends before the relative.
    private void ResolveAntecedent(DocumentContext document, int index, int at, TokenRange mention)
    {
        int end = at;
        while (end > 0 && end > at - 2 && document.Tokens[end - 1].Kind == TokenKind.Punctuation)
        {
            end--;
        }

        SpeakerWorkspace work = document.SpeakerWorkspace;
        int parts = work.Parts.Count;
        int entity = EntityIndex.FirstAt(document, end - 1);
        if (entity < document.Entities.Count && document.Entities[entity].Tokens.Contains(end - 1) && document.Entities[entity].Identity?.Role is not EntityRole.Place)
        {
            int named = entity;
            Span<ActorPhrase> phrases = document.ActorPhrases.Span;
            int phrase = EntityIndex.FirstPhraseAt(document, end) - 1;
            if (document.Entities[entity].Type != EntityType.Person && phrase >= 0 && phrases[phrase].Tokens.End == end && phrases[phrase].Core.End <= document.Entities[entity].Tokens.First)
            {
                // "the foreign minister of Kenya, who said": the minister, not Kenya.
                AddPhrase(document, index, phrase);
            }
            else
            {
                AddEntity(document, named, SpeakerResolution.Pronoun);
            }
        }
        else
        {
            int phrase = EntityIndex.FirstPhraseAt(document, end) - 1;
            if (phrase >= 0 && document.ActorPhrases[phrase].Tokens.End == end)
            {
                AddPhrase(document, index, phrase);
            }
        }

        for (int i = parts; i < work.Parts.Count; i++)
        {
            work.Parts[i].Resolution = SpeakerResolution.Pronoun;
            work.Parts[i].Mention = mention;
        }
    }

    /// <summary>
    /// "he", "she": of the persons of the last sentences the one that weighs most: who spoke last, who was the subject, who is
    /// near; gender must agree. Nobody where two weigh alike and no one spoke.
    /// </summary>
    private void AddPerson(DocumentContext document, int index, TokenRange mention, char gender)
    {
        int at = mention.First;
        int sentence = document.Tokens[at].Sentence;
        bool spoke = LastSpeaker(document, at, FarthestSentence, gender == 'm' ? SpeakerFilter.Man : SpeakerFilter.Woman, out SpeakerPart last);
        double lastWeight = 0;
        if (spoke)
        {
            int distance = sentence - document.Tokens[last.Mention.First].Sentence;
            lastWeight = 3.1 - (0.5 * Math.Min(distance, 6)) + (last.Gender == gender ? 0.4 : 0);
        }

        int best = AntecedentFinder.Find(document, at, gender, index, spoke ? last.Person : -1, out double bestWeight);

        if (best >= 0 && spoke && TakesOver(document, document.Entities[best], last, sentence))
        {
            bestWeight += NewSubject;
        }

        // "The Egyptian ambassador praised ...; she said": a title without a name is a person too.
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        int office = -1;
        for (int i = EntityIndex.FirstPhraseAt(document, at) - 1, steps = 0; i >= 0 && steps < 40; i--, steps++)
        {
            ref ActorPhrase phrase = ref phrases[i];
            int distance = sentence - document.Tokens[phrase.Core.First].Sentence;
            if (distance > FarthestSentence)
            {
                break;
            }

            if (phrase.Kind != ActorKind.Office || phrase.Holder >= 0 || phrase.Tokens.Contains(at) || AntecedentFinder.InContent(document, index, phrase.Core.First) || AntecedentFinder.InQuotation(document, phrase.Core.First) || (phrase.Gender is 'm' or 'f' && phrase.Gender != gender))
            {
                continue;
            }

            double weight = 1.8 - (0.45 * distance) + (phrase.Gender == gender ? 0.6 : 0) + (phrase.Definite ? 0.2 : 0) + (AntecedentFinder.IsSubject(document, phrase.Tokens) || EndsBeforeComma(document, phrase.Tokens, at) ? 0.9 : 0);
            if (weight > bestWeight && weight > lastWeight)
            {
                bestWeight = weight;
                office = i;
            }
        }

        if (office >= 0)
        {
            SpeakerWorkspace work = document.SpeakerWorkspace;
            int before = work.Parts.Count;
            AddPhrase(document, index, office);
            if (work.Parts.Count > before && work.Parts[before].Gender is '\0' or 'u' || (work.Parts.Count > before && work.Parts[before].Gender == gender))
            {
                Repoint(document, mention);
                work.Parts[before].Gender = gender;
                return;
            }

            work.Parts.Resize(before);
        }

        if (spoke && lastWeight > bestWeight)
        {
            last.Resolution = SpeakerResolution.Pronoun;
            last.Mention = mention;
            last.Confidence *= 0.8f;
            Add(document, last);
            return;
        }

        if (best < 0)
        {
            best = FirstPersonAfter(document, at, sentence, gender);
        }

        var part = new SpeakerPart { Kind = SpeakerKind.Person, Resolution = SpeakerResolution.Pronoun, Gender = gender, Person = -1, Mention = mention, Confidence = 0.3f };
        if (best >= 0)
        {
            SpeakerWorkspace work = document.SpeakerWorkspace;
            AddEntity(document, best, SpeakerResolution.Pronoun);
            ref SpeakerPart found = ref work.Parts[work.Parts.Count - 1];
            found.Mention = mention;
            found.Gender = gender;
            found.Confidence = 0.7f;
            return;
        }

        Add(document, part);
    }

    // "Ida Fern said ... Anna Duarte recalled the talks. “...,” she said": the subject of the sentence before, named since another spoke.
    private static bool TakesOver(DocumentContext document, in EntityMention mention, in SpeakerPart last, int sentence)
    {
        int named = document.Tokens[mention.Tokens.First].Sentence;
        return mention.Chain != last.Person && named > document.Tokens[last.Mention.First].Sentence && sentence - named <= 2 && (AntecedentFinder.IsSubject(document, mention.Tokens) || IsNameOfSubject(document, mention.Tokens));
    }

    // "the minister, Ida Fern, referred to": between commas, a verb with tense behind.
    private static bool IsNameOfSubject(DocumentContext document, TokenRange name) =>
        name.First > 0 && name.End + 1 < document.Tokens.Length && document.Text[document.Tokens[name.First - 1].Start] == ',' && document.Text[document.Tokens[name.End].Start] == ','
        && document.Tags[name.End + 1] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD;

    // "As for the ambassador, she said": the phrase is taken up at once.
    private static bool EndsBeforeComma(DocumentContext document, TokenRange phrase, int at) => phrase.End == at - 1 && document.Text[document.Tokens[at - 1].Start] == ',';

    // "..., he said. Foreign Minister Okoro was speaking in Tunis": nobody before, one person in the next sentence.
    private static int FirstPersonAfter(DocumentContext document, int at, int sentence, char gender)
    {
        for (int i = EntityIndex.FirstAt(document, at); i < document.Entities.Count; i++)
        {
            ref EntityMention entity = ref document.Entities[i];
            if (document.Tokens[entity.Tokens.First].Sentence > sentence + 1)
            {
                break;
            }

            if (EntityIndex.PersonOf(document, entity) >= 0 && entity.Identity?.Gender is '\0' or null || (EntityIndex.PersonOf(document, entity) >= 0 && entity.Identity!.Gender == gender))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"it": the body or state that spoke last, else the last that was a subject.</summary>
    private void AddThing(DocumentContext document, int index, TokenRange mention)
    {
        int at = mention.First;
        int sentence = document.Tokens[at].Sentence;
        var part = new SpeakerPart { Kind = SpeakerKind.Organization, Resolution = SpeakerResolution.Pronoun, Person = -1, Mention = mention, Confidence = 0.3f };
        if (SubjectBefore(document, at) is >= 0 and var doer && (!LastSpeaker(document, at, 0, SpeakerFilter.Thing, out SpeakerPart same) || same.Mention.First < document.Entities[doer].Tokens.First))
        {
            // "Arcadia changed its mind when its mission said": the subject of the same sentence is nearest.
            AddEntity(document, doer, SpeakerResolution.Pronoun);
            Repoint(document, mention);
            return;
        }

        if (LastSpeaker(document, at, 3, SpeakerFilter.Thing, out SpeakerPart last))
        {
            last.Resolution = SpeakerResolution.Pronoun;
            last.Mention = mention;
            last.Confidence *= 0.85f;
            Add(document, last);
            return;
        }

        int best = -1;
        double bestWeight = 0;
        for (int i = EntityIndex.FirstAt(document, at) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            ref EntityMention entity = ref document.Entities[i];
            int distance = sentence - document.Tokens[entity.Tokens.First].Sentence;
            if (distance > 3)
            {
                break;
            }

            if (entity.Identity is not { } identity || !(entity.Type == EntityType.Organization || identity.Role is EntityRole.State or EntityRole.Capital) || identity.Role == EntityRole.Media)
            {
                continue;
            }

            // A state that does nothing in the sentence is seldom "it"; the agency that no one knows is.
            bool subject = AntecedentFinder.IsSubject(document, entity.Tokens);
            double weight = 1.5 - (0.5 * distance) + (subject ? 1 : 0) - (IsInPlace(document, entity.Tokens) ? 1 : 0) - (!subject && entity.Type != EntityType.Organization ? 1.5 : 0);
            if (weight > bestWeight && weight >= 0.9)
            {
                bestWeight = weight;
                best = i;
            }
        }

        // A body by a common noun in between ("the Algerian parliament ... it") is nearer.
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        for (int i = EntityIndex.FirstPhraseAt(document, at) - 1, steps = 0; i >= 0 && steps < 12; i--, steps++)
        {
            int distance = sentence - document.Tokens[phrases[i].Core.First].Sentence;
            if (distance > 2)
            {
                break;
            }

            if (phrases[i].Kind is ActorKind.Body or ActorKind.Ministry && 1.6 - (0.5 * distance) + (AntecedentFinder.IsSubject(document, phrases[i].Tokens) ? 1 : 0) > bestWeight)
            {
                AddPhrase(document, index, i);
                Repoint(document, mention);
                return;
            }
        }

        if (best >= 0)
        {
            AddEntity(document, best, SpeakerResolution.Pronoun);
            Repoint(document, mention);
            return;
        }

        Add(document, part);
    }

    // The state or body of the same sentence that is a subject before the token, or -1.
    private static int SubjectBefore(DocumentContext document, int at)
    {
        int sentence = document.Tokens[at].Sentence;
        for (int i = EntityIndex.FirstAt(document, at) - 1; i >= 0 && document.Tokens[document.Entities[i].Tokens.First].Sentence == sentence; i--)
        {
            ref EntityMention entity = ref document.Entities[i];
            if (entity.Identity is { } identity && identity.Role != EntityRole.Media && (entity.Type == EntityType.Organization || identity.Role is EntityRole.State or EntityRole.Capital) && AntecedentFinder.IsSubject(document, entity.Tokens))
            {
                return i;
            }
        }

        return -1;
    }

    private static void Repoint(DocumentContext document, TokenRange mention)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (work.Parts.Count > 0)
        {
            ref SpeakerPart part = ref work.Parts[work.Parts.Count - 1];
            part.Mention = mention;
            part.Resolution = SpeakerResolution.Pronoun;
            part.Confidence *= 0.7f;
        }
    }

    /// <summary>"they": those who spoke last together, or the group or body that did.</summary>
    private static void AddSeveral(DocumentContext document, TokenRange mention)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int sentence = document.Tokens[mention.First].Sentence;
        for (int a = work.Resolved - 1; a >= 0; a--)
        {
            TokenRange parts = work.PartsOf[a];
            if (parts.IsEmpty || work.Parts[parts.First].Mention.IsEmpty)
            {
                continue;
            }

            if (sentence - document.Tokens[work.Parts[parts.First].Mention.First].Sentence is > 4 or < 0)
            {
                break;
            }

            if (parts.Count > 1 || work.Parts[parts.First].Kind is SpeakerKind.Group or SpeakerKind.Organization or SpeakerKind.State)
            {
                for (int i = parts.First; i < parts.End; i++)
                {
                    SpeakerPart part = work.Parts[i];
                    part.Resolution = SpeakerResolution.Pronoun;
                    part.Mention = mention;
                    part.Confidence *= 0.8f;
                    work.Parts.Add(part);
                }

                return;
            }
        }

        work.Parts.Add(new SpeakerPart { Kind = SpeakerKind.Group, Resolution = SpeakerResolution.Pronoun, Person = -1, Mention = mention, Confidence = 0.3f });
    }

    /// <summary>The last single speaker before a token, within so many sentences, that fits.</summary>
    private static bool LastSpeaker(DocumentContext document, int at, int sentences, SpeakerFilter filter, out SpeakerPart found) =>
        LastSpeaker(document, at, sentences, filter, OfficeClass.None, out found);

    private static bool LastSpeaker(DocumentContext document, int at, int sentences, SpeakerFilter filter, OfficeClass officeClass, out SpeakerPart found)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int sentence = document.Tokens[at].Sentence;
        for (int a = work.Resolved - 1, steps = 0; a >= 0 && steps < 24; a--, steps++)
        {
            TokenRange parts = work.PartsOf[a];
            if (parts.Count != 1)
            {
                continue;
            }

            ref SpeakerPart part = ref work.Parts[parts.First];
            if (part.Mention.IsEmpty || part.Mention.First >= at || sentence - document.Tokens[part.Mention.First].Sentence > sentences || (part.Name is null && part.Country is null) || document.Attributions[a].Parent >= 0)
            {
                continue;
            }

            bool fits = filter switch
            {
                SpeakerFilter.Person => part.Kind == SpeakerKind.Person,
                SpeakerFilter.Man => part.Kind == SpeakerKind.Person && part.Gender != 'f',
                SpeakerFilter.Woman => part.Kind == SpeakerKind.Person && part.Gender != 'm',
                SpeakerFilter.Unnamed => part.Kind == SpeakerKind.Person && part.Person < 0 && part.Class == officeClass,
                SpeakerFilter.Document => part.Kind == SpeakerKind.Document,
                SpeakerFilter.Body => part.Kind == SpeakerKind.Organization,
                SpeakerFilter.Thing => part.Kind is SpeakerKind.Organization or SpeakerKind.State or SpeakerKind.Document,
                _ => part.Kind is not (SpeakerKind.Unknown or SpeakerKind.Group),
            };
            if (fits)
            {
                found = part;
                return true;
            }
        }

        found = default;
        return false;
    }

    // "in Beijing", "at the White House": where, not who.
    private bool IsInPlace(DocumentContext document, TokenRange name)
    {
        int before = name.First - 1;
        if (before >= 0 && document.Tokens[before].Lower == _the)
        {
            before--;
        }

        return before >= 0 && _in.Contains(document.Tokens[before]);
    }

    // "her Japanese counterpart" of a foreign minister is a foreign minister: the office of the last person before who has one.
    private static OfficeClass CounterpartClass(DocumentContext document, in ActorPhrase phrase)
    {
        for (int i = EntityIndex.FirstAt(document, phrase.Core.First) - 1, steps = 0; i >= 0 && steps < 24; i--, steps++)
        {
            if (EntityIndex.PersonOf(document, document.Entities[i]) is >= 0 and var person && document.EntityWorkspace.Persons[person].Class is not (OfficeClass.None or OfficeClass.Honorific or OfficeClass.Private) and var officeClass)
            {
                return officeClass;
            }
        }

        return OfficeClass.Counterpart;
    }

    /// <summary>
    /// The person of the text whom a title means: of that office and that state; the last one named before, else the only one
    /// at all. A title that names another state than the person's never means him.
    /// </summary>
    private static int FindHolder(DocumentContext document, in ActorPhrase phrase, OfficeClass officeClass, int at)
    {
        for (int i = EntityIndex.FirstAt(document, at) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            if (EntityIndex.PersonOf(document, document.Entities[i]) is >= 0 and var person && Holds(document.EntityWorkspace.Persons[person], phrase, officeClass))
            {
                return person;
            }
        }

        int only = -1;
        Span<PersonRecord> persons = document.EntityWorkspace.Persons.Span;
        for (int i = 0; i < persons.Length; i++)
        {
            if (Holds(persons[i], phrase, officeClass))
            {
                if (only >= 0)
                {
                    return -1;
                }

                only = i;
            }
        }

        return only;
    }

    private static bool Holds(in PersonRecord person, in ActorPhrase phrase, OfficeClass officeClass)
    {
        if (person.Class == OfficeClass.None || person.Former != phrase.Former)
        {
            return false;
        }

        string? country = person.Identity?.Country;
        if (phrase.Country is not null && country is not null && phrase.Country != country)
        {
            return false;
        }

        if (phrase.Gender is 'm' or 'f' && person.Identity?.Gender is 'm' or 'f' && phrase.Gender != person.Identity.Gender)
        {
            return false;
        }

        if (person.Class == officeClass)
        {
            return officeClass is not (OfficeClass.Official or OfficeClass.Private or OfficeClass.Executive or OfficeClass.Ministry or OfficeClass.Military) || SameHead(person.Office, phrase.Name);
        }

        // "the minister" is any minister; "the leader" the head of a state or party; "the top diplomat" the foreign minister.
        return officeClass switch
        {
            OfficeClass.Ministry when phrase.Name is "Minister" or "minister" or "Secretary" or "secretary" => person.Class is OfficeClass.Foreign or OfficeClass.Defence or OfficeClass.Finance or OfficeClass.Interior or OfficeClass.Trade,
            OfficeClass.Leader => person.Class is OfficeClass.Head or OfficeClass.Government or OfficeClass.Monarch or OfficeClass.Party or OfficeClass.Opposition or OfficeClass.Rebel,
            OfficeClass.Diplomat => person.Class is OfficeClass.Foreign or OfficeClass.Ambassador or OfficeClass.Envoy,
            OfficeClass.Monarch => person.Class == OfficeClass.Head,
            OfficeClass.Official => person.Class is OfficeClass.Ministry or OfficeClass.Executive or OfficeClass.Adviser,
            OfficeClass.Head when phrase.Name == "President" => person.Class == OfficeClass.Igo,
            OfficeClass.Igo => person.Class == OfficeClass.Executive,
            _ => false,
        };
    }

    private static bool SameHead(string? a, string b)
    {
        if (a is null)
        {
            return false;
        }

        ReadOnlySpan<char> head = b.AsSpan(b.LastIndexOf(' ') + 1);
        return a.AsSpan().Contains(head, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);
    }
}
