using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

/// <summary>Sources that take up others of the text without their names: "the two leaders", "the latter", "the billionaire", "we" in quoted words.</summary>
internal sealed partial class SpeakerResolver
{
    private const int FarthestPair = 3;
    private const int FarthestTogether = 8;

    /// <summary>"the two", "both ministers", "the pair": gives the token behind such a source, or <paramref name="at"/>.</summary>
    private int ResolvePair(DocumentContext document, int at, int end)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        bool the = tokens[at].Lower == _the;
        int i = the ? at + 1 : at;
        if (i >= end || !(the ? _pairs.Contains(tokens[i]) : tokens[i].Lower == _both))
        {
            return at;
        }

        bool numeral = tokens[i].Lower == _two || tokens[i].Lower == _both;
        i++;
        int noun = numeral && i < end && (document.Tags[i] is PennTag.NNS or PennTag.NNPS) ? i : -1;
        if ((numeral && !the && noun < 0) || (noun < 0 && i < end && tokens[i].Kind == TokenKind.Word) || (noun >= 0 && noun + 1 < end && _links.Contains(tokens[noun + 1])))
        {
            // "the two Kenyan ministers", "the two leaders of the league" are told by more than their number.
            return at;
        }

        i = noun >= 0 ? noun + 1 : i;
        bool states = noun >= 0 && _sides.Contains(tokens[noun]);
        var mention = new TokenRange(at, i);
        return (noun >= 0 && AddPair(document, mention, persons: true, inOffice: true, near: states ? 1 : FarthestPair))
            || (!states && AddPair(document, mention, persons: true, inOffice: false, near: FarthestPair)) || AddPair(document, mention, persons: false, inOffice: false, near: FarthestPair) ? i : at;
    }

    /// <summary>Two who spoke together lately, else the two persons or states named last; false where there are no two.</summary>
    private static bool AddPair(DocumentContext document, TokenRange mention, bool persons, bool inOffice, int near)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int sentence = document.Tokens[mention.First].Sentence;
        for (int a = work.Resolved - 1; persons && a >= 0; a--)
        {
            TokenRange said = work.PartsOf[a];
            if (said.IsEmpty || work.Parts[said.First].Mention.IsEmpty || document.Attributions[a].Parent >= 0)
            {
                continue;
            }

            if (sentence - document.Tokens[work.Parts[said.First].Mention.First].Sentence is > FarthestTogether or < 0)
            {
                break;
            }

            if (said.Count == 2 && work.Parts[said.First].Kind == SpeakerKind.Person && work.Parts[said.First + 1].Kind == SpeakerKind.Person)
            {
                CopyParts(work, said, mention);
                return true;
            }
        }

        int first = -1;
        int second = -1;
        for (int i = EntityIndex.FirstAt(document, mention.First) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            ref EntityMention entity = ref document.Entities[i];
            if (sentence - document.Tokens[entity.Tokens.First].Sentence > near)
            {
                break;
            }

            bool fits = persons ? EntityIndex.PersonOf(document, entity) is >= 0 and var person && (!inOffice || document.EntityWorkspace.Persons[person].Class is not (OfficeClass.None or OfficeClass.Private or OfficeClass.Spokes)) : entity.Identity?.Role is EntityRole.State or EntityRole.Capital;
            if (!fits || AntecedentFinder.InQuotation(document, entity.Tokens.First))
            {
                continue;
            }

            if (second < 0)
            {
                second = i;
            }
            else if (persons ? entity.Chain != document.Entities[second].Chain : entity.Identity!.Country != document.Entities[second].Identity!.Country)
            {
                first = i;
                break;
            }
        }

        if (first < 0)
        {
            return false;
        }

        int parts = work.Parts.Count;
        AddEntity(document, first, SpeakerResolution.Pronoun);
        AddEntity(document, second, SpeakerResolution.Pronoun);
        for (int i = parts; i < work.Parts.Count; i++)
        {
            work.Parts[i].Mention = mention;
            work.Parts[i].Confidence *= 0.7f;
        }

        return true;
    }

    /// <summary>"the latter": whoever was named last before. Gives the token behind, or <paramref name="at"/>.</summary>
    private int ResolveLatter(DocumentContext document, int at, int end)
    {
        if (at + 1 >= end || document.Tokens[at].Lower != _the || document.Tokens[at + 1].Lower != _latter || (at + 2 < end && document.Tags[at + 2].IsNoun()))
        {
            return at;
        }

        for (int i = EntityIndex.FirstAt(document, at) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            ref EntityMention entity = ref document.Entities[i];
            if (entity.Type is EntityType.Person or EntityType.Organization || entity.Identity?.Role is EntityRole.State)
            {
                AddEntity(document, i, SpeakerResolution.Pronoun);
                document.SpeakerWorkspace.Parts[^1].Mention = new TokenRange(at, at + 2);
                return at + 2;
            }
        }

        return at;
    }

    /// <summary>
    /// "Ida Fern said ... The billionaire added ...": a word for a person that tells something of whoever spoke last. Fills the part
    /// and gives true, or leaves it; <paramref name="country"/> is the state that the words tell, or null.
    /// </summary>
    private static bool TakeUpSpeaker(DocumentContext document, ref SpeakerPart part, string? country, int sentences, OfficeClass officeClass = OfficeClass.None)
    {
        SpeakerFilter filter = part.Gender == 'f' ? SpeakerFilter.Woman : part.Gender == 'm' ? SpeakerFilter.Man : SpeakerFilter.Person;
        if (!LastSpeaker(document, part.Mention.First, sentences, filter, out SpeakerPart last) || last.Name is null || (country is not null && last.Country is not null && country != last.Country))
        {
            return false;
        }

        if (officeClass != OfficeClass.None && !CanBe(last.Class, officeClass))
        {
            return false;
        }

        part.Name = last.Name;
        part.Person = last.Person;
        part.Gender = last.Gender;
        part.Country = last.Country ?? (officeClass.ActsForState() ? document.SpeakerWorkspace.Home : null);
        part.Class = last.Class;
        part.Resolution = SpeakerResolution.Title;
        return true;
    }

    // Whether one of whom the text tells the first office may be meant by a title of the second.
    private static bool CanBe(OfficeClass told, OfficeClass title) => told == title || told switch
    {
        OfficeClass.None => true,
        OfficeClass.Head or OfficeClass.Government or OfficeClass.Deputy or OfficeClass.Ministry or OfficeClass.Subnational => title is OfficeClass.Leader or OfficeClass.Party or OfficeClass.Legislator,
        OfficeClass.Leader or OfficeClass.Party or OfficeClass.Legislator or OfficeClass.Opposition => title is OfficeClass.Leader or OfficeClass.Party or OfficeClass.Legislator or OfficeClass.Opposition or OfficeClass.Executive,
        OfficeClass.Executive => title is OfficeClass.Leader or OfficeClass.Party or OfficeClass.Opposition or OfficeClass.Legislator or OfficeClass.Igo,
        OfficeClass.Igo => title == OfficeClass.Executive,
        OfficeClass.Private => title == OfficeClass.Executive,
        _ => false,
    };

    // "I" and "we" in quoted words are whoever is quoted: the attribution around the token, or -1.
    private static int Quoting(DocumentContext document, int index, int token)
    {
        for (int distance = 1; distance <= 12; distance++)
        {
            if (index - distance >= 0 && AntecedentFinder.InContent(document, index - distance, token))
            {
                return index - distance;
            }

            if (index + distance < document.Attributions.Count && AntecedentFinder.InContent(document, index + distance, token))
            {
                return index + distance;
            }
        }

        return -1;
    }

    // Quoted words often stand before whoever says them: what "we" in them mean is known only once all are resolved.
    private void FillQuotedSelves(DocumentContext document)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        for (int i = 0; i < work.PartsOf.Count; i++)
        {
            TokenRange source = document.Attributions[i].Source;
            if (!work.PartsOf[i].IsEmpty || source.IsEmpty || document.Ranges[source.First] is not { Count: 1 } only || !_self.Contains(document.Tokens[only.First]))
            {
                continue;
            }

            if (Quoting(document, i, only.First) is >= 0 and var outer && outer < work.PartsOf.Count && !work.PartsOf[outer].IsEmpty)
            {
                int first = work.Parts.Count;
                CopyParts(work, work.PartsOf[outer], only);
                work.PartsOf[i] = new TokenRange(first, work.Parts.Count);
                document.Attributions[i].Speaker = Join(document, i, work.Parts.Span[first..]);
            }
        }
    }

    private static void CopyParts(SpeakerWorkspace work, TokenRange parts, TokenRange mention)
    {
        for (int i = parts.First; i < parts.End; i++)
        {
            SpeakerPart part = work.Parts[i];
            part.Resolution = SpeakerResolution.Pronoun;
            part.Mention = mention;
            work.Parts.Add(part);
        }
    }
}
