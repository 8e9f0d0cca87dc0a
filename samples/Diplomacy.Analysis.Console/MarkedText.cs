using System.Globalization;

namespace Diplomacy.Analysis.Samples;

/// <summary>Prints the source text with the spans of its claims marked in place.</summary>
internal static class MarkedText
{
    public static void Write(TextWriter output, string text, IReadOnlyList<Claim> claims)
    {
        // Where spans end at the same place the inner one must close first: order by position, closers before openers.
        var marks = new SortedSet<(int At, int Order, string Mark)>();
        for (int i = 0; i < claims.Count; i++)
        {
            Add(marks, claims[i].SpeakerSpans, "{", "}", inner: 1);
            Add(marks, claims[i].CueSpans, "<", ">", inner: 2);
            Add(marks, claims[i].ContentSpans, string.Create(CultureInfo.InvariantCulture, $"[{i + 1} "), "]", inner: 0);
        }

        int at = 0;
        foreach ((int position, _, string mark) in marks)
        {
            output.Write(text.AsSpan(at, position - at));
            output.Write(mark);
            at = position;
        }

        output.WriteLine(text.AsSpan(at).TrimEnd());
    }

    private static void Add(SortedSet<(int At, int Order, string Mark)> marks, IReadOnlyList<TextSpan> spans, string open, string close, int inner)
    {
        foreach (TextSpan span in spans)
        {
            marks.Add((span.Start, 10 + inner, open));
            marks.Add((span.End, 10 - inner - 1, close));
        }
    }
}
