using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// The dependency parser: greedy, transition-based (<see cref="ArcHybridState"/>), with a small recurrent network that reads the
/// sentence first. No stage runs it over a document; a stage that wants the tree of a sentence asks for it, and a second
/// question about the same sentence costs nothing. Needs tokens, sentences and tags. Safe for any number of threads.
/// </summary>
internal sealed partial class DependencyParser
{
    /// <summary>
    /// Longest run of tokens read at once. Longer sentences (lists, tables, text without punctuation) are read in parts of this
    /// size, each part's root hanging from the first one's, so that memory stays bounded.
    /// </summary>
    public const int LongestRun = 200;

    private readonly ParserModel _model;

    public DependencyParser(ParserModel model) => _model = model;

    /// <summary>Parses sentence <paramref name="sentence"/> unless that has been done, and shows its tree.</summary>
    public DependencyView Parse(DocumentContext document, int sentence)
    {
        ParseSentence(document, sentence);
        return new DependencyView(document, sentence);
    }

    /// <summary>Fills heads and relations of sentence <paramref name="sentence"/> unless that has been done.</summary>
    public void ParseSentence(DocumentContext document, int sentence)
    {
        Sentence range = document.Sentences[sentence];
        if (range.TokenCount <= 0 || document.Heads[range.FirstToken] != DocumentContext.NotParsed)
        {
            return;
        }

        int root = -1;
        for (int first = range.FirstToken; first < range.EndToken;)
        {
            int end = RunEnd(document, first, range.EndToken);
            int top = ParseRun(document, first, end);
            if (root < 0)
            {
                root = top;
            }
            else
            {
                document.Heads[top] = root;
                document.Relations[top] = (byte)DependencyRelation.Parataxis;
                document.Subtrees[root] = new TokenRange(document.Subtrees[root].First, end);
            }

            first = end;
        }

        LinkChildren(document, range);
    }

    /// <summary>Where a run that starts at <paramref name="first"/> ends: with the sentence, or behind a mark of punctuation.</summary>
    private static int RunEnd(DocumentContext document, int first, int end)
    {
        if (end - first <= LongestRun)
        {
            return end;
        }

        for (int token = first + LongestRun - 1; token > first + (LongestRun / 2); token--)
        {
            if (document.Tokens[token].Kind == Tokens.TokenKind.Punctuation)
            {
                return token + 1;
            }
        }

        return first + LongestRun;
    }

    private static void LinkChildren(DocumentContext document, Sentence range)
    {
        Span<int> heads = document.Heads, first = document.FirstChildren, next = document.NextSiblings;
        first[range.FirstToken..range.EndToken].Fill(-1);
        for (int token = range.EndToken - 1; token >= range.FirstToken; token--)
        {
            int head = heads[token];
            next[token] = -1;
            if (head >= 0)
            {
                next[token] = first[head];
                first[head] = token;
            }
        }
    }

    /// <summary>Parses the tokens [first, end) and returns the root of their tree.</summary>
    private int ParseRun(DocumentContext document, int first, int end)
    {
        ParserWorkspace work = document.ParserWorkspace;
        ArcHybridState state = work.State;
        int count = end - first;
        work.Reserve(_model, count);
        Encode(document, first, count, work);
        state.Reset(count);
        Search(state, document.Tags[first..end], work.Slots);

        Span<int> heads = document.Heads;
        Span<byte> relations = document.Relations;
        Span<TokenRange> subtrees = document.Subtrees;
        int root = first;
        for (int i = 0; i < count; i++)
        {
            int head = state.Heads[i];
            heads[first + i] = head < 0 ? -1 : first + head;
            relations[first + i] = head < 0 ? (byte)DependencyRelation.Root : state.Relations[i];
            subtrees[first + i] = new TokenRange(first + state.SubtreeFirst[i], first + state.SubtreeLast[i] + 1);
            root = head < 0 ? first + i : root;
        }

        return root;
    }

    /// <summary>Puts the tokens into their context and computes what each adds to the hidden units in each slot.</summary>
    private void Encode(DocumentContext document, int first, int count, ParserWorkspace work)
    {
        int width = _model.Inputs;
        Span<int> rows = stackalloc int[ParserModel.FeaturesOfToken];
        work.Inputs.AsSpan(0, width).Clear();
        work.Inputs.AsSpan((count + 1) * width, width).Clear();
        for (int i = 0; i < count; i++)
        {
            var hashes = new FormHashes(document.TokenText(first + i));
            rows[0] = (int)document.Tags[first + i];
            rows[1] = RowOf(hashes.Word, ParserModel.UnknownWord);
            rows[2] = RowOf(hashes.Prefix, ParserModel.UnknownPrefix);
            rows[3] = RowOf(hashes.Suffix, ParserModel.UnknownSuffix);
            rows[4] = RowOf(hashes.Shape, ParserModel.UnknownShape);
            SumRows(rows, work.Inputs.AsSpan((i + 1) * width, width));
        }

        _model.Window.Apply(work.Inputs, count, width, work.Outputs);
        Rectify(work.Outputs.AsSpan(0, count * _model.Window.Outputs));
        short[] from = work.Outputs, to = work.Inputs;
        foreach (GatedLayer layer in _model.Layers)
        {
            layer.Apply(from, count, work.Gates, to);
            (from, to) = (to, from);
        }

        _model.EmptySlots.CopyTo(work.Slots, 0);
        _model.SlotLayer.Apply(from, count, work.Slots.AsSpan(_model.SlotWidth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowOf(uint key, int unknown)
    {
        int row = _model.Features.Find(key);
        return row < 0 ? unknown : ParserModel.TagRows + row;
    }

    /// <summary>Makes move after move until the tree stands.</summary>
    [SkipLocalsInit]
    private void Search(ArcHybridState state, ReadOnlySpan<Tagging.PennTag> tags, ReadOnlySpan<short> slotRows)
    {
        int width = _model.Hidden;
        Span<int> slots = stackalloc int[TransitionFeatures.Slots];
        Span<int> facts = stackalloc int[TransitionFeatures.Facts];
        Span<short> hidden = stackalloc short[width];
        Span<short> scores = stackalloc short[Math.Max(_model.LeftLayer.Outputs, _model.RightLayer.Outputs)];
        while (!state.Done)
        {
            if (state.Depth == 0)
            {
                state.Shift();
                continue;
            }

            TransitionFeatures.FillSlots(state, slots);
            TransitionFeatures.FillFacts(state, tags, facts);
            for (int i = 0; i < slots.Length; i++)
            {
                slots[i] = ((slots[i] + 1) * _model.SlotWidth) + (i * width);
            }

            Activate(slotRows, slots, facts, hidden);
            bool buffer = state.CanShift, right = state.CanRight;
            int shift = buffer ? Move(0, hidden) : int.MinValue;
            int left = buffer ? Move(1, hidden) : int.MinValue;
            int reduce = right ? Move(2, hidden) : int.MinValue;
            if (shift >= left && shift >= reduce && buffer)
            {
                state.Shift();
            }
            else if (left >= reduce && buffer)
            {
                state.Left(Label(_model.LeftLayer, _model.LeftRelations, hidden, scores));
            }
            else
            {
                state.Right(Label(_model.RightLayer, _model.RightRelations, hidden, scores));
            }
        }
    }

    private static DependencyRelation Label(DenseLayer layer, DependencyRelation[] relations, ReadOnlySpan<short> hidden, Span<short> scores)
    {
        layer.Apply(hidden, 1, scores);
        int best = 0;
        for (int i = 1; i < relations.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return relations[best];
    }
}
