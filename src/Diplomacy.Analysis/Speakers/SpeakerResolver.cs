using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

/// <summary>
/// Says who stands behind each attribution's source: names, titles, pronouns, bodies, metonyms, joint speakers, the speaker before, the
/// article's metadata. In text order, for who spoke last is the best hint to who "he" is. An unknown speaker stays unknown: a wrong name is worse than none.
/// </summary>
internal sealed partial class SpeakerResolver : IAnalysisStage
{
    private readonly EntityLexicon _lexicon;
    private readonly WordSet _male;
    private readonly WordSet _female;
    private readonly WordSet _neuter;
    private readonly WordSet _plural;
    private readonly WordSet _self;
    private readonly WordSet _relative;
    private readonly WordSet _determiners;
    private readonly WordSet _joiners;
    private readonly WordSet _links;
    private readonly WordSet _told;
    private readonly WordSet _in;
    private readonly WordSet _days;
    private readonly WordSet _pairs;
    private readonly WordSet _sides;
    private readonly WordSet _stateSources;
    private readonly int _the;
    private readonly int _by;
    private readonly int _part;
    private readonly int _both;
    private readonly int _two;
    private readonly int _latter;

    public SpeakerResolver(AnalysisResources resources)
    {
        _lexicon = resources.Entities;
        Vocabulary v = resources.Vocabulary;
        _male = new WordSet(v, "he him his himself");
        _female = new WordSet(v, "she her hers herself");
        _neuter = new WordSet(v, "it its itself");
        _plural = new WordSet(v, "they them their themselves both");
        _self = new WordSet(v, "i we me us my our myself ourselves");
        _relative = new WordSet(v, "who which that whom");
        _determiners = new WordSet(v, "the a an this that these those both all some many several two three four five other another our his her its their my no one most");
        _joiners = new WordSet(v, "and & plus");
        _links = new WordSet(v, "of for to in at from with on by about against as than between among into over under near behind via");
        _told = new WordSet(v, "told telling tells");
        _in = new WordSet(v, "in at near from to outside around across through via");
        _days = new WordSet(v, "monday tuesday wednesday thursday friday saturday sunday today yesterday meanwhile however separately");
        _pairs = new WordSet(v, "two pair duo");
        _sides = new WordSet(v, "sides countries nations states governments neighbours neighbors parties allies capitals");
        _stateSources = new WordSet(v, "judicial security military government governmental official police intelligence presidential ministerial cabinet army");
        _both = v.Intern("both");
        _two = v.Intern("two");
        _latter = v.Intern("latter");
        _the = v.Intern("the");
        _by = v.Intern("by");
        _part = v.Intern("part");
    }

    public string Name => "speakers";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences | AnalysisLayers.Entities | AnalysisLayers.Attributions;

    public AnalysisLayers Provides => AnalysisLayers.Speakers;

    public void Run(DocumentContext document)
    {
        if (document.Attributions.Count == 0)
        {
            return;
        }

        SpeakerWorkspace work = document.SpeakerWorkspace;
        work.Home = document.Article.SpeakerCountry is { Length: 3 } told ? told : HomeOf(document);
        FindOwnSpeakers(document);
        for (int i = 0; i < document.Attributions.Count; i++)
        {
            document.CancellationToken.ThrowIfCancellationRequested();
            int first = work.Parts.Count;
            Resolve(document, i);
            TakeAsOwn(document, first);
            work.PartsOf.Add(new TokenRange(first, work.Parts.Count));
            work.Resolved = work.PartsOf.Count;
            document.Attributions[i].Speaker = Join(document, i, work.Parts.Span[first..]);
        }

        if (work.Own.Count == 0)
        {
            FillQuotedSelves(document);
        }
    }

    /// <summary>
    /// Resolves attributions that were added behind those that stage by stage were resolved already. For "he" each looks back to
    /// the speakers that stand before it in the text.
    /// </summary>
    public void ResolveAdded(DocumentContext document)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        int resolved = work.Resolved;
        int horizon = 0;
        for (int i = resolved; i < document.Attributions.Count; i++)
        {
            int cue = document.Attributions[i].CueHead;
            while (horizon < resolved && PlaceOf(document, horizon) < cue)
            {
                horizon++;
            }

            work.Resolved = horizon;
            int first = work.Parts.Count;
            Resolve(document, i);
            document.Attributions[i].Speaker = Join(document, i, work.Parts.Span[first..]);
        }

        work.Resolved = resolved;
    }

    private static int PlaceOf(DocumentContext document, int attribution)
    {
        ref readonly Attribution a = ref document.Attributions[attribution];
        return a.CueHead >= 0 ? a.CueHead : document.Ranges[a.Content.First].First;
    }

    private void Resolve(DocumentContext document, int index)
    {
        ref Attribution attribution = ref document.Attributions[index];
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (attribution.CueKind == CueKind.FirstPerson || (attribution.CueKind == CueKind.Turn && attribution.Source.IsEmpty))
        {
            if (!ResolveTurn(document, index))
            {
                AddOwn(work);
            }

            return;
        }

        if (attribution.Source.IsEmpty)
        {
            if (attribution.CueKind is CueKind.Adjacency or CueKind.Colon)
            {
                Carry(document, index, index - 1, 0.5f);
            }

            return;
        }

        // A quotation that the attribution stage gave to the speaker before has that speaker's source.
        for (int i = index - 1; i >= 0 && i >= index - 24; i--)
        {
            if (document.Attributions[i].Source == attribution.Source && !attribution.Source.IsEmpty)
            {
                Carry(document, index, i, 0.9f);
                return;
            }
        }

        for (int r = attribution.Source.First; r < attribution.Source.End; r++)
        {
            ResolveRange(document, index, document.Ranges[r]);
        }
    }

    // "Arcadia calls for an end to it", said by Arcadia's delegate: the delegate's own call.
    private static void TakeAsOwn(DocumentContext document, int first)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (work.Own.Count != 1 || work.Own[0].Name?.StartsWith("delegate of", StringComparison.Ordinal) != true)
        {
            return;
        }

        for (int i = first; i < work.Parts.Count; i++)
        {
            ref SpeakerPart part = ref work.Parts[i];
            if (part.Kind == SpeakerKind.State && part.Country == work.Own[0].Country && part.Resolution is SpeakerResolution.Named or SpeakerResolution.Title or SpeakerResolution.Metonym)
            {
                TokenRange mention = part.Mention;
                part = work.Own[0];
                part.Mention = mention;
            }
        }
    }

    private static void AddOwn(SpeakerWorkspace work)
    {
        for (int i = 0; i < work.Own.Count; i++)
        {
            work.Parts.Add(work.Own[i]);
        }
    }

    private static void Carry(DocumentContext document, int index, int from, float factor)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        for (; from >= 0; from--)
        {
            TokenRange parts = work.PartsOf[from];
            if (parts.IsEmpty || document.Attributions[from].Parent >= 0)
            {
                continue;
            }

            for (int i = parts.First; i < parts.End; i++)
            {
                SpeakerPart part = work.Parts[i];
                bool own = document.Attributions[index].Source == document.Attributions[from].Source;
                part.Resolution = own && document.Attributions[index].CueKind != CueKind.Adjacency ? part.Resolution : SpeakerResolution.Carried;
                part.Confidence *= factor;
                work.Parts.Add(part);
            }

            return;
        }
    }

    /// <summary>Puts the parts together: names by "; ", codes by ";".</summary>
    private ResolvedSpeaker? Join(DocumentContext document, int index, ReadOnlySpan<SpeakerPart> parts)
    {
        if (parts.IsEmpty)
        {
            return null;
        }

        string? name = parts[0].Name;
        string? office = parts[0].Office;
        string country = parts[0].Country ?? "-";
        float confidence = parts[0].Confidence;
        for (int i = 1; i < parts.Length; i++)
        {
            name = parts[i].Name is null ? name : name is null ? parts[i].Name : name + "; " + parts[i].Name;
            office = parts[i].Office is null ? office : office is null ? parts[i].Office : office + "; " + parts[i].Office;
            country += ";" + (parts[i].Country ?? "-");
            confidence = Math.Min(confidence, parts[i].Confidence);
        }

        return new ResolvedSpeaker
        {
            Mention = parts[0].Mention,
            Name = name,
            Office = office,
            Country = country.AsSpan().ContainsAnyExcept('-', ';') ? country : "-",
            Kind = parts.Length > 1 ? SpeakerKind.Group : parts[0].Kind,
            Resolution = parts[0].Resolution,
            Via = ViaOf(document, index),
            Confidence = confidence,
        };
    }

    /// <summary>The medium that relays the words: "told Reuters", "Xinhua quoted him as saying".</summary>
    private IReadOnlyList<string> ViaOf(DocumentContext document, int index)
    {
        ref readonly Attribution attribution = ref document.Attributions[index];
        int head = attribution.CueHead;
        if (attribution.Parent >= 0 && document.Attributions[attribution.Parent].Speaker is { Kind: SpeakerKind.Organization, Country: "-", Name: { } outer } && IsMedium(document, document.Attributions[attribution.Parent]))
        {
            return [outer];
        }

        if (head < 0 || !_told.Contains(document.Tokens[head]))
        {
            return [];
        }

        int entity = EntityIndex.FirstAt(document, head);
        if (entity < document.Entities.Count && document.Entities[entity] is { Identity.Role: EntityRole.Media } medium && medium.Tokens.First <= head + 3)
        {
            return [medium.Identity!.Name];
        }

        return [];
    }

    private static bool IsMedium(DocumentContext document, in Attribution attribution)
    {
        if (attribution.Source.IsEmpty)
        {
            return false;
        }

        TokenRange source = document.Ranges[attribution.Source.First];
        int entity = EntityIndex.FirstAt(document, source.First);
        return entity < document.Entities.Count && document.Entities[entity].Tokens.First < source.End && document.Entities[entity].Identity?.Role == EntityRole.Media;
    }
}
