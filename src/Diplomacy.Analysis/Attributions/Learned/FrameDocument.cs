using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>
/// What the learned finder reads of a document, one array element a token, filled once a document and kept between documents: word hash,
/// cluster, entity type, the quotation around the token, what the rules made of it.
/// </summary>
internal sealed class FrameDocument
{
    private const int LongestForm = 48;

    private int _kept;

    /// <summary>The document at hand.</summary>
    public DocumentContext Context { get; private set; } = null!;

    /// <summary>Groups of features that are read.</summary>
    public FrameGroups Groups { get; private set; }

    /// <summary>Hash of the lower-case form.</summary>
    public uint[] Words { get; private set; } = [];

    /// <summary>Cluster of the word, or 0.</summary>
    public byte[] Clusters { get; private set; } = [];

    /// <summary>Index of the outermost quotation around the token (marks included), or -1.</summary>
    public int[] QuoteOf { get; private set; } = [];

    /// <summary>Entity type of the token.</summary>
    public EntityType[] EntityOf { get; private set; } = [];

    /// <summary>Shape of the rules' candidate at a token, plus one; 0 where there is none.</summary>
    public byte[] RuleShape { get; private set; } = [];

    /// <summary>Number of the rules' attribution whose cue this token heads (for <see cref="Rule"/>), or -1.</summary>
    public int[] RuleOf { get; private set; } = [];

    /// <summary>What a token is to any attribution of the rules: a bit a <see cref="FrameLabel"/>.</summary>
    public byte[] RuleAny { get; private set; } = [];

    public ReadOnlySpan<PennTag> Tags => Context.Tags;

    public ReadOnlySpan<int> Heads => Context.Heads;

    /// <summary>Number of attributions of the rules, those inside somebody's own words included.</summary>
    public int Rules => _kept + Context.InnerAttributions.Count;

    /// <summary>An attribution of the rules: first those the document keeps, then those inside somebody's own words.</summary>
    public ref readonly Attribution Rule(int index)
    {
        return ref index < _kept ? ref Context.Attributions[index] : ref Context.InnerAttributions[index - _kept];
    }

    public DependencyRelation Relation(int token) => (DependencyRelation)Context.Relations[token];

    /// <summary>
    /// Whether a token may head a cue: where the rules looked, where its word heads cues in the training data, and at any verb that is not known
    /// to head none.
    /// </summary>
    public bool IsCandidate(int token, HashSet<uint> heads, HashSet<uint> idle) =>
        RuleOf[token] >= 0 || RuleShape[token] > 0 || heads.Contains(Words[token]) || (Tags[token].IsVerb() && !idle.Contains(Words[token]));

    /// <summary>Whether cues are looked for in a sentence. The rules read the body alone, for headlines make no claims.</summary>
    public static bool IsRead(in Sentence sentence) => sentence.Region is RegionKind.Body or RegionKind.Headline;

    /// <summary>Reads the layers that stand for the whole document; trees are read a sentence at a time.</summary>
    public void Prepare(DocumentContext context, Vocabulary vocabulary, WordClusters clusters, FrameGroups groups)
    {
        Context = context;
        _kept = context.Attributions.Count;
        Groups = groups;
        int count = context.Tokens.Length;
        if (Words.Length < count || Words.Length > 1 << 20)
        {
            int size = Math.Max(1024, count + (count >> 1));
            Words = new uint[size];
            Clusters = new byte[size];
            QuoteOf = new int[size];
            EntityOf = new EntityType[size];
            RuleShape = new byte[size];
            RuleOf = new int[size];
            RuleAny = new byte[size];
        }

        ReadWords(vocabulary, clusters);
        QuoteOf.AsSpan(0, count).Fill(-1);
        if ((groups & FrameGroups.Quotations) != 0)
        {
            ReadQuotations();
        }

        EntityOf.AsSpan(0, count).Clear();
        foreach (ref readonly EntityMention mention in context.Entities.Span)
        {
            EntityOf.AsSpan(mention.Tokens.First, mention.Tokens.Count).Fill(mention.Type);
        }

        RuleShape.AsSpan(0, count).Clear();
        RuleAny.AsSpan(0, count).Clear();
        RuleOf.AsSpan(0, count).Fill(-1);
        ReadRules();
    }

    /// <summary>Forgets the document, so that the context can be given back.</summary>
    public void Release() => Context = null!;

    private void ReadWords(Vocabulary vocabulary, WordClusters clusters)
    {
        ReadOnlySpan<Token> tokens = Context.Tokens;
        Span<char> lower = stackalloc char[LongestForm];
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token token = ref tokens[i];
            if (token.Lower != 0)
            {
                Words[i] = vocabulary.HashOf(token.Lower);
            }
            else if (token.Is(TokenTraits.InitialCapital | TokenTraits.AllCapitals) && token.Length <= LongestForm)
            {
                int length = Context.TokenText(i).ToLowerInvariant(lower);
                Words[i] = StableHash.Of(lower[..length]);
            }
            else
            {
                Words[i] = token.Hash;
            }
        }

        Clusters.AsSpan(0, tokens.Length).Clear();
        for (int i = 0; i < tokens.Length && (Groups & FrameGroups.Clusters) != 0; i++)
        {
            Clusters[i] = (byte)clusters.Middle(clusters.Find(Words[i]));
        }
    }

    private void ReadQuotations()
    {
        ReadOnlySpan<Quotation> quotations = Context.Quotations.Span;
        for (int q = 0; q < quotations.Length; q++)
        {
            if (quotations[q].Depth == 0)
            {
                QuoteOf.AsSpan(quotations[q].Tokens.First, quotations[q].Tokens.Count).Fill(q);
            }
        }
    }

    private void ReadRules()
    {
        bool features = (Groups & FrameGroups.Rules) != 0;
        foreach ((int head, CueShape shape) in Context.CueMarks.Span)
        {
            RuleShape[head] = (byte)(1 + (int)shape);
        }

        // The attributions themselves are read in any case: the finder has to know what it revises.
        int rules = Rules;
        for (int a = 0; a < rules; a++)
        {
            ref readonly Attribution rule = ref Rule(a);
            if (rule.CueHead >= 0)
            {
                RuleOf[rule.CueHead] = a;
            }

            if (features)
            {
                Mark(rule.Source, FrameLabel.Source);
                Mark(rule.Cue, FrameLabel.Cue);
                Mark(rule.Content, FrameLabel.Content);
            }
        }
    }

    private void Mark(TokenRange slice, FrameLabel label)
    {
        foreach (TokenRange range in Context.Ranges.Span[slice.First..slice.End])
        {
            // Contents lie in each other at most a few deep; the bound on each keeps a nest of a thousand linear.
            for (int i = range.First; i < Math.Min(range.End, range.First + FrameWindow.Longest); i++)
            {
                RuleAny[i] |= (byte)(1 << (int)label);
            }
        }
    }
}
