using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>
/// Finds names by a trained model: a linear chain over hashed features. Two passes over the document: the second adds what
/// labels the same words got elsewhere in the first. Writes <see cref="DocumentContext.Names"/>; who is named is for the
/// entity stage.
/// </summary>
internal sealed partial class EntityRecognizer : IAnalysisStage
{
    /// <summary>Name of the model file.</summary>
    public const string FileName = "entities";

    /// <summary>
    /// Tokens that share a memory: an article whole; of longer texts this much at a time, which bounds the working memory.
    /// </summary>
    public const int Stretch = 4096;

    private readonly EntityModel? _model;
    private readonly NameReader _reader;

    public EntityRecognizer(AnalysisResources resources)
        : this(resources.Names, resources.Clusters)
    {
    }

    internal EntityRecognizer(EntityModel? model, WordClusters clusters)
    {
        _model = model;
        _reader = new NameReader(clusters, model?.Types ?? NameTypes.Empty);
    }

    /// <summary>Whether there are weights; without them no name is found.</summary>
    public bool HasModel => _model is not null;

    public string Name => "names";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Names;

    public void Run(DocumentContext document)
    {
        document.Names.Clear();
        if (_model is null)
        {
            return;
        }

        NameScratch scratch = document.NameScratch;
        ReadOnlySpan<Sentence> sentences = document.Sentences;
        scratch.Pieces.Clear();
        int words = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            // A sentence longer than a stretch is a list or a table; it is cut like one.
            for (int first = sentences[s].FirstToken; first < sentences[s].EndToken;)
            {
                int length = Math.Min(sentences[s].EndToken - first, Stretch);
                if (words > 0 && words + length > Stretch)
                {
                    RunStretch(document, scratch);
                    scratch.Pieces.Clear();
                    words = 0;
                }

                scratch.Pieces.Add((words + (EntityFeatures.Margin * (scratch.Pieces.Count + 1)), length, first, SentenceCase.Mixed));
                words += length;
                first += length;
            }
        }

        if (words > 0)
        {
            RunStretch(document, scratch);
        }
    }

    private void RunStretch(DocumentContext document, NameScratch scratch)
    {
        document.CancellationToken.ThrowIfCancellationRequested();
        scratch.Begin(this);
        if (Read(document, scratch) == 0)
        {
            return;
        }

        Score(scratch);
        Span<(int Start, int Length, int Token, SentenceCase Case)> pieces = scratch.Pieces.Span;
        foreach (ref readonly (int Start, int Length, int Token, SentenceCase Case) piece in pieces)
        {
            Decode(_model!, scratch, piece.Start, piece.Length);
        }

        Remember(scratch, pieces);
        foreach (ref readonly (int Start, int Length, int Token, SentenceCase Case) piece in pieces)
        {
            if ((_model!.Groups & FeatureGroups.Memory) != 0 && Recall(scratch, piece.Start, piece.Length))
            {
                Decode(_model, scratch, piece.Start, piece.Length);
            }

            Write(document, scratch, piece.Start, piece.Length, piece.Token);
        }
    }

    /// <summary>Makes the facts of all words of the stretch; returns the number of candidates.</summary>
    private int Read(DocumentContext document, NameScratch scratch)
    {
        Span<(int Start, int Length, int Token, SentenceCase Case)> pieces = scratch.Pieces.Span;
        scratch.Size(pieces[^1].Start + pieces[^1].Length + EntityFeatures.Margin);
        Span<NameFacts> words = scratch.Words;
        int candidates = 0;
        ReadOnlySpan<Token> tokens = document.Tokens;
        string text = document.Text;
        foreach (ref (int Start, int Length, int Token, SentenceCase Case) piece in pieces)
        {
            Span<NameFacts> sentence = words.Slice(piece.Start - EntityFeatures.Margin, piece.Length + (2 * EntityFeatures.Margin));
            var counter = default(CaseCounter);
            for (int i = 0; i < piece.Length; i++)
            {
                ref readonly Token token = ref tokens[piece.Token + i];
                ReadOnlySpan<char> form = text.AsSpan(token.Start, token.Length);
                ushort place = scratch.PlaceOf(form, token.Hash, out bool found);
                ref NameFacts known = ref scratch.Facts(place);
                if (!found)
                {
                    NameReader.Start(form, token.Hash, out known);
                    _model!.Classify(ref known);
                    _reader.Complete(form, ref known);
                    known.Place = place;
                }

                sentence[i + EntityFeatures.Margin] = known;
                counter.Add(form);
            }

            piece.Case = counter.Case;
            candidates += EntityModel.Mark(sentence);
        }

        return candidates;
    }

    /// <summary>The scores of the first pass.</summary>
    [SkipLocalsInit]
    private void Score(NameScratch scratch)
    {
        Span<uint> features = stackalloc uint[EntityFeatures.Most];
        Span<NameFacts> words = scratch.Words;
        Span<int> rows = scratch.Rows;
        Span<int> found = stackalloc int[EntityFeatures.Most];
        NarrowTable table = _model!.Table;
        int row = 0;
        foreach (ref readonly (int Start, int Length, int Token, SentenceCase Case) piece in scratch.Pieces.Span)
        {
            ReadOnlySpan<NameFacts> sentence = words.Slice(piece.Start - EntityFeatures.Margin, piece.Length + (2 * EntityFeatures.Margin));
            int runStart = 0, runEnd = -1;
            for (int i = 0; i < piece.Length; i++)
            {
                int at = i + EntityFeatures.Margin;
                if (!sentence[at].Candidate)
                {
                    rows[piece.Start + i] = -1;
                    continue;
                }

                Runs(sentence, at, ref runStart, ref runEnd);
                scratch.SizeRows(row + 1, table.Width);
                Span<int> scores = scratch.Scores.Slice(row * table.Width, table.Width);
                scores.Clear();
                AddSingle(scratch, sentence, at, scores, features, found);
                int count = EntityFeatures.Joined(sentence, at, Math.Max(runStart, at - 6), Math.Min(runEnd, at + 6), piece.Case, features, _model.Groups);
                table.Add(found[..table.Find(features[..count], found)], scores);
                rows[piece.Start + i] = row++;
            }
        }
    }

    // What the word and its two neighbours say each by itself: summed once, as long as the word keeps its place.
    private void AddSingle(NameScratch scratch, ReadOnlySpan<NameFacts> sentence, int at, Span<int> scores, Span<uint> features, Span<int> found)
    {
        int own = sentence[at].Place, before = sentence[at - 1].Place, after = sentence[at + 1].Place;
        if (!scratch.TryAdd(own, NameScratch.OwnSum, scores))
        {
            AddMade(scratch, own, NameScratch.OwnSum, features[..EntityFeatures.Own(sentence, at, features, _model!.Groups)], scores, found);
        }

        if (!scratch.TryAdd(before, NameScratch.BeforeSum, scores))
        {
            AddMade(scratch, before, NameScratch.BeforeSum, features[..EntityFeatures.Before(sentence, at, features, _model!.Groups)], scores, found);
        }

        if (!scratch.TryAdd(after, NameScratch.AfterSum, scores))
        {
            AddMade(scratch, after, NameScratch.AfterSum, features[..EntityFeatures.After(sentence, at, features, _model!.Groups)], scores, found);
        }
    }

    [SkipLocalsInit]
    private void AddMade(NameScratch scratch, int place, int part, ReadOnlySpan<uint> features, Span<int> scores, Span<int> found)
    {
        NarrowTable table = _model!.Table;
        Span<int> sum = stackalloc int[scores.Length];
        sum.Clear();
        table.Add(found[..table.Find(features, found)], sum);
        scratch.Keep(place, part, sum[..table.Classes]);
        for (int i = 0; i < sum.Length; i++)
        {
            scores[i] += sum[i];
        }
    }

    /// <summary>Keeps the bounds of the run of capitalised words around <paramref name="at"/>; empty where there is none.</summary>
    internal static void Runs(ReadOnlySpan<NameFacts> sentence, int at, ref int start, ref int end)
    {
        if (!sentence[at].Upper || at <= end)
        {
            return;
        }

        start = at;
        end = at;
        while (sentence[end + 1].Upper)
        {
            end++;
        }
    }

    private static void Remember(NameScratch scratch, ReadOnlySpan<(int Start, int Length, int Token, SentenceCase Case)> pieces)
    {
        ReadOnlySpan<NameFacts> words = scratch.Words;
        ReadOnlySpan<byte> labels = scratch.Labels;
        int most = 0;
        foreach (ref readonly (int Start, int Length, int Token, SentenceCase Case) piece in pieces)
        {
            for (int i = piece.Start; i < piece.Start + piece.Length; i++)
            {
                most += words[i].Upper ? 2 : 0;
            }
        }

        scratch.Memory.Reset(most);
        foreach (ref readonly (int Start, int Length, int Token, SentenceCase Case) piece in pieces)
        {
            Remember(scratch.Memory, words.Slice(piece.Start, piece.Length), labels.Slice(piece.Start, piece.Length));
        }
    }

    /// <summary>Lets the labels of a sentence vote.</summary>
    internal static void Remember(NameMemory memory, ReadOnlySpan<NameFacts> words, ReadOnlySpan<byte> labels)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!words[i].Upper)
            {
                continue;
            }

            if (Votes(i, labels[i]))
            {
                memory.Vote(words[i].Word, labels[i]);
            }

            if (i + 1 < words.Length && EntityLabel.IsOpen(labels[i]))
            {
                memory.VotePair(words[i].Word, words[i + 1].Word, EntityLabel.TypeOf(labels[i]));
            }
        }
    }

    /// <summary>Fills the votes of a sentence (with margins); returns whether there are any.</summary>
    internal static bool Recall(NameMemory memory, ReadOnlySpan<NameFacts> sentence, ReadOnlySpan<byte> labels, Span<NameVotes> votes)
    {
        votes.Clear();
        bool any = false;
        for (int at = EntityFeatures.Margin; at < sentence.Length - EntityFeatures.Margin; at++)
        {
            if (!sentence[at].Candidate)
            {
                continue;
            }

            int i = at - EntityFeatures.Margin;
            if (sentence[at].Upper)
            {
                memory.Recall(sentence[at].Word, Votes(i, labels[i]), labels[i], ref votes[at]);
                any |= votes[at].Word != 0;
            }

            if (i + 1 < labels.Length)
            {
                EntityType own = sentence[at].Upper && EntityLabel.IsOpen(labels[i]) ? EntityLabel.TypeOf(labels[i]) : EntityType.None;
                int type = (int)memory.RecallPair(sentence[at].Word, sentence[at + 1].Word, own);
                votes[at].Pair |= (byte)type;
                votes[at + 1].Pair |= (byte)(type << 4);
                any |= type != 0;
            }
        }

        return any;
    }

    // The capital of a sentence's first word tells nothing: no vote for "no name" from there.
    private static bool Votes(int place, byte label) => label != EntityLabel.Outside || place > 0;

    /// <summary>Adds to the scores of a sentence what the document tells; returns whether that is anything.</summary>
    [SkipLocalsInit]
    private bool Recall(NameScratch scratch, int start, int length)
    {
        int from = start - EntityFeatures.Margin;
        int size = length + (2 * EntityFeatures.Margin);
        ReadOnlySpan<NameFacts> sentence = scratch.Words.Slice(from, size);
        Span<NameVotes> votes = scratch.Votes.Slice(from, size);
        if (!Recall(scratch.Memory, sentence, scratch.Labels.Slice(start, length), votes))
        {
            return false;
        }

        Span<uint> features = stackalloc uint[EntityFeatures.Most];
        Span<int> found = stackalloc int[EntityFeatures.Most];
        NarrowTable table = _model!.Table;
        for (int i = 0; i < length; i++)
        {
            int row = scratch.Rows[start + i];
            if (row >= 0)
            {
                int count = EntityFeatures.Remembered(sentence, votes, i + EntityFeatures.Margin, features);
                table.Add(found[..table.Find(features[..count], found)], scratch.Scores.Slice(row * table.Width, table.Width));
            }
        }

        return true;
    }

    private void Write(DocumentContext document, NameScratch scratch, int start, int length, int token)
    {
        ReadOnlySpan<byte> labels = scratch.Labels.Slice(start, length);
        for (int i = 0; i < length;)
        {
            if (labels[i] == EntityLabel.Outside)
            {
                i++;
                continue;
            }

            int first = i;
            int margin = 0;
            do
            {
                margin += MarginOf(scratch.Scores.Slice(scratch.Rows[start + i] * _model!.Table.Width, EntityLabel.Count), labels[i]);
            }
            while (EntityLabel.IsOpen(labels[i++]) && i < length);
            document.Names.Add(new NameSpan
            {
                Tokens = new TokenRange(token + first, token + i),
                Type = EntityLabel.TypeOf(labels[first]),
                Confidence = _model.ConfidenceOf(margin),
            });
        }
    }

    // How far the best score of the label's type lies above the best of another type.
    private static int MarginOf(ReadOnlySpan<int> scores, byte label)
    {
        EntityType type = EntityLabel.TypeOf(label);
        int own = int.MinValue;
        int other = int.MinValue;
        for (byte each = 0; each < EntityLabel.Count; each++)
        {
            if (EntityLabel.TypeOf(each) != type)
            {
                other = Math.Max(other, scores[each]);
            }
            else
            {
                own = Math.Max(own, scores[each]);
            }
        }

        return own - other;
    }
}
