using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>Tells how the words of an attribution are given: all in quotation marks, in part, or not.</summary>
internal sealed class SpeechFormReader(GrammarWords grammarWords)
{
    public SpeechForm Of(DocumentContext document, in PhraseGrammar grammar, in QuotationMap quotations, in Attribution attribution)
    {
        int words = 0;
        int quoted = 0;
        ReadOnlySpan<TokenRange> ranges = document.Ranges.Span[attribution.Content.First..attribution.Content.End];
        foreach (TokenRange range in ranges)
        {
            for (int i = range.First; i < range.End; i++)
            {
                if (grammar.IsQuote(i) && quotations.OpeningAt(i) is >= 0 and var q)
                {
                    TokenRange inner = quotations.Quotations[q].Tokens;
                    int stop = Math.Min(inner.End, range.End);
                    quoted += stop - i;
                    words += stop - i;
                    i = stop - 1;
                    continue;
                }

                bool counts = !grammar.IsPunctuation(i) && !attribution.Addressee.Contains(i) && !(i == range.First && (grammarWords.That.Contains(grammar.Tokens[i]) || grammarWords.To.Contains(grammar.Tokens[i])));
                words += counts ? 1 : 0;
            }
        }

        if (quoted > 0)
        {
            return quoted == words ? SpeechForm.Direct : SpeechForm.Mixed;
        }

        bool own = attribution.Source.Count == 1 && document.Ranges[attribution.Source.First] is { Count: 1 } source && grammarWords.FirstPerson.Contains(grammar.Tokens[source.First])
            && (document.Article.Speaker is not null || document.Article.SpeakerCountry is not null || quotations.SpeechHolding(source.First) >= 0);
        return own ? SpeechForm.Direct : SpeechForm.Indirect;
    }
}
