using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Batch.Conllu;

/// <summary>
/// Fills the token and sentence layers from tokens that somebody else cut, in place of our tokenizer: the text is the
/// tokens joined by spaces. Treebanks are tagged this way, so that a tagger is not blamed for a tokenizer's choices.
/// </summary>
internal static class GivenTokens
{
    /// <summary>Writes <paramref name="sentences"/> of forms into a fresh context of <paramref name="analyzer"/>.</summary>
    public static DocumentContext Rent(DiplomacyAnalyzer analyzer, IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        DocumentContext document = analyzer.Rent(new Article { Text = string.Join(' ', sentences.Select(s => string.Join(' ', s))) });
        Vocabulary vocabulary = analyzer.Resources.Vocabulary;
        // Where our tokenizer cuts the same token, it also says what the token is; the rest is judged here.
        foreach (IAnalysisStage stage in analyzer.Stages)
        {
            if (stage.Provides == AnalysisLayers.Tokens)
            {
                stage.Run(document);
            }
        }

        Token[] ours = document.Tokens.ToArray();
        document.TokenBuffer.Clear();
        int next = 0;
        int at = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            int first = document.TokenBuffer.Count;
            foreach (string form in sentences[s])
            {
                while (next < ours.Length && ours[next].Start < at)
                {
                    next++;
                }

                bool same = next < ours.Length && ours[next].Start == at && ours[next].Length == form.Length;
                uint hash = StableHash.Of(form);
                int lexeme = vocabulary.Find(form, hash);
                document.TokenBuffer.Add(new Token
                {
                    Start = at,
                    Length = form.Length,
                    Hash = hash,
                    Lexeme = lexeme,
                    Lower = lexeme != 0 ? vocabulary.LowerOf(lexeme) : vocabulary.FindLower(form),
                    Sentence = s,
                    Kind = same ? ours[next].Kind : KindOf(form),
                    Traits = same ? ours[next].Traits : TraitsOf(form),
                });
                at += form.Length + 1;
            }

            document.SentenceBuffer.Add(new Sentence { FirstToken = first, EndToken = document.TokenBuffer.Count });
        }

        document.SizeTokenLayers();
        return document;
    }

    private static TokenKind KindOf(string form)
    {
        char c = form[0];
        if (form.Contains("://", StringComparison.Ordinal) || form.StartsWith("www.", StringComparison.Ordinal) || (form.Length > 1 && (c is '#' or '@' || form.IndexOf('@', StringComparison.Ordinal) > 0)))
        {
            return TokenKind.Address;
        }

        if (char.IsAsciiDigit(c) || (form.Length > 1 && c is '.' or '-' or '+' && char.IsAsciiDigit(form[1])))
        {
            return TokenKind.Number;
        }

        bool word = false;
        foreach (char each in form)
        {
            word |= char.IsLetterOrDigit(each);
        }

        return word ? TokenKind.Word
            : c is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '`' || form is "''" or "'" or "’" ? TokenKind.Quote
            : char.IsPunctuation(c) && c is not ('%' or '&' or '@' or '#' or '*') ? TokenKind.Punctuation
            : char.IsSymbol(c) || c is '%' or '&' or '@' or '#' or '*' ? TokenKind.Symbol
            : TokenKind.Other;
    }

    private static TokenTraits TraitsOf(string form)
    {
        TokenTraits traits = TokenTraits.SpaceBefore;
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < form.Length; i++)
        {
            char c = form[i];
            if (char.IsLetter(c))
            {
                if (letters++ == 0 && char.IsUpper(c))
                {
                    traits |= TokenTraits.InitialCapital;
                }

                capitals += char.IsUpper(c) ? 1 : 0;
                if (c > '\u024F')
                {
                    traits |= TokenTraits.NonLatin;
                }
            }
            else if (char.IsDigit(c))
            {
                traits |= TokenTraits.HasDigit;
            }
            else if (c == '-' && i > 0 && i + 1 < form.Length)
            {
                traits |= TokenTraits.HasHyphen;
            }
        }

        if (letters > 1 && capitals == letters)
        {
            traits |= TokenTraits.AllCapitals;
        }

        if (form.Length > 1 && form[^1] == '.' && letters > 0)
        {
            traits |= TokenTraits.EndsWithPeriod;
        }

        bool clitic = form.Length is > 1 and <= 3 && (form[0] is '\'' or '’' || form.Equals("n't", StringComparison.OrdinalIgnoreCase) || form.Equals("n’t", StringComparison.OrdinalIgnoreCase)) && letters > 0;
        return clitic ? traits | TokenTraits.Clitic : traits;
    }
}
