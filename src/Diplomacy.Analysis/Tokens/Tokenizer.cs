using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Tokens;

/// <summary>Cuts the text into tokens. Lossless: what lies between tokens is white space.</summary>
internal sealed class Tokenizer : IAnalysisStage
{
    private readonly Vocabulary _vocabulary;

    public Tokenizer(AnalysisResources resources) => _vocabulary = resources.Vocabulary;

    public string Name => "tokens";

    public AnalysisLayers Requires => AnalysisLayers.None;

    public AnalysisLayers Provides => AnalysisLayers.Tokens;

    public void Run(DocumentContext document)
    {
        string text = document.Text;
        TokenTraits gap = TokenTraits.SpaceBefore;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                gap |= TokenTraits.SpaceBefore | (text[i] == '\n' ? TokenTraits.LineBreakBefore : 0);
                i++;
                continue;
            }

            int start = i;
            bool word = char.IsLetterOrDigit(text[i]);
            while (i < text.Length && word && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            Append(document, start, Math.Max(1, i - start), word ? TokenKind.Word : TokenKind.Punctuation, gap);
            i = Math.Max(i, start + 1);
            gap = TokenTraits.None;
        }

        document.SizeTokenLayers();
    }

    private void Append(DocumentContext document, int start, int length, TokenKind kind, TokenTraits traits)
    {
        ReadOnlySpan<char> form = document.Text.AsSpan(start, length);
        uint hash = StableHash.Of(form);
        int lexeme = _vocabulary.Find(form, hash);
        document.TokenBuffer.Add(new Token
        {
            Start = start,
            Length = length,
            Hash = hash,
            Lexeme = lexeme,
            Lower = lexeme != 0 ? _vocabulary.LowerOf(lexeme) : _vocabulary.FindLower(form),
            Kind = kind,
            Traits = traits | (char.IsUpper(form[0]) ? TokenTraits.InitialCapital : 0),
        });
    }
}
