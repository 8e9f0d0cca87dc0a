using System.Collections.Frozen;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Reads the country column of an export, which holds codes or names of states and organisations.</summary>
internal static class CountryCode
{
    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Load);

    /// <summary>
    /// An ISO 3166 alpha-3 code or an organisation's acronym, or null where the value is neither. Three capitals that no
    /// table knows are taken as they stand: debates name states that are no more (YUG, CSK).
    /// </summary>
    public static string? Read(string? value)
    {
        string? trimmed = value?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : Codes.Value.TryGetValue(trimmed, out string? code) ? code
            : trimmed.Length == 3 && !trimmed.AsSpan().ContainsAnyExceptInRange('A', 'Z') ? trimmed
            : null;
    }

    private static FrozenDictionary<string, string> Load()
    {
        // A name that several bodies share stays with the first; states come before organisations.
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lexicons = new LexiconSet();
        List<string[]> states = [.. lexicons.Rows(LexiconKind.States)];
        List<string[]> organisations = [.. lexicons.Rows(LexiconKind.Organizations)];
        states.ForEach(s => codes.TryAdd(s[0], s[0]));
        foreach (string[] state in states)
        {
            AddNames(codes, state[0], state[1], state[3]);
        }

        foreach (string[] organisation in organisations)
        {
            if (organisation[0].Length > 0 && organisation[1].Length == 0)
            {
                codes.TryAdd(organisation[0], organisation[0]);
                AddNames(codes, organisation[0], organisation[2], organisation[3]);
            }
        }

        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void AddNames(Dictionary<string, string> codes, string code, string name, string names)
    {
        codes.TryAdd(name, code);
        foreach (string each in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            codes.TryAdd(each, code);
        }
    }
}
