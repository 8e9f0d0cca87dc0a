using System.Globalization;
using Diplomacy.Analysis.Attributions.Explaining;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Regions;

namespace Diplomacy.Analysis.Cli;

/// <summary>An explanation as lines that a person reads.</summary>
internal static class ExplanationText
{
    /// <summary>Candidates with a cue less likely than this are counted, not told.</summary>
    private const double Worth = 0.02;

    private static readonly string[] Roles = ["nothing", "source", "cue", "content"];

    public static void Write(TextWriter writer, string text, AttributionExplanation explanation, OffsetMap map)
    {
        string where = explanation.Quotation is { } kind ? $", in quotation marks ({kind.ToString().ToLowerInvariant()})" : "";
        writer.WriteLine($"{Quote(text, explanation.Word)} at {map.Convert(explanation.Word.Start)}{where}");
        writer.WriteLine($"in: {Flat(text, explanation.Sentence)}");
        if (explanation.Region is not (RegionKind.Body or RegionKind.Headline))
        {
            writer.WriteLine($"The sentence is no part of the article's body ({explanation.Region}): no cue is looked for.");
        }

        foreach ((string rule, TextSpan content) in explanation.Cueless)
        {
            writer.WriteLine($"Content without a cue, by rule '{rule}': {Flat(text, content)}");
        }

        int told = 0;
        foreach (ExplainedCue cue in explanation.Cues)
        {
            if (cue.Shown || cue.Probability >= Worth || cue.Rule is not null)
            {
                Write(writer, text, cue, ++told, map);
            }
        }

        int rest = explanation.Cues.Count - told;
        writer.WriteLine(rest == 0 && told == 0 ? "No word that reaches it may be a cue."
            : rest == 0 ? "No other word that reaches it may be a cue."
            : string.Create(CultureInfo.InvariantCulture, $"{rest} other {(rest == 1 ? "word was" : "words were")} looked at; each is a cue with a probability below {Worth}."));
    }

    private static void Write(TextWriter writer, string text, ExplainedCue cue, int number, OffsetMap map)
    {
        string rule = cue.Rule is null ? "no rule found it" : cue.Inner ? $"rule '{cue.Rule}', inside the speaker's own words" : $"rule '{cue.Rule}'";
        string verdict = cue.Shown ? "an attribution"
            : cue.LostTo is { } winner ? $"no attribution: its cue is that of {Quote(text, winner)}, which is likelier"
            : cue.Margin >= 0 ? "no attribution: it has no content"
            : string.Create(CultureInfo.InvariantCulture, $"no attribution: short by {-cue.Margin:0.00}");
        writer.WriteLine();
        writer.WriteLine($"{number}. {Quote(text, cue.Word)} at {map.Convert(cue.Word.Start)}: {verdict}");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   a cue with probability {cue.Probability:0.00}, needed {cue.Needed:0.00} ({rule})"));
        writer.WriteLine($"   {(cue.Shown ? "source" : "its source would be")}: {Join(text, cue.Source)} | cue: {Join(text, cue.Cue)} | content: {Join(text, cue.Content)}");
        IEnumerable<string> roles = Roles.Select((name, i) => (name, p: cue.Roles[i])).Where(r => r.p >= 0.005).OrderByDescending(r => r.p)
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.name} {r.p:0.00}"));
        writer.WriteLine($"   to it the word is {string.Join(", ", roles)}");
    }

    private static string Join(string text, IReadOnlyList<TextSpan> spans) => spans.Count == 0 ? "none" : string.Join(" + ", spans.Select(s => Flat(text, s)));

    private static string Quote(string text, TextSpan span) => $"'{Flat(text, span)}'";

    /// <summary>The words of a span on one line.</summary>
    private static string Flat(string text, TextSpan span) => string.Join(' ', span.Slice(text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
