using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>One unit: trimmed, laid out as core tokens, handed to the right reader.</summary>
internal sealed partial class ClaimBuilder
{
    private void BuildUnit(DocumentContext document, ClaimScratch scratch, int index)
    {
        TrimUnit(document, scratch, document.Attributions[index].ContentKind is ContentKind.NounPhrase or ContentKind.Gerund);
        if (scratch.Unit.Count == 0)
        {
            return;
        }

        int inner = InnerAttribution(document, scratch);
        ref Attribution outer = ref document.Attributions[index];
        if (inner >= 0 && document.Attributions[inner].CueKind == CueKind.Noun && outer.ContentKind is ContentKind.Infinitive or ContentKind.Gerund)
        {
            // "urged Rome to end its support for the rebels and to talk": the noun is part of what is asked.
            inner = -1;
        }

        LayOut(document, scratch, inner < 0 ? int.MaxValue : StartOf(document, scratch, inner));
        if (inner >= 0 && FindPredicate(scratch, LastBoundary(scratch) + 1, scratch.Core.Count) >= 0)
        {
            // "said the visit was agreed before Rome called for a boycott": the inner words hang on a clause that says something itself.
            inner = -1;
            LayOut(document, scratch, int.MaxValue);
        }

        if (scratch.Core.Count == 0 && inner < 0)
        {
            return;
        }

        Attribution attribution = document.Attributions[index];
        CueReading cue = ReadCue(document, attribution);
        if ((IsFirstPerson(attribution) || attribution.CueKind == CueKind.Colon) && document.Keeps(GuardRules.Courtesy) && IsCourtesy(scratch))
        {
            return;
        }

        if (inner >= 0 && attribution.ContentKind is ContentKind.Clause or ContentKind.Quotation or ContentKind.Other)
        {
            BuildLayer(document, scratch, index, inner, cue);
            BuildRemainder(document, scratch, index, inner);
            return;
        }

        switch (attribution.ContentKind)
        {
            case ContentKind.Infinitive:
            case ContentKind.Gerund:
            case ContentKind.NounPhrase:
                BuildPhrase(document, scratch, index, cue, 0, scratch.Core.Count, PartyOf(document, attribution), default);
                break;
            default:
                BuildClauses(document, scratch, index, cue);
                break;
        }
    }

    /// <summary>"Bonn has refused to pay and is ready to go to court": what is coordinated behind the inner words is read for itself.</summary>
    private void BuildRemainder(DocumentContext document, ClaimScratch scratch, int index, int inner)
    {
        ref Attribution child = ref document.Attributions[inner];
        int from = child.Content.IsEmpty ? int.MaxValue : document.Ranges[child.Content.End - 1].End;
        int kept = 0;
        for (int u = 0; u < scratch.Unit.Count; u++)
        {
            TokenRange piece = scratch.Unit[u];
            piece = new TokenRange(Math.Max(piece.First, from), piece.End);
            if (!piece.IsEmpty)
            {
                scratch.Unit[kept++] = piece;
            }
        }

        scratch.Unit.Resize(kept);
        // Few sentences hold more than a handful; the limit keeps the stack flat on endless ones.
        if (kept == 0 || scratch.Unit[0].Count < 4 || scratch.Depth >= 12)
        {
            return;
        }

        int first = scratch.Unit[0].First;
        first += _words.Comma.Contains(document.Tokens[first]) ? 1 : 0;
        if (!_words.Coordinators.Contains(document.Tokens[first]))
        {
            return;
        }

        scratch.Inherited = child.Source.IsEmpty ? SubjectKind.None : KindOfSource(document, scratch, document.Ranges[child.Source.First]);
        scratch.Depth++;
        BuildUnit(document, scratch, index);
        scratch.Depth--;
        scratch.Inherited = SubjectKind.None;
    }

    private SubjectKind KindOfSource(DocumentContext document, ClaimScratch scratch, TokenRange source)
    {
        if (_words.FirstPerson.Contains(document.Tokens[source.First]))
        {
            return SubjectKind.FirstPerson;
        }

        CodesIn(document, scratch, source);
        return scratch.Found.Count == 0 ? SubjectKind.Thing : scratch.Own.Contains(scratch.Found[0]) ? SubjectKind.Own : SubjectKind.Other;
    }

    /// <summary>No outer quotation marks, no "that" or "to" in front, no commas and stops at the edges.</summary>
    private void TrimUnit(DocumentContext document, ClaimScratch scratch, bool phrase)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        int kept = 0;
        for (int u = 0; u < scratch.Unit.Count; u++)
        {
            (int first, int end) = (scratch.Unit[u].First, scratch.Unit[u].End);
            int marks = 0;
            bool outer = tokens[first].Kind == TokenKind.Quote && IsDouble(document, tokens[first]);
            for (int i = first; i < end; i++)
            {
                // An apostrophe that stands alone pairs with no double mark.
                marks += tokens[i].Kind == TokenKind.Quote && (!outer || IsDouble(document, tokens[i])) ? 1 : 0;
            }

            bool changed = true;
            while (changed && first < end)
            {
                changed = false;
                if (end - first > 1 && _words.Otherwise.Contains(tokens[end - 1]))
                {
                    end--;
                    changed = true;
                }

                if (IsEdge(tokens[end - 1]) && !PairsInside(tokens[end - 1], tokens[first], marks))
                {
                    marks -= tokens[end - 1].Kind == TokenKind.Quote ? 1 : 0;
                    end--;
                    changed = true;
                }

                if (first < end && IsEdge(tokens[first]) && !PairsInside(tokens[first], tokens[end - 1], marks))
                {
                    marks -= tokens[first].Kind == TokenKind.Quote ? 1 : 0;
                    first++;
                    changed = true;
                }
                else if (first < end && kept == 0 && _words.That.Contains(tokens[first]) && document.Tags[first] is PennTag.IN or PennTag.None)
                {
                    first++;
                    changed = true;
                }
                else if (first + 1 < end && kept == 0 && _words.To.Contains(tokens[first]) && document.Tags[first + 1] is PennTag.VB or PennTag.RB or PennTag.None)
                {
                    first++;
                    changed = true;
                }
                else if (first + 1 < end && kept == 0 && phrase && u == 0 && _words.Prepositions.Contains(tokens[first]) && document.Tags[first] is PennTag.IN or PennTag.TO)
                {
                    first++;
                    phrase = false;
                    changed = true;
                }
                else if (first + 2 < end && kept == 0 && document.Tags[first] is PennTag.RB or PennTag.UH && _words.Comma.Contains(tokens[first + 1]) && !_words.Negators.Contains(tokens[first]))
                {
                    // "However, talks went on."
                    first += 2;
                    changed = true;
                }
                else if (first + 2 < end && kept == 0 && document.Tags[first] == PennTag.VBG && _verbs.Find(tokens[first].Lower) is { Class: VerbClass.Say, Family: ActFamily.State })
                {
                    // "issued a statement [saying] the treaty stood"
                    first++;
                    changed = true;
                }
                else if (first + 1 < end && kept == 0 && _words.Coordinators.Contains(tokens[first]))
                {
                    first++;
                    changed = true;
                }
            }

            if (first < end)
            {
                scratch.Unit[kept++] = new TokenRange(first, end);
            }
        }

        scratch.Unit.Resize(kept);
    }

    private static bool IsDouble(DocumentContext document, in Token token) => token.Length > 1 || document.Text[token.Start] is not ('\'' or '’' or '‘' or '‚' or '`');

    private bool IsEdge(in Token token) => token.Kind is TokenKind.Quote || _words.Stops.Contains(token) || _words.Comma.Contains(token)
        || (token.Kind == TokenKind.Punctuation && token.Length == 1 && !token.Is(TokenTraits.HasDigit));

    /// <summary>
    /// A mark at one edge whose fellow stands inside is part of the content: <c>called it "a farce"</c>. Told by counting:
    /// the number of marks between the edges is odd, and the other edge is no mark.
    /// </summary>
    private static bool PairsInside(in Token edge, in Token other, int marks) => edge.Kind == TokenKind.Quote && other.Kind != TokenKind.Quote && ((marks - 1) & 1) == 1;

    /// <summary>Fills the core: the unit's tokens without adverbs and quotation marks, up to document token <paramref name="stop"/>.</summary>
    private void LayOut(DocumentContext document, ClaimScratch scratch, int stop)
    {
        scratch.Core.Clear();
        scratch.Map.Clear();
        scratch.Tags.Clear();
        ReadOnlySpan<Token> tokens = document.Tokens;
        Span<PennTag> tags = document.Tags;
        for (int u = 0; u < scratch.Unit.Count; u++)
        {
            for (int i = scratch.Unit[u].First; i < scratch.Unit[u].End && i < stop; i++)
            {
                ref readonly Token token = ref tokens[i];
                if (tags[i] == PennTag.CC && i > scratch.Unit[u].First && i + 1 < scratch.Unit[u].End && tags[i - 1].IsAdverb() && tags[i + 1].IsAdverb() && !_words.Negators.Contains(tokens[i + 1]))
                {
                    // "immediately and unconditionally": joins adverbs, which are no core tokens.
                    continue;
                }

                if (token.Kind == TokenKind.Quote || (tags[i].IsAdverb() && !_words.Negators.Contains(token) && !_words.Subordinators.Contains(token) && !_words.Particles.Contains(token)))
                {
                    continue;
                }

                scratch.Core.Add(token);
                scratch.Map.Add(i);
                bool infinitive = tags[i] == PennTag.VBP && scratch.Core.Count > 1 && _words.To.Contains(scratch.Core[scratch.Core.Count - 2]);
                scratch.Tags.Add(infinitive ? PennTag.VB : tags[i]);
            }
        }
    }

    /// <summary>
    /// The first attribution that lies inside this unit of its parent, or -1. Children are linked in text order and the
    /// cursor only moves forward, so all units of a parent together see each child once.
    /// </summary>
    private static int InnerAttribution(DocumentContext document, ClaimScratch scratch)
    {
        int first = scratch.Unit[0].First;
        while (scratch.ChildCursor >= 0 && FirstToken(document, scratch.ChildCursor) < first)
        {
            scratch.ChildCursor = scratch.NextSibling[scratch.ChildCursor];
        }

        int child = scratch.ChildCursor;
        return child >= 0 && FirstToken(document, child) < scratch.Unit[scratch.Unit.Count - 1].End ? child : -1;
    }

    /// <summary>Links each attribution to its first child and each child to the next, in text order.</summary>
    private static void LinkChildren(DocumentContext document, ClaimScratch scratch)
    {
        int count = document.Attributions.Count;
        scratch.FirstChild.Resize(count);
        scratch.NextSibling.Resize(count);
        scratch.FirstChild.Span.Fill(-1);
        for (int i = count - 1; i >= 0; i--)
        {
            int parent = document.Attributions[i].Parent;
            if ((uint)parent < (uint)count && parent != i && !scratch.Skipped[i])
            {
                scratch.NextSibling[i] = scratch.FirstChild[parent];
                scratch.FirstChild[parent] = i;
            }
        }
    }

    private static int FirstToken(DocumentContext document, int attribution)
    {
        ref Attribution a = ref document.Attributions[attribution];
        int first = int.MaxValue;
        if (!a.Content.IsEmpty)
        {
            first = document.Ranges[a.Content.First].First;
        }

        if (!a.Cue.IsEmpty)
        {
            first = Math.Min(first, document.Ranges[a.Cue.First].First);
        }

        return first;
    }

    /// <summary>Where the inner attribution begins: at its source if that stands before its cue inside the unit.</summary>
    private static int StartOf(DocumentContext document, ClaimScratch scratch, int inner)
    {
        int first = FirstToken(document, inner);
        ref Attribution child = ref document.Attributions[inner];
        if (!child.Source.IsEmpty)
        {
            int source = document.Ranges[child.Source.First].First;
            if (source >= scratch.Unit[0].First && source < first && document.Tokens[source].Sentence == document.Tokens[first].Sentence)
            {
                return source;
            }
        }

        return first;
    }

    private static bool IsFirstPerson(in Attribution attribution) => attribution.CueKind is CueKind.FirstPerson or CueKind.Turn;

    /// <summary>
    /// Sayings without a proposition: "discussed ties" inside another's words, "is seen as", "consider it": the whole is
    /// told by the words around, or nothing is said.
    /// </summary>
    private bool IsIdle(DocumentContext document, in Attribution attribution, in CueReading cue)
    {
        if (document.Keeps(GuardRules.RelativeThing) && attribution.Source.Count == 1 && document.Ranges[attribution.Source.First] is { Count: > 0 } who && document.Tags[who.End - 1] == PennTag.WDT
            && attribution.ContentKind is ContentKind.NounPhrase or ContentKind.Infinitive or ContentKind.Gerund)
        {
            // "a bill that supports farmers", "a country which recognised the junta", "few of which threatened to sink": things and deeds.
            return true;
        }

        if (document.Keeps(GuardRules.AskedByOthers) && cue.Class == VerbClass.Ask && attribution.ContentKind is ContentKind.Clause or ContentKind.Quotation && attribution.Speaker?.Country is null or "-" && IsAsked(document, attribution))
        {
            // "A reporter asked whether ...": no claim of anybody's.
            return true;
        }

        if (attribution.Parent < 0 && attribution.Source.Count == 1 && document.Ranges[attribution.Source.First] is { Count: 1 } anyone && _words.Second.Contains(document.Tokens[anyone.First]))
        {
            // "If you want to opt out": whoever reads it.
            return true;
        }

        if (attribution.CueKind == CueKind.Verb && cue.Verb is { } verb && attribution.CueHead >= 0
            && ((document.Tags[attribution.CueHead] == PennTag.VBG && verb.Class == VerbClass.Think && verb.Family is ActFamily.State or ActFamily.Acknowledge)
                || (verb.Lemma == "want" && attribution.ContentKind == ContentKind.Infinitive && document.Tags[attribution.CueHead] is PennTag.VBD or PennTag.VBN)))
        {
            // "seeing what they did, she left", "he wanted to marry": told of him, not said by him.
            return true;
        }

        if (!document.Keeps(GuardRules.BareTopic) || cue.Family != ActFamily.State || attribution.ContentKind is not (ContentKind.NounPhrase or ContentKind.Other) || attribution.CueKind != CueKind.Verb || cue.Nominal || cue.Act == "DeclineComment")
        {
            return false;
        }

        bool judges = cue.Verb is { } judge && ((judge.Takes(VerbFrames.As) && judge.Class == VerbClass.Say) || judge.Lemma is "announce" or "unveil");
        if (judges)
        {
            return false;
        }

        if (cue.Verb is { } said && (document.Tags[attribution.CueHead] == PennTag.VBG || !NamesTopic(said.Lemma)))
        {
            // "revealed the wording", "Addressing his supporters": what was said of it is not told.
            return true;
        }

        return attribution.Parent >= 0 || attribution.Source.IsEmpty || cue.Class is VerbClass.Think or VerbClass.Position or VerbClass.None or VerbClass.Show
            || (cue.Class == VerbClass.Ask) || document.Ranges[attribution.Content.First].Count < 2;
    }

    /// <summary>Verbs whose bare object is what was said: "discussed the border", "stressed the role of trade".</summary>
    private static bool NamesTopic(string lemma) => lemma is "discuss" or "highlight" or "stress" or "emphasize" or "emphasise" or "underline" or "underscore" or "explain" or "outline" or "set"
        or "review" or "voice" or "express" or "reiterate" or "reaffirm" or "declare" or "claim" or "note" or "address" or "assert";

    /// <summary>Whether the content is a question, direct or not.</summary>
    private bool IsAsked(DocumentContext document, in Attribution attribution)
    {
        TokenRange last = document.Ranges[attribution.Content.End - 1];
        int first = document.Ranges[attribution.Content.First].First;
        while (first < last.End - 1 && document.Tokens[first].Kind == TokenKind.Quote)
        {
            first++;
        }

        for (int i = Math.Max(first, last.End - 2); i < Math.Min(document.Tokens.Length, last.End + 2); i++)
        {
            if (_words.Question.Contains(document.Tokens[i]))
            {
                return true;
            }
        }

        return _words.What.Contains(document.Tokens[first]) || _words.ConditionLead.Contains(document.Tokens[first]);
    }

    /// <summary>"Thank you very much, Mr. Minister." is no claim.</summary>
    private bool IsCourtesy(ClaimScratch scratch)
    {
        ReadOnlySpan<Token> core = scratch.Core.Span;
        if (core.Length > 9 || core.Length == 0)
        {
            return core.Length == 0;
        }

        return _words.Answers.Contains(core[0]) || core.Length < 3;
    }
}
