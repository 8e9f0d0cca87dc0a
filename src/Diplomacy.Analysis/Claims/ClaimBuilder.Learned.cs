using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>
/// What the trained models make of a draft. The rules know verbs of saying and set phrases; that "the raid was a massacre of
/// innocents" condemns is told by its content words, and those were learned.
/// </summary>
internal sealed partial class ClaimBuilder
{
    // What the rules say of the stance is worth this much more than what the model alone would make of it.
    private const double RuleWeight = 1.6;

    /// <summary>Settles family and stance of a draft before runs of assertions are joined.</summary>
    private void Weigh(DocumentContext document, ClaimScratch scratch, ref ClaimDraft draft)
    {
        if (scratch.Log is null && _acts is null)
        {
            draft.Stance = StanceOf(document, scratch, draft, NamesForeign(document, scratch, draft));
            return;
        }

        Features(document, scratch, draft);
        DraftHints hints = HintsOf(document, scratch, draft);
        draft.Stance = hints.RuleStance;
        if (scratch.Log is { } log)
        {
            log.Add(Spans(document, scratch.ContentRanges.Span[draft.Content.First..draft.Content.End]), scratch.Features.Span.ToArray(), draft.Family, hints);
            return;
        }

        ActModel model = _acts!;
        Span<double> probabilities = stackalloc double[ActModel.Families];
        model.Acts(scratch.Features.Span, probabilities);
        int best = Best(probabilities);
        draft.Certainty = (float)probabilities[(int)draft.Family];
        if (best != (int)draft.Family && probabilities[best] >= model.OverrideAt)
        {
            Take(document, scratch, (ActFamily)best, ref draft);
            draft.Certainty = (float)probabilities[best];
            draft.Stance = StanceOf(document, scratch, draft, hints.Foreign);
        }

        draft.Margin = draft.Certainty - (float)Rival(probabilities, (int)draft.Family);
        if (ImpliesStance(draft.Family) || IsContact(document, draft))
        {
            return;
        }

        StanceFeatures(scratch.Features, draft.Family, hints);
        Span<double> leanings = stackalloc double[ActModel.Stances];
        model.Stance(scratch.Features.Span, leanings);
        leanings[2] *= hints.Foreign || draft.Family == ActFamily.Appeal ? model.NeutralWeight : 1;
        leanings[draft.Stance + 2] *= RuleWeight;
        int lean = Best(leanings);
        draft.Stance = leanings[lean] >= model.StanceAt ? lean - 2 : draft.Stance;
        draft.Leaning = (float)(leanings[draft.Stance + 2] / Sum(leanings));
    }

    private static int Best(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private static double Rival(ReadOnlySpan<double> values, int mine)
    {
        double most = 0;
        for (int i = 0; i < values.Length; i++)
        {
            most = i != mine && values[i] > most ? values[i] : most;
        }

        return most;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>The draft becomes one of <paramref name="family"/>: what the rules read for another is read anew.</summary>
    private void Take(DocumentContext document, ClaimScratch scratch, ActFamily family, ref ClaimDraft draft)
    {
        draft.Family = family;
        draft.Act = FinerAct(document, scratch, family, draft);
        draft.Rung = 0;
        draft.Rule = "act.learned";
        draft.Stance = 0;
        draft.StancePhrase = default;
        bool acts = family is ActFamily.Appeal or ActFamily.Demand or ActFamily.Commit or ActFamily.Threaten;
        if (acts && draft.Action.IsEmpty && draft.Verb >= 0)
        {
            draft.Action = new TokenRange(draft.Verb, scratch.ContentRanges[draft.Content.End - 1].End);
        }
        else if (!acts)
        {
            draft.Action = default;
        }

        if (draft.Party.IsEmpty && family is ActFamily.Appeal or ActFamily.Demand or ActFamily.Warn && draft.SubjectKind is not (SubjectKind.FirstPerson or SubjectKind.Own or SubjectKind.None))
        {
            (draft.Party, draft.PartyKind) = (draft.Subject, draft.SubjectKind);
        }
    }

    /// <summary>The finer act within a family: the cue's or a phrase's where they are of the family, else the commonest of it.</summary>
    private string FinerAct(DocumentContext document, ClaimScratch scratch, ActFamily family, in ClaimDraft draft)
    {
        CueReading cue = ReadCue(document, document.Attributions[draft.Attribution]);
        if (cue.Family == family)
        {
            return cue.Act;
        }

        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = range.First; i < Math.Min(range.End, range.First + ClaimFeatures.Longest); i++)
            {
                for (ActPhrase? phrase = _lexicon.Match(tokens, i, range.End, out _); phrase is not null; phrase = phrase.Next)
                {
                    if (phrase.Family == family && phrase.Act.Length > 0)
                    {
                        return phrase.Act;
                    }
                }

                if (_lexicon.Noun(tokens[i].Lower) is { } noun && noun.Family == family)
                {
                    return noun.Act;
                }
            }
        }

        return ActNames.NameOf(family);
    }

    private DraftHints HintsOf(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        bool foreign = NamesForeign(document, scratch, draft);
        return new(
            draft.Family,
            StanceOf(document, scratch, draft, foreign),
            Math.Clamp(LeanTowards(document, scratch, draft), -3, 3),
            ActionLean(document, draft),
            draft.Stance,
            draft.SubjectKind,
            draft.OwnDeed,
            draft.Negated,
            foreign);
    }

    private static bool NamesForeign(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        CodesIn(document, scratch, WholeOf(scratch, draft));
        AddCodes(document, scratch.Found, draft.Party);
        foreach (string code in scratch.Found)
        {
            if (!scratch.Own.Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the model of stance is given beside the features of the act.</summary>
    internal static void StanceFeatures(FeatureSet features, ActFamily family, in DraftHints hints)
    {
        uint f = (uint)family + 1;
        features.Add(ClaimFeatures.Of(200, f));
        features.Add(ClaimFeatures.Of(201, f, (uint)(hints.Lean + 8)));
        features.Add(ClaimFeatures.Of(202, f, (uint)(hints.ActionLean + 8)));
        features.Add(ClaimFeatures.Of(203, f, (uint)(hints.Phrase + 8)));
        features.Add(ClaimFeatures.Of(204, (uint)(hints.RuleStance + 8), family == hints.Rules ? 1u : 0u));
        features.Add(ClaimFeatures.Of(205, f, (uint)hints.Subject));
        features.Add(ClaimFeatures.Of(206, f, (hints.Own ? 4u : 0u) + (hints.Negated ? 2u : 0u) + (hints.Foreign ? 1u : 0u)));
        features.Add(ClaimFeatures.Of(207, (uint)(hints.Lean + 8), (hints.Own ? 2u : 0u) + (hints.Foreign ? 1u : 0u)));
        features.Add(ClaimFeatures.Of(208, (uint)(hints.Lean + 8), (uint)hints.Subject));
        features.Add(ClaimFeatures.Of(209, f, hints.Own ? 1u : 0u));
    }

    /// <summary>Fills <see cref="ClaimScratch.Features"/> with what the model of acts is given.</summary>
    private void Features(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        FeatureSet features = scratch.Features;
        features.Clear();
        ref Attribution attribution = ref document.Attributions[draft.Attribution];
        CueReading cue = ReadCue(document, attribution);
        bool first = IsFirstPerson(attribution);
        uint family = (uint)draft.Family + 1;
        uint subject = (uint)draft.SubjectKind;
        uint modality = (uint)draft.Modality;
        uint flags = (draft.Negated ? 1u : 0u) + (draft.Passive ? 2u : 0u) + (draft.Copula ? 4u : 0u) + (draft.Past ? 8u : 0u);
        features.Add(ClaimFeatures.Of(1, family));
        features.Add(ClaimFeatures.Of(2, StableHash.Of(draft.Rule)));
        features.Add(ClaimFeatures.Of(3, StableHash.Of(draft.Act)));
        features.Add(ClaimFeatures.Of(4, (uint)cue.Family + 1, family));
        features.Add(ClaimFeatures.Of(5, (uint)cue.Class, family));
        features.Add(ClaimFeatures.Of(6, (uint)attribution.CueKind));
        features.Add(ClaimFeatures.Of(7, (uint)attribution.ContentKind, (uint)cue.Family));
        features.Add(ClaimFeatures.Of(8, (uint)attribution.Form, first ? 1u : 0u));
        features.Add(ClaimFeatures.Of(9, subject, modality));
        features.Add(ClaimFeatures.Of(10, subject, flags));
        features.Add(ClaimFeatures.Of(11, modality, family));
        features.Add(ClaimFeatures.Of(12, subject, family));
        features.Add(ClaimFeatures.Of(13, flags));
        features.Add(ClaimFeatures.Of(14, (draft.Conditional ? 1u : 0u) + (draft.Hedged ? 2u : 0u), modality));
        features.Add(ClaimFeatures.Of(15, (uint)draft.PartyKind, draft.Party.IsEmpty ? 0u : 1u));
        if (cue.Verb is { } verb)
        {
            features.Add(ClaimFeatures.Of(16, StableHash.Of(verb.Lemma)));
        }

        for (int r = attribution.Cue.First; r < attribution.Cue.End; r++)
        {
            CueWords(document, document.Ranges[r], features);
        }

        CueWords(document, draft.Cue, features);
        ContentWords(document, scratch, draft, subject, first, features);
    }

    private void CueWords(DocumentContext document, TokenRange range, FeatureSet features)
    {
        for (int i = range.First; i < Math.Min(range.End, range.First + 8); i++)
        {
            FeatureWord word = _features.Word(document, i);
            features.Add(ClaimFeatures.Of(20, word.Word));
            features.Add(ClaimFeatures.Of(21, word.Stem));
            if (word.Cluster > 0)
            {
                features.Add(ClaimFeatures.Of(22, (uint)word.Cluster));
            }
        }
    }

    private void ContentWords(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, uint subject, bool first, FeatureSet features)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        Span<PennTag> tags = document.Tags;
        Span<EntityMention> entities = document.Entities.Span;
        uint previous = 1;
        int seen = 0, good = 0, bad = 0, nice = 0, nasty = 0;
        bool own = false, foreign = false, behind = false;
        int entity = EntityIndex.FirstAt(document, scratch.ContentRanges[draft.Content.First].First);
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = range.First; i < range.End && seen < ClaimFeatures.Longest; i++, seen++)
            {
                while (entity < entities.Length && entities[entity].Tokens.End <= i)
                {
                    entity++;
                }

                uint word, stem = 0;
                int cluster = 0;
                bool known = false;
                if (entity < entities.Length && entities[entity].Tokens.Contains(i))
                {
                    string? code = CodeOf(entities[entity]);
                    bool mine = code is not null && scratch.Own.Contains(code);
                    own |= mine;
                    foreign |= code is not null && !mine;
                    word = mine ? 2u : code is not null ? 3u : 4u + (uint)entities[entity].Type;
                    if (word == previous)
                    {
                        continue;
                    }
                }
                else
                {
                    word = ClaimFeatures.Symbol(tokens[i], tags[i]);
                    if (word == 0)
                    {
                        FeatureWord read = _features.Word(document, i);
                        (word, stem, cluster, known) = (read.Word, read.Stem, read.Cluster, true);
                    }
                }

                behind |= i == draft.Verb;
                if (known)
                {
                    features.Add(ClaimFeatures.Of(31, stem));
                    if (cluster > 0 && tags[i].IsVerb() | tags[i] is PennTag.JJ or PennTag.JJR or PennTag.JJS or PennTag.NN or PennTag.NNS or PennTag.RB)
                    {
                        features.Add(ClaimFeatures.Of(32, (uint)cluster));
                        features.Add(ClaimFeatures.Of(33, (uint)_features.Middle(cluster)));
                    }

                    int lean = _lexicon.StanceOf(tokens[i].Lower);
                    good += Math.Max(lean, 0);
                    bad += Math.Max(-lean, 0);
                    int valence = _lexicon.ValenceOf(tokens[i].Lower);
                    if (valence != 0)
                    {
                        if (_words.Negators.Contains(tokens[Math.Max(0, i - 1)]))
                        {
                            valence = -Math.Sign(valence);
                        }

                        nice += Math.Max(valence, 0);
                        nasty += Math.Max(-valence, 0);
                        uint sign = valence > 0 ? 1u : 2u;
                        features.Add(ClaimFeatures.Of(70, sign, tags[i].IsVerb() ? 1u : tags[i] is PennTag.JJ ? 2u : 3u));
                        features.Add(ClaimFeatures.Of(71, sign, subject));
                        if (draft.Verb >= 0 && i >= draft.Verb && i <= draft.Verb + 5)
                        {
                            features.Add(ClaimFeatures.Of(72, sign, (draft.Copula ? 1u : 0u) + (subject * 2)));
                        }

                        features.Add(ClaimFeatures.Of(73, (uint)(valence + 4)));
                    }

                    if (tags[i].IsVerb())
                    {
                        features.Add(ClaimFeatures.Of(34, stem, subject));
                        if (_verbs.Find(tokens[i].Lower) is { } entry && entry.Family != ActFamily.State)
                        {
                            features.Add(ClaimFeatures.Of(35, (uint)entry.Family, i == draft.Verb ? 1u : 0u));
                        }
                    }
                    else if (_lexicon.Noun(tokens[i].Lower) is { } noun)
                    {
                        features.Add(ClaimFeatures.Of(36, StableHash.Of(noun.Act)));
                    }

                    if (i == draft.Verb)
                    {
                        features.Add(ClaimFeatures.Of(37, stem));
                        features.Add(ClaimFeatures.Of(38, stem, subject));
                        features.Add(ClaimFeatures.Of(39, (uint)cluster, subject));
                        features.Add(ClaimFeatures.Of(40, stem, (uint)draft.Modality));
                    }

                    for (ActPhrase? phrase = _lexicon.Match(tokens, i, range.End, out _); phrase is not null; phrase = phrase.Next)
                    {
                        uint act = StableHash.Of(phrase.Act);
                        features.Add(ClaimFeatures.Of(41, (uint)phrase.Kind, act));
                        features.Add(ClaimFeatures.Of(42, StableHash.Combine((uint)phrase.Kind, act), subject));
                    }
                }
                else
                {
                    features.Add(ClaimFeatures.Of(43, word, behind ? 1u : 0u));
                }

                previous = word;
            }
        }

        uint tone = nasty > nice ? 2u : nice > nasty ? 1u : 0u;
        features.Add(ClaimFeatures.Of(74, (uint)Math.Min(nice, 6)));
        features.Add(ClaimFeatures.Of(75, (uint)Math.Min(nasty, 6)));
        features.Add(ClaimFeatures.Of(76, tone, subject));
        features.Add(ClaimFeatures.Of(77, tone, (own ? 2u : 0u) + (foreign ? 1u : 0u)));
        features.Add(ClaimFeatures.Of(78, tone, (uint)draft.Family));
        features.Add(ClaimFeatures.Of(79, (uint)Math.Clamp(nice - nasty, -5, 5) + 6));
        features.Add(ClaimFeatures.Of(50, (uint)Math.Min(good, 4)));
        features.Add(ClaimFeatures.Of(51, (uint)Math.Min(bad, 4)));
        features.Add(ClaimFeatures.Of(52, bad > good ? 2u : good > bad ? 1u : 0u, subject));
        features.Add(ClaimFeatures.Of(53, bad > good ? 2u : good > bad ? 1u : 0u, (own ? 2u : 0u) + (foreign ? 1u : 0u)));
        features.Add(ClaimFeatures.Of(54, (own ? 2u : 0u) + (foreign ? 1u : 0u), first ? 1u : 0u));
        features.Add(ClaimFeatures.Of(55, (uint)Math.Min(seen / 6, 6)));
    }
}
