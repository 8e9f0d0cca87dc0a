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
        if (CutPlain(phrase, exact, out int plain))
        {
            return _ids.AsSpan(0, plain);
        }

        // The blank keeps a final period from being taken for the end of a text ("U.S." at the very end).
        _document.Reset(new Article { Text = (exact ? phrase : WithCapitals(phrase)) + " x" });
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

    // Tables write titles small, texts do not, and the tokenizer knows many abbreviations by their capital alone: "gen." is "Gen.".
    private static string WithCapitals(string phrase)
    {
        if (!phrase.Contains('.', StringComparison.Ordinal))
        {
            return phrase;
        }

        char[] letters = phrase.ToCharArray();
        for (int start = 0; start < letters.Length;)
        {
            int end = Array.IndexOf(letters, ' ', start);
            end = end < 0 ? letters.Length : end;
            if (end - start > 2 && Array.IndexOf(letters, '.', start) == end - 1)
            {
                letters[start] = char.ToUpperInvariant(letters[start]);
            }

            start = end + 1;
        }

        return new string(letters);
    }

    // Words of plain letters between single blanks are tokens by any rule; most phrases are such, and the lexicons load
    // three times faster without a tokenizer's run for each. Words that the tokenizer splits ("cannot") are no names.
    private bool CutPlain(string phrase, bool exact, out int count)
    {
        count = 0;
        int start = 0;
        for (int i = 0; i <= phrase.Length; i++)
        {
            if (i < phrase.Length && phrase[i] != ' ')
            {
                if (!char.IsAsciiLetter(phrase[i]))
                {
                    return false;
                }

                continue;
            }

            if (i == start || i - start > 40 || count == _ids.Length)
            {
                return false;
            }

            int id = _vocabulary.Intern(phrase.AsSpan(start, i - start));
            _ids[count++] = exact ? id : _vocabulary.LowerOf(id);
            start = i + 1;
        }

        return count > 0;
    }
}
