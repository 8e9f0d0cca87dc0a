using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions;

/// <summary>What no word of saying introduces: quotations of their own, colons, the speaker's own sentences.</summary>
internal sealed partial class AttributionFinder
{
    private const int MostPieces = 12;

    /// <summary>In a first-person text each sentence is the speaker's.</summary>
    private static void AddOwnWords(DocumentContext document, in PhraseGrammar grammar, in Sentence sentence)
    {
        int stop = sentence.EndToken;
        if (stop > sentence.FirstToken && grammar.IsStop(stop - 1) && grammar.Text[grammar.Tokens[stop - 1].Start] == '.')
        {
            stop--;
        }

        if (stop - sentence.FirstToken < 2)
        {
            return;
        }

        document.Attributions.Add(new Attribution
        {
            Content = Pool(document, new TokenRange(sentence.FirstToken, stop), default),
            CueHead = -1,
            CueKind = CueKind.FirstPerson,
            ContentKind = ContentKind.Clause,
            Form = SpeechForm.Direct,
            Parent = -1,
            Confidence = 0.9f,
            Rule = "first-person",
        });
    }

    /// <summary>
    /// Gives the quotations that end in this sentence to a speaker: to the attribution they continue, or to the one
    /// who spoke before them.
    /// </summary>
    private static void LinkQuotations(DocumentContext document, in PhraseGrammar grammar, in QuotationMap quotations, in Sentence sentence, ref int next)
    {
        for (; next < quotations.Quotations.Length; next++)
        {
            ref readonly Quotation q = ref quotations.Quotations[next];
            if (q.Tokens.End - 1 >= sentence.EndToken)
            {
                return;
            }

            if (q.Depth != 0 || document.QuotationOwners[next] >= 0 || q.Inner.Count < 2 || q.Tokens.End - 1 < sentence.FirstToken || TryDash(document, grammar, q, next) || q.Kind != QuotationKind.Speech)
            {
                continue;
            }

            int owner = q.Continues >= 0 ? document.QuotationOwners[q.Continues] : -1;
            bool opensSentence = document.Sentences[grammar.Tokens[q.Tokens.First].Sentence].FirstToken == q.Tokens.First;
            if (owner < 0 && !opensSentence)
            {
                continue;
            }

            int last = owner >= 0 ? owner : LastBefore(document, grammar, q.Tokens.First);
            if (last < 0)
            {
                continue;
            }

            int paragraph = document.Sentences[grammar.Tokens[q.Tokens.First].Sentence].Paragraph;
            TokenRange piece = document.Ranges[document.Attributions[last].Content.End - 1];
            int distance = paragraph - document.Sentences[grammar.Tokens[Math.Max(piece.First, document.Attributions[last].CueHead)].Sentence].Paragraph;
            bool continues = owner >= 0 || (distance == 0 && document.Attributions[last].ContentKind == ContentKind.Quotation);
            if (continues && document.Attributions[last].Content.Count < MostPieces)
            {
                Append(document, last, q.Tokens);
                document.QuotationOwners[next] = last;
            }
            else if (distance <= 2)
            {
                document.QuotationOwners[next] = document.Attributions.Count;
                document.Attributions.Add(new Attribution
                {
                    Source = document.Attributions[last].Source,
                    Content = Pool(document, q.Tokens, default),
                    CueHead = -1,
                    CueKind = CueKind.Adjacency,
                    ContentKind = ContentKind.Quotation,
                    Form = SpeechForm.Direct,
                    Parent = -1,
                    Confidence = distance == 0 ? 0.7f : 0.5f,
                    Rule = "carried",
                });
            }
        }
    }

    /// <summary>The last attribution of the sentences before <paramref name="token"/> that stands inside no quotation, or -1.</summary>
    private static int LastBefore(DocumentContext document, in PhraseGrammar grammar, int token)
    {
        Span<Attribution> attributions = document.Attributions.Span;
        int sentence = grammar.Tokens[token].Sentence;
        int best = -1;
        for (int i = attributions.Length - 1; i >= 0 && i >= attributions.Length - 16; i--)
        {
            ref readonly Attribution a = ref attributions[i];
            if (a.Source.IsEmpty)
            {
                continue;
            }

            int place = a.CueHead >= 0 ? a.CueHead : document.Ranges[a.Content.First].First;
            if (grammar.Tokens[place].Sentence >= sentence)
            {
                continue;
            }

            if (best >= 0 && grammar.Tokens[place].Sentence < grammar.Tokens[Place(document, best)].Sentence)
            {
                break;
            }

            // The outermost of the sentence: the one whose cue stands in nobody's words.
            bool inner = false;
            for (int j = Math.Max(0, i - 8); j < Math.Min(attributions.Length, i + 8) && !inner && a.CueHead >= 0; j++)
            {
                for (int r = attributions[j].Content.First; j != i && r < attributions[j].Content.End; r++)
                {
                    inner |= document.Ranges[r].Contains(a.CueHead);
                }
            }

            if (!inner)
            {
                best = i;
            }
        }

        return best;
    }

    private static int Place(DocumentContext document, int attribution) => document.Attributions[attribution].CueHead >= 0
        ? document.Attributions[attribution].CueHead
        : document.Ranges[document.Attributions[attribution].Content.First].First;

    private static void Append(DocumentContext document, int attribution, TokenRange piece)
    {
        TokenRange old = document.Attributions[attribution].Content;
        int start = document.Ranges.Count;
        for (int r = old.First; r < old.End; r++)
        {
            TokenRange copy = document.Ranges[r];
            document.Ranges.Add(copy);
        }

        document.Ranges.Add(piece);
        document.Attributions[attribution].Content = new TokenRange(start, document.Ranges.Count);
    }

    /// <summary>"Merkel: we will not wait", "Lavrov: “...”", "And from Chairwoman Ruiz: “...”" at the head of a sentence.</summary>
    private void TryColon(DocumentContext document, in PhraseGrammar grammar, in QuotationMap quotations, int first, int end)
    {
        int lead = first;
        while (lead < end - 2 && lead < first + 3 && _leads.Contains(grammar.Tokens[lead]))
        {
            lead++;
        }

        first = lead;
        int limit = Math.Min(end - 2, first + 10);
        int colon = first + 1;
        while (colon < limit && !grammar.IsColon(colon) && !grammar.Tags[colon].IsFinite() && !grammar.IsQuote(colon))
        {
            colon++;
        }

        if (colon >= limit || !grammar.IsColon(colon) || !grammar.Tags[colon - 1].IsNoun() || _words.Day.Contains(grammar.Tokens[colon - 1]) || _words.Month.Contains(grammar.Tokens[colon - 1]) || grammar.BaseStart(colon - 1, first) != first)
        {
            return;
        }

        // Without an entity layer any proper name will do.
        bool speaker = grammar.Tags[colon - 1].IsProper() && document.Entities.Count == 0;
        ReadOnlySpan<EntityMention> entities = document.Entities.Span;
        for (int e = EntityIndex.FirstAt(document, first); e < entities.Length && entities[e].Tokens.First < colon; e++)
        {
            speaker |= entities[e].Tokens.First >= first && entities[e].Tokens.End == colon && entities[e].Type is EntityType.Person or EntityType.Organization;
        }

        if (!speaker && document.Keeps(GuardRules.ColonLabel))
        {
            return;
        }

        int start = colon + 1;
        int stop = end;
        int q = quotations.OpeningAt(start);
        if (q >= 0)
        {
            stop = Math.Max(stop, quotations.Quotations[q].Tokens.End);
        }

        while (stop > start && grammar.IsStop(stop - 1) && grammar.Text[grammar.Tokens[stop - 1].Start] == '.')
        {
            stop--;
        }

        var attribution = new Attribution
        {
            Source = Pool(document, new TokenRange(first, colon), default),
            Cue = Pool(document, new TokenRange(colon, colon + 1), default),
            Content = Pool(document, new TokenRange(start, stop), default),
            CueHead = colon,
            CueKind = CueKind.Colon,
            ContentKind = q >= 0 ? ContentKind.Quotation : ContentKind.Clause,
            Parent = -1,
            Confidence = 0.7f,
            Rule = "colon-label",
        };
        attribution.Form = _forms.Of(document, grammar, quotations, attribution);
        Own(document, quotations, new TokenRange(start, stop));
        document.Attributions.Add(attribution);
    }
}
