using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>Working memory of the recogniser for one stretch of text; lives with the context and is reused.</summary>
internal sealed class NameScratch
{
    private NameFacts[] _words = [];
    private NameVotes[] _votes = [];
    private byte[] _labels = [];
    private int[] _scores = [];
    private byte[] _back = [];
    private int[] _places = [];

    /// <summary>Words with edges between the sentences.</summary>
    public Span<NameFacts> Words => _words;

    /// <summary>Votes, parallel to <see cref="Words"/>.</summary>
    public Span<NameVotes> Votes => _votes;

    /// <summary>Labels, parallel to <see cref="Words"/>.</summary>
    public Span<byte> Labels => _labels;

    /// <summary>For each word its row of <see cref="Scores"/>, or -1 where it is no candidate.</summary>
    public Span<int> Rows => _places;

    /// <summary>Rows of label scores.</summary>
    public Span<int> Scores => _scores;

    /// <summary>Rows of back pointers of the search.</summary>
    public Span<byte> Back => _back;

    public NameMemory Memory { get; } = new();

    /// <summary>Sentences of the stretch: where each begins in <see cref="Words"/>, behind its edge, and its length.</summary>
    public Pipeline.Buffer<(int Start, int Length, int Token, SentenceCase Case)> Pieces { get; } = new();

    /// <summary>Makes room for words (edges included).</summary>
    public void Size(int words)
    {
        if (_words.Length < words)
        {
            int size = words + (words >> 1);
            _words = new NameFacts[size];
            _votes = new NameVotes[size];
            _labels = new byte[size];
            _places = new int[size];
        }
    }

    /// <summary>Makes room for rows of scores; what is in them stays.</summary>
    public void SizeRows(int rows, int stride)
    {
        if (_scores.Length < rows * stride)
        {
            Array.Resize(ref _scores, Math.Max(rows * stride, _scores.Length * 2));
            _back = new byte[_scores.Length];
        }
    }
}
