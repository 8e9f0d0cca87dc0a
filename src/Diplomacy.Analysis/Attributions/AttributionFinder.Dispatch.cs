using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Regions;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Attributions;

/// <summary>Forms of dispatches and letters that layout marks and not grammar: dashes before a name, lists behind a colon.</summary>
internal sealed partial class AttributionFinder
{
    /// <summary>A signature is no longer; what is goes on as a sentence.</summary>
    private const int LongestSignature = 10;

    /// <summary>
    /// A quotation signed behind a dash: “We will not wait.” — Ana Ruiz, chairwoman. The signature ends its line; where a sentence goes on
    /// ("“Never” — words that Oslo noted — was his reply") there is none.
    /// </summary>
    private static bool TryDash(DocumentContext document, in PhraseGrammar grammar, in Quotation quotation, int index)
    {
        // “The Long Road” — Ana Ruiz: a title has no full stop.
        TokenRange quoted = quotation.Tokens;
        int dash = quoted.End;
        if (dash + 1 >= document.Tokens.Length || !IsDash(grammar, dash) || (quotation.Kind != QuotationKind.Speech && !grammar.IsStop(quotation.Inner.End - 1)))
        {
            return false;
        }

        int first = dash + 1;
        int end = first;
        while (end < document.Tokens.Length && end < first + LongestSignature && !grammar.Tokens[end].Is(TokenTraits.LineBreakBefore | TokenTraits.ParagraphBreakBefore)
            && !grammar.IsComma(end) && !grammar.IsOpen(end) && !grammar.IsStop(end))
        {
            if (grammar.Tags[end].IsFinite() || grammar.IsQuote(end) || IsDash(grammar, end))
            {
                return false;
            }

            end++;
        }

        bool named = end > first && end < first + LongestSignature && grammar.Tokens[first].Is(TokenTraits.InitialCapital);
        int entity = EntityIndex.FirstAt(document, first);
        named &= grammar.Tags[Math.Max(first, end - 1)].IsProper()
            || (entity < document.Entities.Count && document.Entities[entity] is { Type: EntityType.Person or EntityType.Organization } mention && mention.Tokens.First < end);
        if (!named)
        {
            return false;
        }

        var attribution = new Attribution
        {
            Source = Pool(document, new TokenRange(first, end), default),
            Cue = Pool(document, new TokenRange(dash, dash + 1), default),
            Content = Pool(document, quoted, default),
            CueHead = dash,
            CueKind = CueKind.Adjacency,
            ContentKind = ContentKind.Quotation,
            Form = SpeechForm.Direct,
            Parent = -1,
            Confidence = 0.9f,
            Rule = "dash-signature",
        };
        document.QuotationOwners[index] = document.Attributions.Count;
        document.Attributions.Add(attribution);
        return true;
    }

    private static bool IsDash(in PhraseGrammar grammar, int token) => grammar.IsDash(token) || (grammar.Tokens[token].Length == 1 && grammar.Text[grammar.Tokens[token].Start] == '―')
        || (grammar.Tokens[token].Kind == TokenKind.Punctuation && grammar.Text[grammar.Tokens[token].Start] == '-' && grammar.Tokens[token].Is(TokenTraits.LineBreakBefore));

    /// <summary>"The minister said:" with a list of statements behind it, each on a line of its own under a bullet or a number.</summary>
    private static bool TryList(DocumentContext document, in PhraseGrammar grammar, int sentence)
    {
        ReadOnlySpan<Sentence> sentences = document.Sentences;
        if (sentence + 1 >= sentences.Length || !grammar.IsColon(sentences[sentence].EndToken - 1) || BulletEnd(grammar, sentences[sentence + 1]) < 0)
        {
            return false;
        }

        int cue = document.Cues.Count - 1;
        while (cue >= 0 && (document.Cues[cue].Source.IsEmpty || (document.Cues[cue].Frames & (VerbFrames.That | VerbFrames.Quote)) == 0))
        {
            cue--;
        }

        if (cue < 0 || document.Cues[cue].Head < sentences[sentence].FirstToken)
        {
            return false;
        }

        int start = document.Ranges.Count;
        TokenRange source = Pool(document, document.Cues[cue].Source, default);
        TokenRange words = Pool(document, document.Cues[cue].Cue, default);
        int content = document.Ranges.Count;
        for (int s = sentence + 1; s < sentences.Length && sentences[s].Region == RegionKind.Body && document.Ranges.Count < content + MostPieces; s++)
        {
            int first = BulletEnd(grammar, sentences[s]);
            bool goesOn = s > sentence + 1 && sentences[s].Paragraph == sentences[s - 1].Paragraph && !grammar.Tokens[sentences[s].FirstToken].Is(TokenTraits.LineBreakBefore);
            if (first < 0 && !goesOn)
            {
                break;
            }

            int end = sentences[s].EndToken;
            while (end > Math.Max(first, sentences[s].FirstToken) && (grammar.IsStop(end - 1) || grammar.IsSemicolon(end - 1) || grammar.IsComma(end - 1)))
            {
                end--;
            }

            if (end > Math.Max(first, sentences[s].FirstToken))
            {
                document.Ranges.Add(new TokenRange(Math.Max(first, sentences[s].FirstToken), end));
            }
        }

        if (document.Ranges.Count == content)
        {
            document.Ranges.Resize(start);
            return false;
        }

        document.Attributions.Add(new Attribution
        {
            Source = source,
            Cue = words,
            Content = new TokenRange(content, document.Ranges.Count),
            CueHead = document.Cues[cue].Head,
            Verb = document.Cues[cue].Verb,
            CueKind = CueKind.Verb,
            ContentKind = ContentKind.Clause,
            Form = SpeechForm.Indirect,
            Parent = -1,
            Confidence = 0.8f,
            Rule = "list",
        });
        return true;
    }

    /// <summary>The first token behind the bullet ("•", "-", "1.", "(a)") that opens a sentence on a line of its own; -1 where there is none.</summary>
    private static int BulletEnd(in PhraseGrammar grammar, in Sentence sentence)
    {
        int first = sentence.FirstToken;
        if (sentence.TokenCount < 3 || !grammar.Tokens[first].Is(TokenTraits.LineBreakBefore | TokenTraits.ParagraphBreakBefore))
        {
            return -1;
        }

        char c = grammar.Text[grammar.Tokens[first].Start];
        bool one = grammar.Tokens[first].Length == 1;
        if (one && c is '•' or '·' or '▪' or '●' or '◦' or '*' or '-' or '–' or '—')
        {
            return first + 1;
        }

        int mark = one && c == '(' ? first + 1 : first;
        if (grammar.Tokens[mark].Length > 3 || !(char.IsAsciiDigit(grammar.Text[grammar.Tokens[mark].Start]) || grammar.Tokens[mark].Length == 1))
        {
            return -1;
        }

        bool closed = grammar.IsClose(mark + 1) || (grammar.Tokens[mark + 1].Length == 1 && grammar.IsStop(mark + 1));
        return closed ? mark + 2 : char.IsAsciiDigit(c) && grammar.Text[grammar.Tokens[first].End - 1] == '.' ? first + 1 : -1;
    }
}
