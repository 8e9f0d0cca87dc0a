using System.Text;
using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Tests.Attributions;

/// <summary>Attributions of a text in a form that a test can state: <c>source | cue | content</c>, pieces joined by <c> + </c>.</summary>
internal static class AttributionLines
{
    public static string[] Of(string text) => Of(new Article { Text = text });

    public static string[] Of(Article article)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(article);
        DocumentContext context = document.Context;
        var lines = new string[context.Attributions.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            Attribution a = context.Attributions[i];
            lines[i] = $"{Pieces(context, a.Source)} | {Pieces(context, a.Cue)} | {Pieces(context, a.Content)}";
        }

        return lines;
    }

    public static Attribution[] Raw(string text, out string[] addressees)
    {
        using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(new Article { Text = text });
        DocumentContext context = document.Context;
        Attribution[] found = context.Attributions.Span.ToArray();
        addressees = [.. found.Select(a => context.SpanOf(a.Addressee).Slice(text).ToString())];
        return found;
    }

    private static string Pieces(DocumentContext context, TokenRange slice)
    {
        var text = new StringBuilder();
        for (int r = slice.First; r < slice.End; r++)
        {
            text.Append(text.Length > 0 ? " + " : "").Append(context.SpanOf(context.Ranges[r]).Slice(context.Text));
        }

        return text.ToString();
    }
}
