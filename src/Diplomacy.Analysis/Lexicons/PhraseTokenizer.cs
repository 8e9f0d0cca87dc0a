using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// Cuts phrases of lexicons into lexeme ids with the tokenizer that later cuts the texts, so that what a table writes is
/// what a text shows. For use while the analyzer is built.
/// </summary>
internal sealed class PhraseTokenizer
{
    private readonly Tokenizer _tokenizer;
    private readonly Vocabulary _vocabulary;
    private readonly DocumentContext _document = new();
    private int[] _ids = new int[16];

    public PhraseTokenizer(AnalysisResources resources)
    {
        _tokenizer = new Tokenizer(resources);
        _vocabulary = resources.Vocabulary;
    }

    /// <summary>The lexeme ids of <paramref name="phrase"/>, in lower case unless <paramref name="exact"/>; valid until the next call.</summary>
    public ReadOnlySpan<int> Cut(string phrase, bool exact)
    {
        // The blank keeps a final period from being taken for the end of a text ("U.S." at the very end).
        _document.Reset(new Article { Text = phrase + " x" });
        _tokenizer.Run(_document);
        ReadOnlySpan<Token> tokens = _document.Tokens;
        int count = tokens.Length - 1;
        if (_ids.Length < count)
        {
            _ids = new int[count * 2];
        }

        for (int i = 0; i < count; i++)
        {
            int id = tokens[i].Lexeme != 0 ? tokens[i].Lexeme : _vocabulary.Intern(_document.TokenText(i));
            _ids[i] = exact ? id : _vocabulary.LowerOf(id);
        }

        return _ids.AsSpan(0, count);
    }
}
