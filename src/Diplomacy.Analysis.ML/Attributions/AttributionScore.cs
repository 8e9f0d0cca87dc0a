using System.Globalization;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.ML.Attributions;

/// <summary>
/// Counts right attributions as the project's scorer does: gold and found are paired by the overlap of their contents (Dice of at least a half);
/// a source is right if half of it lies in the gold source and covers a quarter of that; a cue is right from a Dice of a half.
/// </summary>
internal sealed class AttributionScore
{
    private int _gold;
    private int _found;
    private int _content;
    private int _source;
    private int _all;

    /// <summary>F1 of attributions whose content is right, 0..100.</summary>
    public double Content => F1(_content);

    /// <summary>F1 of attributions whose content and source are right, 0..100.</summary>
    public double Source => F1(_source);

    /// <summary>F1 of attributions of which everything is right, 0..100.</summary>
    public double All => F1(_all);

    /// <summary>Adds a document.</summary>
    public void Add(DocumentContext context, AttributedArticle article)
    {
        Parts[] gold = [.. article.Attributions.Select(g => new Parts(Tokens(context, g.Source), Tokens(context, g.Cue), Tokens(context, g.Content)))];
        Parts[] found = new Parts[context.Shown.Items.Count];
        for (int i = 0; i < found.Length; i++)
        {
            ShownAttribution shown = context.Shown.Items[i];
            found[i] = new Parts(Tokens(context, shown.Source), Tokens(context, shown.Cue), Tokens(context, shown.Content));
        }

        _gold += gold.Length;
        _found += found.Length;
        List<(double Dice, int Gold, int Found)> pairs = [];
        for (int g = 0; g < gold.Length; g++)
        {
            for (int f = 0; f < found.Length; f++)
            {
                if (Dice(gold[g].Content, found[f].Content) is >= 0.5 and var dice)
                {
                    pairs.Add((-dice, g, f));
                }
            }
        }

        pairs.Sort();
        bool[] goldTaken = new bool[gold.Length];
        bool[] foundTaken = new bool[found.Length];
        foreach ((_, int g, int f) in pairs)
        {
            if (goldTaken[g] || foundTaken[f])
            {
                continue;
            }

            goldTaken[g] = foundTaken[f] = true;
            HashSet<int> right = gold[g].Source, given = found[f].Source;
            int both = given.Count(right.Contains);
            bool source = right.Count == 0 ? given.Count == 0 : both > 0 && both * 2 >= given.Count && both * 4 >= right.Count;
            bool cue = gold[g].Cue.Count == 0 ? found[f].Cue.Count == 0 : Dice(gold[g].Cue, found[f].Cue) >= 0.5;
            _content++;
            _source += source ? 1 : 0;
            _all += source && cue ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"attributions {_found} found, {_gold} gold; F1 of content {Content:0.0}, and source {Source:0.0}, and cue {All:0.0}");

    private double F1(int right) => _gold + _found == 0 ? 0 : 200.0 * right / (_gold + _found);

    private static double Dice(HashSet<int> a, HashSet<int> b)
    {
        int both = a.Count(b.Contains);
        return both == 0 ? 0 : 2.0 * both / (a.Count + b.Count);
    }

    private static HashSet<int> Tokens(DocumentContext context, TextSpan[] spans)
    {
        HashSet<int> tokens = [];
        foreach (TextSpan span in spans)
        {
            for (int i = AttributionTrainer.FirstTokenAt(context, span.Start); i < context.Tokens.Length && context.Tokens[i].Start < span.End; i++)
            {
                tokens.Add(i);
            }
        }

        return tokens;
    }

    private static HashSet<int> Tokens(DocumentContext context, TokenRange slice)
    {
        HashSet<int> tokens = [];
        for (int r = slice.First; r < slice.End; r++)
        {
            tokens.UnionWith(Enumerable.Range(context.Ranges[r].First, context.Ranges[r].Count));
        }

        return tokens;
    }

    private sealed record Parts(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content);
}
