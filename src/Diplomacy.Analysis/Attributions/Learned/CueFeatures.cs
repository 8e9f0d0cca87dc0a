using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>Features of whether a token heads a cue. Numbers of templates are part of the weight file, as in <see cref="FrameWindow"/>.</summary>
internal static class CueFeatures
{
    /// <summary>Children looked at; a token with more is the head of a table.</summary>
    private const int MostChildren = 24;

    public static void Collect(FrameDocument d, int i, ref FeatureSink sink)
    {
        ref readonly Sentence s = ref d.Context.Sentences[d.Context.Tokens[i].Sentence];
        int first = s.FirstToken;
        int end = s.EndToken;
        ReadOnlySpan<PennTag> tags = d.Tags;
        uint word = d.Words[i];
        uint tag = (uint)tags[i];
        uint w1 = i > first ? d.Words[i - 1] : 1;
        uint w2 = i > first + 1 ? d.Words[i - 2] : 1;
        uint x1 = i + 1 < end ? d.Words[i + 1] : 2;
        uint x2 = i + 2 < end ? d.Words[i + 2] : 2;
        uint t1 = i > first ? (uint)tags[i - 1] : 60;
        uint t2 = i > first + 1 ? (uint)tags[i - 2] : 60;
        uint u1 = i + 1 < end ? (uint)tags[i + 1] : 61;
        uint u2 = i + 2 < end ? (uint)tags[i + 2] : 61;

        sink.Add(201, word);
        sink.Add(202, word, tag);
        sink.Add(204, w1, word);
        sink.Add(205, word, x1);
        sink.Add(206, t1, tag, u1);
        sink.Add(207, t1, word, u1);
        sink.Add(208, t2, t1, tag);
        sink.Add(209, tag, u1, u2);
        sink.Add(210, word, x1, x2);
        sink.Add(211, w2, w1, word);
        sink.Add(215, w1);
        sink.Add(216, x1);
        sink.Add(232, (uint)Math.Min(i - first, 6), tag);
        sink.Add(233, (uint)Math.Min(end - 1 - i, 4), word);
        sink.Add(241, word, u1, u2);
        sink.Add(242, t2, t1, word);
        sink.Add(243, i > first ? (uint)d.EntityOf[i - 1] : 9, i + 1 < end ? (uint)d.EntityOf[i + 1] : 9, word);
        sink.Add(245, (uint)s.Region, word);
        sink.Add(246, (uint)s.Region, tag, t1);
        Surroundings(d, i, first, end, word, tag, ref sink);
        if ((d.Groups & FrameGroups.Clusters) != 0)
        {
            sink.Add(250, d.Clusters[i], tag);
            sink.Add(251, d.Clusters[i], t1, u1);
            sink.Add(252, i > first ? d.Clusters[i - 1] : 0u, word);
            sink.Add(253, i + 1 < end ? d.Clusters[i + 1] : 0u, word);
        }

        uint quoted = d.QuoteOf[i] < 0 ? 0u : 1u;
        if ((d.Groups & FrameGroups.Quotations) != 0)
        {
            Quotes(d, i, first, end, word, tag, quoted, ref sink);
        }

        uint children = 0;
        if ((d.Groups & FrameGroups.Tree) != 0)
        {
            children = Tree(d, i, word, tag, quoted, ref sink);
        }

        if ((d.Groups & FrameGroups.Rules) != 0)
        {
            uint rule = (uint)d.RuleShape[i] * 64;
            if (d.RuleOf[i] >= 0)
            {
                ref readonly Attribution a = ref d.Rule(d.RuleOf[i]);
                rule += 1 + (uint)a.ContentKind + (a.Source.IsEmpty ? 8u : 0u) + (a.Parent >= 0 ? 16u : 0u) + (a.CueNegated ? 32u : 0u);
            }

            sink.Add(235, rule);
            sink.Add(236, rule, word);
            sink.Add(238, rule, d.RuleAny[i]);
            sink.Add(239, d.RuleAny[i], word);
            sink.Add(240, rule, quoted, children);
            sink.Add(244, rule, t1, u1);
            if ((d.Groups & FrameGroups.Tree) != 0)
            {
                sink.Add(237, rule, tag, (uint)d.Relation(i));
            }
        }
    }

    /// <summary>What stands in for the tree: the nominal to the left that may be the subject, and the first word to the right that may open a content.</summary>
    private static void Surroundings(FrameDocument d, int i, int first, int end, uint word, uint tag, ref FeatureSink sink)
    {
        uint subject = 0;
        uint subjectKind = 0;
        uint apart = 0;
        for (int k = i - 1; k >= first && k >= i - 8 && subject == 0; k--)
        {
            PennTag t = d.Tags[k];
            if (t is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.PRP or PennTag.WP or PennTag.WDT)
            {
                subject = d.Words[k];
                subjectKind = 1 + (uint)t + ((uint)d.EntityOf[k] * 64) + (apart * 1024);
            }

            apart |= t is PennTag.Comma ? 1u : t is PennTag.IN or PennTag.TO ? 2u : t is PennTag.CC ? 4u : t is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD ? 8u : 0u;
        }

        uint opener = 0;
        uint openerTag = 0;
        uint passed = 0;
        for (int k = i + 1; k < end && k <= i + 10 && opener == 0; k++)
        {
            PennTag t = d.Tags[k];
            if (t is PennTag.IN or PennTag.TO or PennTag.WP or PennTag.WRB or PennTag.WDT or PennTag.OpenQuote or PennTag.CloseQuote or PennTag.Colon or PennTag.Period || t.IsVerb() || t == PennTag.MD)
            {
                opener = d.Words[k];
                openerTag = (uint)t;
            }
            else
            {
                passed |= t is PennTag.NN or PennTag.NNS ? 1u : t is PennTag.NNP or PennTag.NNPS or PennTag.PRP ? 2u : t == PennTag.Comma ? 4u : t is PennTag.RB or PennTag.RP ? 8u : 16u;
            }
        }

        sink.Add(260, subject, word);
        sink.Add(261, subjectKind, word);
        sink.Add(262, subjectKind, tag);
        sink.Add(263, opener, word);
        sink.Add(264, openerTag, passed, word);
        sink.Add(265, openerTag, passed, tag);
        sink.Add(266, subjectKind, openerTag, passed);
    }

    private static void Quotes(FrameDocument d, int i, int first, int end, uint word, uint tag, uint quoted, ref FeatureSink sink)
    {
        uint before = 0;
        uint after = 0;
        for (int k = i - 1; k >= first && k >= i - 8 && before == 0; k--)
        {
            before = d.QuoteOf[k] >= 0 && d.QuoteOf[k] != d.QuoteOf[i] ? (uint)(i - k) : 0;
        }

        for (int k = i + 1; k < end && k <= i + 8 && after == 0; k++)
        {
            after = d.QuoteOf[k] >= 0 && d.QuoteOf[k] != d.QuoteOf[i] ? (uint)(k - i) + ((uint)d.Context.Quotations[d.QuoteOf[k]].Kind * 16) : 0;
        }

        sink.Add(217, quoted, word);
        sink.Add(229, before, tag);
        sink.Add(230, after, tag);
        sink.Add(231, before == 0 ? 0u : 1u, after == 0 ? 0u : 1u, word);
    }

    /// <summary>The children tell the frame: "said" with a complement clause, "called" with an object and an adjective.</summary>
    private static uint Tree(FrameDocument d, int i, uint word, uint tag, uint quoted, ref FeatureSink sink)
    {
        uint relation = (uint)d.Relation(i);
        int head = d.Heads[i];
        uint headWord = head >= 0 ? d.Words[head] : 3;
        sink.Add(203, tag, relation);
        sink.Add(212, word, relation);
        sink.Add(213, headWord, relation);
        sink.Add(214, word, headWord);
        sink.Add(218, quoted, tag, relation);
        sink.Add(234, (uint)(head < 0 ? 0 : head < i ? 1 : 2), relation, quoted);
        uint children = 0;
        uint subject = 0;
        uint subjectWord = 5;
        uint objectWord = 6;
        int seen = 0;
        for (int c = head == Pipeline.DocumentContext.NotParsed ? -1 : d.Context.FirstChildren[i]; c >= 0 && seen < MostChildren; c = d.Context.NextSiblings[c], seen++)
        {
            DependencyRelation r = d.Relation(c);
            sink.Add(219, word, (uint)r);
            sink.Add(220, (uint)r, d.Words[c]);
            sink.Add(221, tag, (uint)r);
            children |= r.Base() switch
            {
                DependencyRelation.Ccomp => 1u,
                DependencyRelation.Xcomp => 2u,
                DependencyRelation.Obj => 4u,
                DependencyRelation.Parataxis => 8u,
                DependencyRelation.Advcl or DependencyRelation.Acl => 16u,
                DependencyRelation.Obl or DependencyRelation.Nmod => 32u,
                DependencyRelation.Mark => 64u,
                _ => 0u,
            };
            if (r.Base() == DependencyRelation.Nsubj)
            {
                subject = 1 + ((uint)d.EntityOf[c] * 8) + (d.Tags[c] switch { PennTag.PRP => 1u, PennTag.NNP or PennTag.NNPS => 2u, PennTag.NN or PennTag.NNS => 3u, _ => 4u });
                subjectWord = d.Words[c];
            }
            else if (r.Base() == DependencyRelation.Obj)
            {
                objectWord = d.Words[c];
            }
        }

        sink.Add(222, children, word);
        sink.Add(223, children, tag, subject);
        sink.Add(224, subject, word);
        sink.Add(225, subjectWord);
        sink.Add(226, subjectWord, word);
        sink.Add(227, objectWord, word);
        sink.Add(228, children, relation, subject);
        return children;
    }
}
