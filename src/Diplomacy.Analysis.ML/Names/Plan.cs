using System.Text;
using System.Text.Json.Nodes;

namespace Diplomacy.Analysis.ML.Names;

/// <summary>The swaps of one document: the new text, and how old offsets, names and codes read in it.</summary>
internal sealed class Plan
{
    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, StateNames> _states;
    private readonly Dictionary<string, StateNames> _byCode;
    private readonly int[] _moved;
    private readonly int[] _units;

    public Plan(string text, List<(TextSpan Span, string With)> edits, Dictionary<string, string> names, Dictionary<string, StateNames> states, Dictionary<string, StateNames> byCode)
    {
        (_names, _states, _byCode) = (names, states, byCode);

        // Offset of each UTF-16 unit of the old text in the new one; an offset inside a swapped name falls to its end or start.
        var builder = new StringBuilder(text.Length);
        int[] moved = new int[text.Length + 1];
        int at = 0;
        foreach ((TextSpan span, string with) in edits)
        {
            for (; at < span.Start; at++)
            {
                moved[at] = builder.Length;
                builder.Append(text[at]);
            }

            moved[at] = builder.Length;
            builder.Append(with);
            for (at++; at < span.End; at++)
            {
                moved[at] = builder.Length;
            }
        }

        for (; at < text.Length; at++)
        {
            moved[at] = builder.Length;
            builder.Append(text[at]);
        }

        moved[text.Length] = builder.Length;
        Text = builder.ToString();
        (_moved, _units) = (ByPoint(text, moved), Units(Text));
    }

    /// <summary>The text with the new names.</summary>
    public string Text { get; }

    /// <summary>A span, or several, in code points of the old text, in code points of the new one.</summary>
    public JsonArray Span(JsonArray old) => old.Count > 0 && old[0] is JsonArray ? [.. old.Select(piece => (JsonNode)Span(piece!.AsArray()))] : old.Count < 2 ? [] : [_moved[old[0]!.GetValue<int>()], _moved[old[1]!.GetValue<int>()]];

    /// <summary>The characters of a span, or of several, of the new text.</summary>
    public string Slice(JsonArray span) => span.Count > 0 && span[0] is JsonArray ? string.Join(' ', span.Select(piece => Slice(piece!.AsArray()))) : span.Count < 2 ? "" : Text[_units[span[0]!.GetValue<int>()].._units[span[1]!.GetValue<int>()]];

    /// <summary>Codes joined by semicolons.</summary>
    public string Codes(string codes) => string.Join(';', codes.Split(';').Select(c => _states.TryGetValue(c, out StateNames? other) ? other.Code : c));

    /// <summary>The name of a speaker: "Ana Duarte", "Ministry of Foreign Affairs of Norway", "delegate of NOR".</summary>
    public string Named(string name)
    {
        const string Delegate = "delegate of ";
        return string.Join("; ", name.Split("; ").Select(n => n.StartsWith(Delegate, StringComparison.Ordinal) ? Delegate + Codes(n[Delegate.Length..]) : Plain(n)));
    }

    /// <summary>Any words.</summary>
    public string Plain(string words)
    {
        foreach ((string code, StateNames other) in _states)
        {
            StateNames state = _byCode[code];
            words = Swap(Swap(Swap(words, "the " + state.Name, other.Name), state.Name, other.Name), state.Adjective, other.Adjective);
        }

        return string.Join(' ', words.Split(' ').Select(w => Replace(w, _names)));
    }

    private static string Swap(string words, string old, string with) => old.Length < 4 ? words : words.Replace(old, with, StringComparison.Ordinal);

    /// <summary>A word with the names in it replaced, each part of "Al-Jaber" for itself.</summary>
    public static string Replace(string word, Dictionary<string, string> names) => string.Join('-', word.Split('-').Select(part =>
    {
        string plain = part.TrimEnd('.', ',', ')');
        return names.TryGetValue(plain, out string? with) && char.IsUpper(plain[0]) ? (plain.Length > 2 && !plain.Any(char.IsLower) ? with.ToUpperInvariant() : with) + part[plain.Length..] : part;
    }));

    // Index by code point of the old text, value in code points of the new.
    private int[] ByPoint(string text, int[] moved)
    {
        int[] points = new int[Text.Length + 1];
        for (int i = 0, p = 0; i < Text.Length; i++)
        {
            points[i] = p;
            p += char.IsHighSurrogate(Text[i]) ? 0 : 1;
            points[i + 1] = p;
        }

        return [.. Units(text).Select(u => points[moved[u]])];
    }

    // The UTF-16 offset of each code point, and of the end.
    private static int[] Units(string text)
    {
        List<int> units = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]))
            {
                units.Add(i);
            }
        }

        units.Add(text.Length);
        return [.. units];
    }
}
