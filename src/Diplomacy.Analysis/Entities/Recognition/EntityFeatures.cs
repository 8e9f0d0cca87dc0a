using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>
/// The features of the recogniser, as hashes. Order and numbers of the templates are part of the trained weights: a change
/// here asks for new training.
/// </summary>
internal static class EntityFeatures
{
    /// <summary>Most features of one token, of both sorts.</summary>
    public const int Most = 80;

    /// <summary>Places that must be readable before the first and behind the last word of a sentence.</summary>
    public const int Margin = 2;

    /// <summary>Stands for the words outside of the sentence.</summary>
    public static readonly NameFacts Edge = new() { Word = 1, Exact = 1, Shape = 1, Case = NameShape.Edge, Place = NameScratch.EdgePlace };

    /// <summary>What the sentence itself tells about word <paramref name="at"/>.</summary>
    /// <param name="words">The facts of the sentence with <see cref="Margin"/> edges on both sides.</param>
    /// <param name="at">Place of the word in <paramref name="words"/>.</param>
    /// <param name="runStart">First word of the run of capitalised words around it, at most 6 back.</param>
    /// <param name="runEnd">Last word of that run.</param>
    /// <param name="letterCase">How the sentence uses capitals.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <param name="groups">Which groups of features to make; for ablation.</param>
    /// <returns>Number of features.</returns>
    public static int Local(ReadOnlySpan<NameFacts> words, int at, int runStart, int runEnd, SentenceCase letterCase, Span<uint> features, FeatureGroups groups = FeatureGroups.All) =>
        Local<Whole>(words, at, runStart, runEnd, letterCase, features, groups);

    /// <summary>Those of them that join words, or words and their place: the rest once the sums of single words stand ready.</summary>
    public static int Joined(ReadOnlySpan<NameFacts> words, int at, int runStart, int runEnd, SentenceCase letterCase, Span<uint> features, FeatureGroups groups) =>
        Local<JoinedPart>(words, at, runStart, runEnd, letterCase, features, groups);

    /// <summary>Those that look at the word alone.</summary>
    public static int Own(ReadOnlySpan<NameFacts> words, int at, Span<uint> features, FeatureGroups groups) =>
        Local<OwnPart>(words, at, at, at, SentenceCase.Mixed, features, groups);

    /// <summary>Those that look at the word before <paramref name="at"/> alone.</summary>
    public static int Before(ReadOnlySpan<NameFacts> words, int at, Span<uint> features, FeatureGroups groups) =>
        Local<BeforePart>(words, at, at, at, SentenceCase.Mixed, features, groups);

    /// <summary>Those that look at the word behind <paramref name="at"/> alone.</summary>
    public static int After(ReadOnlySpan<NameFacts> words, int at, Span<uint> features, FeatureGroups groups) =>
        Local<AfterPart>(words, at, at, at, SentenceCase.Mixed, features, groups);

    // One list of templates, whole in training and in parts in use; of a part the compiler leaves only its own.
    private static int Local<TPart>(ReadOnlySpan<NameFacts> words, int at, int runStart, int runEnd, SentenceCase letterCase, Span<uint> features, FeatureGroups groups)
        where TPart : struct, IPart
    {
        ref readonly NameFacts b2 = ref words[at - 2];
        ref readonly NameFacts b1 = ref words[at - 1];
        ref readonly NameFacts a = ref words[at];
        ref readonly NameFacts n1 = ref words[at + 1];
        ref readonly NameFacts n2 = ref words[at + 2];
        bool first = b1.Case == NameShape.Edge;
        var f = new Sink(features);
        if (TPart.Joined)
        {
            f.Add(0, first ? 1u : 2u);
        }

        if (TPart.Own)
        {
            f.Add(1, a.Exact);
            f.Add(2, a.Word);
        }

        if (TPart.Before)
        {
            f.Add(3, b1.Word);
        }

        if (TPart.After)
        {
            f.Add(4, n1.Word);
        }

        if (TPart.Joined)
        {
            f.Add(5, b2.Word);
            f.Add(6, n2.Word);
            f.Add(7, b1.Word, a.Word);
            f.Add(8, a.Word, n1.Word);
            f.Add(9, b2.Word, b1.Word);
            f.Add(10, n1.Word, n2.Word);
            f.Add(11, b1.Word, n1.Word);
        }

        if ((groups & FeatureGroups.Shape) != 0)
        {
            uint cases = (uint)(a.Case | (b1.Case << 4) | (n1.Case << 8));
            if (TPart.Own)
            {
                f.Add(12, a.Shape);
            }

            if (TPart.Joined)
            {
                f.Add(13, b1.Shape, a.Shape);
                f.Add(14, a.Shape, n1.Shape);
                f.Add(15, cases);
                f.Add(16, cases | (uint)((b2.Case << 12) | (n2.Case << 16)));
                f.Add(17, (uint)(a.Case | (first ? 16 : 0) | ((int)letterCase << 5)));
            }
        }

        if ((groups & FeatureGroups.Affixes) != 0)
        {
            if (TPart.Own)
            {
                f.AddKnown(18, a.Prefix2);
                f.AddKnown(19, a.Prefix3);
                f.AddKnown(20, a.Prefix4);
                f.AddKnown(21, a.Suffix1);
                f.AddKnown(22, a.Suffix2);
                f.AddKnown(23, a.Suffix3);
                f.AddKnown(24, a.Suffix4);
            }

            if (TPart.Before)
            {
                f.AddKnown(25, b1.Suffix3);
            }

            if (TPart.After)
            {
                f.AddKnown(26, n1.Suffix3);
            }
        }

        if ((groups & FeatureGroups.Clusters) != 0)
        {
            if (TPart.Own)
            {
                f.Add(27, ((uint)a.Fine << 4) | a.Case);
                f.Add(28, ((uint)a.Middle << 4) | a.Case);
                f.Add(29, ((uint)a.Coarse << 4) | a.Case);
            }

            if (TPart.Before)
            {
                f.Add(30, ((uint)b1.Fine << 4) | b1.Case);
            }

            if (TPart.After)
            {
                f.Add(31, ((uint)n1.Fine << 4) | n1.Case);
            }

            if (TPart.Before)
            {
                f.Add(32, b1.Middle);
            }

            if (TPart.After)
            {
                f.Add(33, n1.Middle);
            }

            if (TPart.Joined)
            {
                f.Add(34, b2.Fine);
                f.Add(35, n2.Fine);
                f.Add(36, ((uint)b1.Fine << 16) | a.Fine);
                f.Add(37, ((uint)a.Fine << 16) | n1.Fine);
                f.Add(38, ((uint)b1.Middle << 16) | a.Middle);
                f.Add(39, ((uint)a.Middle << 16) | n1.Middle);
                f.Add(40, ((uint)b1.Coarse << 16) | ((uint)a.Coarse << 8) | n1.Coarse);
                f.Add(41, b1.Word, a.Middle);
                f.Add(42, a.Middle, n1.Word);
            }
        }

        if ((groups & FeatureGroups.Kinds) != 0)
        {
            if (TPart.Own)
            {
                f.Add(50, ((uint)a.Kind << 4) | a.Case);
            }

            if (TPart.Before)
            {
                f.Add(51, ((uint)b1.Kind << 4) | b1.Case);
            }

            if (TPart.After)
            {
                f.Add(52, ((uint)n1.Kind << 4) | n1.Case);
            }

            if (TPart.Joined)
            {
                f.Add(53, ((uint)b1.Kind << 8) | a.Kind);
                f.Add(54, ((uint)a.Kind << 8) | n1.Kind);
                f.Add(55, ((uint)b1.Kind << 16) | ((uint)a.Kind << 8) | n1.Kind);
                f.Add(56, b1.Word, a.Kind);
                f.Add(57, a.Kind, n1.Word);
            }
        }

        if (TPart.Joined && (groups & FeatureGroups.Runs) != 0 && a.Upper)
        {
            // "the Lima office of Simetrik said": what stands before and behind the whole run of capitals, and its ends.
            ref readonly NameFacts before = ref words[runStart - 1];
            ref readonly NameFacts behind = ref words[runEnd + 1];
            f.Add(60, before.Word);
            f.Add(61, behind.Word);
            f.Add(62, before.Word, behind.Word);
            f.Add(63, (uint)(((at - runStart) << 3) + (runEnd - at)));
            f.Add(64, words[runEnd].Word);
            f.Add(65, words[runStart].Word);
            f.Add(66, ((uint)words[runEnd].Fine << 3) | (uint)(runEnd - at));
            f.Add(67, ((uint)words[runStart].Fine << 3) | (uint)(at - runStart));
            f.Add(68, before.Fine);
            f.Add(69, behind.Fine);
        }

        return f.Finish();
    }

    /// <summary>
    /// What the rest of the document tells: the labels that the first pass gave the same words elsewhere. Made apart, so
    /// that the second pass adds them to the scores of the first.
    /// </summary>
    /// <param name="words">As in <see cref="Local"/>.</param>
    /// <param name="memory">The votes, parallel to <paramref name="words"/>.</param>
    /// <param name="at">Place of the word.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <returns>Number of features; 0 where the document tells nothing.</returns>
    public static int Remembered(ReadOnlySpan<NameFacts> words, ReadOnlySpan<NameVotes> memory, int at, Span<uint> features)
    {
        ref readonly NameVotes a = ref memory[at];
        ref readonly NameVotes b1 = ref memory[at - 1];
        ref readonly NameVotes n1 = ref memory[at + 1];
        var f = new Sink(features);
        if (a.Word != 0)
        {
            f.Add(80, a.Word);
            f.Add(81, ((uint)a.Type << 4) | words[at].Case);
            f.Add(82, ((uint)a.Type << 4) | b1.Type);
            f.Add(83, ((uint)a.Type << 4) | n1.Type);
            f.Add(84, ((uint)a.Type << 8) | words[at].Coarse);
            f.Add(90, ((uint)a.Word << 4) | words[at - 1].Case);
            f.Add(91, ((uint)a.Word << 4) | words[at + 1].Case);
        }

        if (b1.Word != 0)
        {
            f.Add(85, b1.Word);
        }

        if (n1.Word != 0)
        {
            f.Add(86, n1.Word);
        }

        if (a.Pair != 0)
        {
            f.Add(87, a.Pair);
            f.Add(88, ((uint)a.Pair << 4) | a.Type);
        }

        if (b1.Pair != 0)
        {
            f.Add(89, b1.Pair);
        }

        return f.Finish();
    }

    private interface IPart
    {
        static abstract bool Own { get; }

        static abstract bool Before { get; }

        static abstract bool After { get; }

        static abstract bool Joined { get; }
    }

    private readonly struct Whole : IPart
    {
        public static bool Own => true;

        public static bool Before => true;

        public static bool After => true;

        public static bool Joined => true;
    }

    private readonly struct OwnPart : IPart
    {
        public static bool Own => true;

        public static bool Before => false;

        public static bool After => false;

        public static bool Joined => false;
    }

    private readonly struct BeforePart : IPart
    {
        public static bool Own => false;

        public static bool Before => true;

        public static bool After => false;

        public static bool Joined => false;
    }

    private readonly struct AfterPart : IPart
    {
        public static bool Own => false;

        public static bool Before => false;

        public static bool After => true;

        public static bool Joined => false;
    }

    private readonly struct JoinedPart : IPart
    {
        public static bool Own => false;

        public static bool Before => false;

        public static bool After => false;

        public static bool Joined => true;
    }

    private ref struct Sink
    {
        private readonly Span<uint> _features;
        private int _count;

        public Sink(Span<uint> features)
        {
            _features = features;
            _count = 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint template, uint value) => _features[_count++] = (value * 0x9E3779B1u) + (template * 0x85EBCA77u) + 0x165667B1u;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint template, uint one, uint other) => Add(template, (one * 0x85EBCA6Bu) ^ (other + 0x7F4A7C15u + (one >> 15)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddKnown(uint template, uint value)
        {
            if (value != 0)
            {
                Add(template, value);
            }
        }

        /// <summary>The last step of all hashes, eight at a time; gives the number of features.</summary>
        public readonly int Finish()
        {
            StableHash.Mix(_features[..((_count + 7) & ~7)]);
            Span<uint> features = _features[.._count];

            // 0 is no key of a table.
            if (features.Contains(0u))
            {
                features.Replace(0u, 1u);
            }

            return _count;
        }
    }
}
