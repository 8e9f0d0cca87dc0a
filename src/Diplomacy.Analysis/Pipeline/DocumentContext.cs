using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Attributions.Learned;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Pipeline;

/// <summary>
/// The working memory of one analysis: the shared token array and the layers beside it. Reused from document to
/// document; nothing of it may be kept after the analysis. Used by one thread at a time.
/// </summary>
public sealed class DocumentContext
{
    private byte[] _tags = new byte[256];
    private int[] _heads = new int[256];
    private byte[] _relations = new byte[256];
    private int[] _firstChildren = new int[256];
    private int[] _nextSiblings = new int[256];
    private TokenRange[] _subtrees = new TokenRange[256];

    /// <summary>What <see cref="Heads"/> holds for the tokens of a sentence that no parser has read.</summary>
    internal const int NotParsed = -2;

    internal DocumentContext()
    {
    }

    /// <summary>The article under analysis.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>The article's text, untouched.</summary>
    public string Text => Article.Text;

    /// <summary>
    /// Ends the analysis when somebody no longer wants it. The stages look at it once a sentence, and a stage of your own that
    /// may take long should too; what an analysis that was ended has written is of no use.
    /// </summary>
    public CancellationToken CancellationToken { get; internal set; }

    /// <summary>All tokens, in text order.</summary>
    public ReadOnlySpan<Token> Tokens => TokenBuffer.Span;

    /// <summary>All sentences, in text order; every token is in exactly one.</summary>
    public ReadOnlySpan<Sentence> Sentences => SentenceBuffer.Span;

    /// <summary>A part-of-speech tag for each token; a tagger of your own writes here.</summary>
    public Span<PennTag> Tags => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, PennTag>(_tags.AsSpan(0, TokenBuffer.Count));

    /// <summary>For each token of a parsed sentence the index of its head token, -1 for the root, -2 where not parsed.</summary>
    public Span<int> Heads => _heads.AsSpan(0, TokenBuffer.Count);

    /// <summary>For each token of a parsed sentence its relation to the head.</summary>
    public Span<byte> Relations => _relations.AsSpan(0, TokenBuffer.Count);

    /// <summary>For each token of a parsed sentence its first child in text order, or -1.</summary>
    internal Span<int> FirstChildren => _firstChildren.AsSpan(0, TokenBuffer.Count);

    /// <summary>For each token of a parsed sentence the next child of the same head, or -1.</summary>
    internal Span<int> NextSiblings => _nextSiblings.AsSpan(0, TokenBuffer.Count);

    /// <summary>For each token of a parsed sentence the range of what depends on it, itself included.</summary>
    internal Span<TokenRange> Subtrees => _subtrees.AsSpan(0, TokenBuffer.Count);

    /// <summary>The parser's scratch memory; it stays with the context from document to document.</summary>
    internal ParserWorkspace ParserWorkspace => field ??= new ParserWorkspace();

    /// <summary>The rules that keep wrong claims out; all of them, but for tests.</summary>
    internal GuardRules Guards { get; init; } = GuardRules.All;

    internal Buffer<Token> TokenBuffer { get; } = new(4096);

    internal Buffer<Sentence> SentenceBuffer { get; } = new(256);

    /// <summary>Working memory of the tagger; it stays with the context from document to document.</summary>
    internal TagScratch TagScratch => field ??= new TagScratch();

    internal Buffer<EntityMention> Entities { get; } = new();

    /// <summary>Names as the recogniser found them, in text order and apart from each other.</summary>
    internal Buffer<NameSpan> Names { get; } = new();

    internal NameScratch NameScratch { get; } = new();
    /// <summary>Persons by office and bodies by kind, in text order; they may overlap <see cref="Entities"/> and each other.</summary>
    internal Buffer<ActorPhrase> ActorPhrases { get; } = new();

    /// <summary>Memory of the entity stage.</summary>
    internal EntityWorkspace EntityWorkspace { get; } = new();

    /// <summary>Memory of the speaker stage.</summary>
    internal SpeakerWorkspace SpeakerWorkspace { get; } = new();

    /// <summary>Turns of a transcript and the dateline's parts, with the scratch memory of the region stage.</summary>
    internal RegionWorkspace Regions { get; } = new();

    internal Buffer<Quotation> Quotations { get; } = new();

    internal Buffer<Attribution> Attributions { get; } = new();

    /// <summary>Pool of token ranges that <see cref="Attribution"/> slices.</summary>
    internal Buffer<TokenRange> Ranges { get; } = new();

    /// <summary>Working list of the attribution stage: candidates of the sentence at hand.</summary>
    internal Buffer<CueCandidate> Cues { get; } = new();

    /// <summary>Head and shape of each candidate that the rules looked at.</summary>
    internal Buffer<(int Head, CueShape Shape)> CueMarks { get; } = new();

    /// <summary>What the rules found and left out because it stands inside the speaker's own words.</summary>
    internal Buffer<Attribution> InnerAttributions { get; } = new();

    /// <summary>The attributions as readers see them; written when they are first asked for.</summary>
    internal ShownAttributions Shown { get; } = new();

    /// <summary>Memory of the learned attribution finder; it stays with the context.</summary>
    internal FrameWorkspace FrameWorkspace => field ??= new FrameWorkspace();

    /// <summary>For each quotation the attribution whose content holds it, or -1. Working list of the attribution stage.</summary>
    internal Buffer<int> QuotationOwners { get; } = new();

    internal Buffer<Claim> Claims { get; } = new();

    /// <summary>Working memory of the claim stage.</summary>
    internal Claims.ClaimScratch ClaimScratch { get; } = new();

    /// <summary>Whether a rule is on.</summary>
    internal bool Keeps(GuardRules rule) => (Guards & rule) != 0;

    /// <summary>Starts a new document.</summary>
    internal void Reset(Article article)
    {
        Article = article;
        CancellationToken = CancellationToken.None;
        Clear((AnalysisLayers)~0);
    }

    /// <summary>Forgets what the stages wrote into <paramref name="layers"/>.</summary>
    internal void Clear(AnalysisLayers layers)
    {
        if ((layers & AnalysisLayers.Tokens) != 0)
        {
            TokenBuffer.Clear();
        }

        if ((layers & AnalysisLayers.Sentences) != 0)
        {
            SentenceBuffer.Clear();
        }

        if ((layers & AnalysisLayers.Regions) != 0)
        {
            Regions.Clear();
        }

        if ((layers & AnalysisLayers.Entities) != 0)
        {
            Entities.Clear();
            ActorPhrases.Clear();
            EntityWorkspace.Clear();
        }

        if ((layers & AnalysisLayers.Names) != 0)
        {
            Names.Clear();
        }

        if ((layers & AnalysisLayers.Quotations) != 0)
        {
            Quotations.Clear();
        }

        if ((layers & AnalysisLayers.Parse) != 0)
        {
            Heads.Fill(NotParsed);
        }

        if ((layers & AnalysisLayers.Attributions) != 0)
        {
            Attributions.Clear();
            InnerAttributions.Clear();
            Ranges.Clear();
            Cues.Clear();
            CueMarks.Clear();
            QuotationOwners.Clear();
            Shown.Forget();
        }

        if ((layers & AnalysisLayers.ShownAttributions) != 0)
        {
            Shown.Clear(this);
        }

        if ((layers & AnalysisLayers.Speakers) != 0)
        {
            SpeakerWorkspace.Clear();
        }

        if ((layers & AnalysisLayers.Claims) != 0)
        {
            Claims.Clear();
        }
    }

    /// <summary>Sizes the layers that run beside the tokens. Called once the tokens stand.</summary>
    internal void SizeTokenLayers()
    {
        int count = TokenBuffer.Count;
        if (_tags.Length < count || _tags.Length > 1 << 20)
        {
            int size = Math.Max(256, count + (count >> 1));
            _tags = new byte[size];
            _heads = new int[size];
            _relations = new byte[size];
            _firstChildren = new int[size];
            _nextSiblings = new int[size];
            _subtrees = new TokenRange[size];
        }

        _tags.AsSpan(0, count).Clear();
        _heads.AsSpan(0, count).Fill(NotParsed);
    }

    /// <summary>The characters of token <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> TokenText(int index)
    {
        ref readonly Token token = ref Tokens[index];
        return Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>The stretch of text from the first to the last token of <paramref name="range"/>; empty for an empty range.</summary>
    public TextSpan SpanOf(TokenRange range) => range.IsEmpty
        ? default
        : TextSpan.FromBounds(Tokens[range.First].Start, Tokens[range.End - 1].End);

    /// <summary>The words of <paramref name="range"/> as a name: one string for all its mentions.</summary>
    internal string NameOf(TokenRange range)
    {
        TextSpan span = SpanOf(range);
        return EntityWorkspace.Identities.NameOf(Text.AsSpan(span.Start, span.Length));
    }
}
