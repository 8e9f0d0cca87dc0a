using System.Globalization;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Claims;

/// <summary>Codes of event data for an act and what it is about, from <c>codes.tsv</c>.</summary>
internal sealed class EventCodes
{
    private readonly Dictionary<(string Act, string Content), EventCode> _codes = [];

    public EventCodes(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.EventCodes))
        {
            double? goldstein = row[6].Length > 0 ? double.Parse(row[6], CultureInfo.InvariantCulture) : null;
            _codes.TryAdd((row[0], row[1]), new EventCode(row[2], Null(row[3]), Null(row[4]), (QuadClass)int.Parse(row[5], CultureInfo.InvariantCulture), goldstein));
        }
    }

    /// <summary>
    /// The codes of the finer act with this content ("yield.release"); a content the act has no row for is widened step
    /// by step (to "yield", then to none), an act without rows to its family.
    /// </summary>
    public EventCode? Find(string act, string? content)
    {
        string general = ActNames.NameOf(ActNames.FamilyOf(act));
        for (string? wide = content; wide is not null; wide = Wider(wide))
        {
            if (_codes.TryGetValue((act, wide), out EventCode? code) || _codes.TryGetValue((general, wide), out code))
            {
                return code;
            }
        }

        return _codes.GetValueOrDefault((act, "unspecified")) ?? _codes.GetValueOrDefault((general, "unspecified"));
    }

    private static string? Wider(string content)
    {
        int dot = content.LastIndexOf('.');
        return dot < 0 ? null : content[..dot];
    }

    private static string? Null(string cell) => cell.Length == 0 ? null : cell;
}
