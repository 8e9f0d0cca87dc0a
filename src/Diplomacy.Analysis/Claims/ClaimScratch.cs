using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>The claim stage's working memory; one a document context, kept from document to document.</summary>
internal sealed class ClaimScratch
{
    private (DateOnly Day, string? Text) _day;
    private Learned.ClaimFeatures? _owner;
    private Learned.FeatureWord[] _words = [];

    /// <summary>The unit's tokens without adverbs, so that phrases match through them ("is also firmly ready to").</summary>
    public Buffer<Token> Core { get; } = new();

    /// <summary>For each core token its index in the document.</summary>
    public Buffer<int> Map { get; } = new();

    /// <summary>For each core token its tag.</summary>
    public Buffer<PennTag> Tags { get; } = new();

    /// <summary>The document's token ranges that make up the unit.</summary>
    public Buffer<TokenRange> Unit { get; } = new(8);

    /// <summary>Pool of the drafts' content ranges.</summary>
    public Buffer<TokenRange> ContentRanges { get; } = new();

    /// <summary>The drafts of the document.</summary>
    public Buffer<ClaimDraft> Drafts { get; } = new();

    /// <summary>For each attribution its first child in text order, or -1.</summary>
    public Buffer<int> FirstChild { get; } = new();

    /// <summary>For each attribution the next child of its parent, or -1.</summary>
    public Buffer<int> NextSibling { get; } = new();

    /// <summary>Attributions that make no claim and no layer of their own.</summary>
    public Buffer<bool> Skipped { get; } = new();

    /// <summary>The next child of the attribution at work, or -1.</summary>
    public int ChildCursor { get; set; }

    /// <summary>The speaker's codes.</summary>
    public List<string> Own { get; } = [];

    /// <summary>Codes found in a range.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Codes named in the document with their number of mentions, for "both sides" and carried topics.</summary>
    public List<(string Code, int Count)> Salient { get; } = [];

    /// <summary>The code the speaker turned to last, or null.</summary>
    public string? LastParty { get; set; }

    /// <summary>Whose deed a unit without a subject tells of.</summary>
    public SubjectKind Inherited { get; set; }

    /// <summary>How many remainders of one sentence are open.</summary>
    public int Depth { get; set; }

    /// <summary>Whether "they" may be the speaker.</summary>
    public bool SpeakerIsGroup { get; set; }

    /// <summary>Whether the speaker is one person: "it" is then not he, unless his state or office.</summary>
    public bool SpeakerIsPerson { get; set; }

    /// <summary>Whether the core ends before the unit does, because another's words follow.</summary>
    public bool StopsInside { get; set; }

    /// <summary>Whether the cue asks: a bare verb behind a subject is then a predicate ("demanded that Rome lift the ban").</summary>
    public bool Asks { get; set; }

    /// <summary>Stance towards <see cref="LastParty"/>.</summary>
    public int LastStance { get; set; }

    /// <summary>How the speakers of a country leaned last towards a code, as a sign.</summary>
    public Dictionary<(string Country, string Code), int> Leanings { get; } = [];

    /// <summary>Features of the draft at work.</summary>
    public Learned.FeatureSet Features { get; } = new();

    /// <summary>What <paramref name="owner"/> has read of the word with this lexeme id, or empty memory for it; what another one left is forgotten.</summary>
    public ref Learned.FeatureWord WordOf(Learned.ClaimFeatures owner, int lexeme)
    {
        if (_owner != owner)
        {
            (_owner, _words) = (owner, []);
        }

        if (lexeme >= _words.Length)
        {
            Array.Resize(ref _words, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1 << 14, lexeme + 1)));
        }

        return ref _words[lexeme];
    }

    /// <summary>Features of the record at work.</summary>
    public Learned.FeatureSet RecordFeatures { get; } = new();

    /// <summary>Gets the features of each record, where training asks for them; else null.</summary>
    public List<uint[]>? RecordLog { get; set; }

    /// <summary>Gets the drafts instead of the trained models, where training asks for them; else null.</summary>
    public Learned.DraftLog? Log { get; set; }

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        Core.Clear();
        Map.Clear();
        Tags.Clear();
        Unit.Clear();
        ContentRanges.Clear();
        Drafts.Clear();
        FirstChild.Clear();
        NextSibling.Clear();
        Skipped.Clear();
        Own.Clear();
        Found.Clear();
        Salient.Clear();
        Leanings.Clear();
        LastParty = null;
    }

    /// <summary>The day as <c>2025-05-14</c>; most claims of a text are of one day.</summary>
    public string DayText(DateOnly day)
    {
        if (_day.Text is null || _day.Day != day)
        {
            _day = (day, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        return _day.Text;
    }
}
