using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Quotations;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

/// <summary>
/// Finds the person that "he" or "she" means: of those named in the last sentences the one that weighs most by nearness,
/// place in the clause, gender and how much the text is about him.
/// </summary>
internal static class AntecedentFinder
{
    private const int FarthestSentence = 8;
    private const int FarthestEntity = 120;
    private const float SpokeLast = 2.4f;

    /// <summary>Number of features of a candidate.</summary>
    internal const int FeatureCount = 15;

    // Fitted by a conditional logit over the candidates of each pronoun in GAP development; what they reach is in the
    // note to the measuring command. Order as in Measure.
    private static readonly float[] Weights =
    [
        -0.84f, -0.29f, 1.48f, 0.17f, -1.2f, 0.26f, 0.99f, 0.64f, -0.18f, 0.57f, 0.51f, 0.98f, 0.23f, 0.38f, 2.9f,
    ];

    /// <summary>
    /// Index of the mention that the pronoun at <paramref name="at"/> takes up, or -1. Names inside the content of
    /// <paramref name="attribution"/> (its index, or -1) do not count: who is spoken of does not speak.
    /// <paramref name="lastSpeaker"/> is the number of the person who spoke last, or -1.
    /// </summary>
    public static int Find(DocumentContext document, int at, char gender, int attribution, int lastSpeaker, out double weight)
    {
        int best = -1;
        weight = 0;
        Span<float> features = stackalloc float[FeatureCount];
        for (int i = EntityIndex.FirstAt(document, at) - 1, steps = 0; i >= 0 && steps < FarthestEntity; i--, steps++)
        {
            ref EntityMention entity = ref document.Entities[i];
            if (!Measure(document, i, at, gender, features, out bool far) || (attribution >= 0 && document.Keeps(GuardRules.SpokenOf) && InContent(document, attribution, entity.Tokens.First)))
            {
                if (far)
                {
                    break;
                }

                continue;
            }

            double mine = lastSpeaker >= 0 && lastSpeaker == entity.Chain ? SpokeLast : 0;
            for (int f = 0; f < FeatureCount; f++)
            {
                mine += features[f] * Weights[f];
            }

            if (mine > weight + 1e-6)
            {
                weight = mine;
                best = i;
            }
        }

        return best;
    }

    /// <summary>The features of a mention as what a pronoun takes up; false where it cannot be (no person, other gender, too far).</summary>
    internal static bool Measure(DocumentContext document, int entityIndex, int at, char gender, Span<float> features, out bool far)
    {
        ref EntityMention entity = ref document.Entities[entityIndex];
        ReadOnlySpan<Token> tokens = document.Tokens;
        int first = entity.Tokens.First;
        int distance = tokens[at].Sentence - tokens[first].Sentence;
        far = distance > FarthestSentence;
        int person = EntityIndex.PersonOf(document, entity);
        char of = entity.Identity?.Gender ?? '\0';
        if (far || person < 0 || (of is 'm' or 'f' && of != gender && document.Keeps(GuardRules.Gender)))
        {
            return false;
        }

        Sentence sentence = document.Sentences[tokens[first].Sentence];
        bool subject = IsSubject(document, entity.Tokens);
        PennTag before = first > sentence.FirstToken ? document.Tags[first - 1] : PennTag.None;
        bool possessive = entity.Tokens.End < tokens.Length && document.Tags[entity.Tokens.End] == PennTag.POS;
        bool possessivePronoun = document.Tags[at] == PennTag.PRPS;
        bool pronounSubject = at + 1 < tokens.Length && document.Tags[at + 1] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD or PennTag.RB;
        features[0] = Math.Min(distance, FarthestSentence);
        features[1] = MathF.Log2(1 + at - entity.Tokens.End);
        features[2] = subject ? 1 : 0;
        features[3] = of == gender ? 1 : 0;
        features[4] = InQuotation(document, first) ? 1 : 0;
        features[5] = possessive ? 1 : 0;
        features[6] = distance == 0 && !subject ? 1 : 0;
        features[7] = distance == 0 ? 1 : 0;
        features[8] = before is PennTag.IN or PennTag.TO ? 1 : 0;
        features[9] = before.IsVerb() ? 1 : 0;
        features[10] = subject && pronounSubject ? 1 : 0;
        features[11] = possessivePronoun && distance == 0 ? 1 : 0;
        features[12] = first - sentence.FirstToken <= 2 ? 1 : 0;
        features[13] = MathF.Log2(1 + MentionsBefore(document, entityIndex, entity.Chain));
        features[14] = 1;
        return true;
    }

    // How often the person was named before: whom the text is about.
    private static int MentionsBefore(DocumentContext document, int entityIndex, int chain)
    {
        int count = 0;
        for (int i = entityIndex - 1; i >= 0 && i >= entityIndex - 60; i--)
        {
            count += document.Entities[i].Chain == chain ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the token stands in the content of an attribution.</summary>
    public static bool InContent(DocumentContext document, int index, int token)
    {
        ref readonly Attribution attribution = ref document.Attributions[index];
        for (int r = attribution.Content.First; r < attribution.Content.End; r++)
        {
            if (document.Ranges[r].Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the token stands in somebody's quoted speech.</summary>
    public static bool InQuotation(DocumentContext document, int token)
    {
        Span<Quotation> quotations = document.Quotations.Span;
        int low = 0;
        int high = quotations.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = quotations[middle].Tokens.First <= token ? (middle + 1, high) : (low, middle);
        }

        for (int i = low - 1, steps = 0; i >= 0 && steps < 3; i--, steps++)
        {
            if (quotations[i].Kind == QuotationKind.Speech && quotations[i].Tokens.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a verb with tense follows the name, with at most an apposition between: a subject, as far as that can be told without a tree.</summary>
    public static bool IsSubject(DocumentContext document, TokenRange name)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        int end = name.End < tokens.Length ? document.Sentences[tokens[name.First].Sentence].EndToken : name.End;
        int i = name.End;
        if (i < end && document.Text[tokens[i].Start] == ',')
        {
            if (name.First - document.Sentences[tokens[name.First].Sentence].FirstToken <= 3)
            {
                // "Okoro, a member of the council, in a statement attacked ...": the sentence starts with its subject.
                return true;
            }

            for (int steps = 0; i + 1 < end && steps < 16; steps++)
            {
                i++;
                if (document.Text[tokens[i].Start] == ',')
                {
                    i++;
                    break;
                }
            }
        }

        while (i < end && document.Tags[i] is PennTag.RB)
        {
            i++;
        }

        return i < end && document.Tags[i] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD;
    }
}
