using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>Features of one token and of the step to it. Numbers of templates are part of the weight file: never give one another meaning.</summary>
internal sealed partial class FrameWindow
{
    /// <summary>Features of what token <paramref name="i"/> is to the cue.</summary>
    public void Emission(int i, ref FeatureSink sink)
    {
        int k = i - First;
        uint word = _d.Words[i];
        uint tag = (uint)_d.Tags[i];
        uint cue = _d.Words[Cue];
        uint cueTag = (uint)_d.Tags[Cue];
        uint before = i > First ? _d.Words[i - 1] : 1;
        uint after = i + 1 < End ? _d.Words[i + 1] : 2;
        uint beforeTag = i > First ? (uint)_d.Tags[i - 1] : 60;
        uint afterTag = i + 1 < End ? (uint)_d.Tags[i + 1] : 61;
        uint side = i < Cue ? 1u : i == Cue ? 2u : 3u;
        int distance = i - Cue;
        uint near = (uint)(Math.Clamp(distance, -6, 6) + 8);
        uint far = side + (Math.Abs(distance) switch { < 4 => 0u, < 8 => 4u, < 16 => 8u, < 32 => 12u, _ => 16u });
        uint between = _between[k] + (side * 64u);
        uint clauses = _clauses[k] + (side * 16u);
        uint entity = (uint)_d.EntityOf[i];
        int offset = _d.Context.Tokens[i].Sentence - _d.Context.Tokens[Cue].Sentence;
        uint sentence = (uint)(Math.Clamp(offset, -2, 2) + 3);

        sink.Add(1, side);
        sink.Add(2, word, side);
        sink.Add(3, tag, side);
        sink.Add(4, beforeTag, tag, afterTag + (side * 64));
        sink.Add(5, before, side);
        sink.Add(6, after, side);
        sink.Add(15, near, cue);
        sink.Add(16, near, tag, cueTag);
        sink.Add(27, between, far);
        sink.Add(33, near, word);
        sink.Add(35, before, word, side);
        sink.Add(36, word, after, side);
        sink.Add(50, clauses, between);
        sink.Add(51, clauses, cue);
        sink.Add(52, between, cue);
        sink.Add(53, clauses, tag, sentence);
        sink.Add(54, entity, clauses);
        if ((_d.Groups & FrameGroups.Tree) != 0)
        {
            Tree(k, offset, word, tag, beforeTag, afterTag, cue, cueTag, side, between, entity, ref sink);
        }

        if ((_d.Groups & FrameGroups.Clusters) != 0)
        {
            uint cluster = _d.Clusters[i];
            uint cueCluster = _d.Clusters[Cue];
            sink.Add(60, cluster, side);
            sink.Add(61, cluster, near);
            sink.Add(62, cueCluster, between);
            sink.Add(63, cueCluster, clauses);
        }

        uint quoteCode = (uint)_quote[k] >> 2;
        if ((_d.Groups & FrameGroups.Quotations) != 0)
        {
            uint quote = _quote[k];
            sink.Add(17, far, quoteCode);
            sink.Add(18, quote, side, _d.QuoteOf[Cue] >= 0 ? 1u : 0u);
            sink.Add(20, quoteCode, cue);
            sink.Add(21, sentence, quote);
            sink.Add(22, sentence, side, quoteCode);
            sink.Add(25, between, quoteCode);
            sink.Add(29, entity, between, quoteCode);
            sink.Add(37, near, cueTag, quoteCode);
        }

        if ((_d.Groups & FrameGroups.Rules) != 0)
        {
            uint rule = _rule[k];
            uint any = _d.RuleAny[i] + (side * 16u);
            sink.Add(41, rule, _ruleKind);
            sink.Add(42, rule, cue);
            sink.Add(43, rule, _quote[k]);
            sink.Add(44, rule, tag);
            sink.Add(46, rule, any, _ruleKind);
            sink.Add(47, rule, word);
            sink.Add(48, any, quoteCode, between);
            sink.Add(49, rule, between);
            sink.Add(55, rule, any, clauses);
        }
    }

    /// <summary>Features of the step from token <paramref name="i"/> - 1 to <paramref name="i"/>.</summary>
    public void Transition(int i, ref FeatureSink sink)
    {
        int k = i - First;
        uint tag = (uint)_d.Tags[i];
        uint beforeTag = (uint)_d.Tags[i - 1];
        uint tags = tag + (beforeTag * 64);
        uint side = i <= Cue ? 1u : 2u;
        uint newSentence = _d.Context.Tokens[i].Sentence != _d.Context.Tokens[i - 1].Sentence ? 1u : 0u;
        sink.Add(101, side);
        sink.Add(102, tag, side);
        sink.Add(103, beforeTag, tag);
        sink.Add(104, _d.Words[i], side);
        sink.Add(105, _d.Words[i - 1], side);
        sink.Add(112, newSentence, _quote[k]);
        sink.Add(114, (uint)(Math.Clamp(i - Cue, -4, 4) + 5), _d.Words[Cue]);
        sink.Add(120, _between[k], _between[k - 1], side);
        sink.Add(121, tags, side, i + 1 < End ? (uint)_d.Tags[i + 1] : 61);
        if ((_d.Groups & FrameGroups.Tree) != 0)
        {
            uint edges = (_edge[k] & 5u) | ((_edge[k - 1] & 10u) << 4);
            uint same = _branch[k] == _branch[k - 1] ? 1u : 0u;
            sink.Add(106, edges, same);
            sink.Add(107, _branch[k], same, edges);
            sink.Add(108, _branch[k - 1], same, edges);
            sink.Add(109, _branch[k - 1], _branch[k]);
            sink.Add(113, edges, tag, beforeTag);
        }

        if ((_d.Groups & FrameGroups.Quotations) != 0)
        {
            sink.Add(110, _quote[k], _quote[k - 1]);
            sink.Add(111, _quote[k], _quote[k - 1], tags);
        }

        if ((_d.Groups & FrameGroups.Rules) != 0)
        {
            sink.Add(115, _rule[k], _rule[k - 1]);
            sink.Add(116, _rule[k], _rule[k - 1], _ruleKind);
            sink.Add(117, _rule[k], _rule[k - 1], tags);
            sink.Add(118, _d.RuleAny[i], _d.RuleAny[i - 1], _rule[k] + (_rule[k - 1] * 32u));
            sink.Add(119, _rule[k], _rule[k - 1], _d.Words[Cue]);
        }
    }

    private void Tree(int k, int offset, uint word, uint tag, uint beforeTag, uint afterTag, uint cue, uint cueTag, uint side, uint between, uint entity, ref FeatureSink sink)
    {
        int i = First + k;
        uint branch = _branch[k];
        uint path = _path[k];
        uint edge = _edge[k];
        uint quoteCode = (uint)_quote[k] >> 2;
        uint relation = offset == 0 ? (uint)_d.Relation(i) : 63;
        int head = offset == 0 ? _d.Heads[i] : -1;
        sink.Add(7, branch);
        sink.Add(8, branch, cue);
        sink.Add(9, branch, cueTag);
        sink.Add(10, path);
        sink.Add(11, path, cue);
        sink.Add(12, path, tag);
        sink.Add(13, branch, edge, tag);
        sink.Add(14, branch, edge);
        sink.Add(19, quoteCode, branch);
        sink.Add(23, branch, tag);
        sink.Add(24, branch, word);
        sink.Add(26, between, branch);
        sink.Add(28, entity, branch);
        sink.Add(30, relation, side);
        sink.Add(31, relation, branch, Math.Min(_depth[k], (byte)3));
        sink.Add(32, relation, head >= 0 ? _d.Words[head] : 3);
        sink.Add(34, branch, between, quoteCode);
        sink.Add(38, path, between, _d.QuoteOf[Cue] >= 0 ? 1u : 0u);
        sink.Add(39, branch, beforeTag, tag);
        sink.Add(40, branch, tag, afterTag);
        if ((_d.Groups & FrameGroups.Rules) != 0)
        {
            sink.Add(45, _rule[k], branch);
        }
    }
}
