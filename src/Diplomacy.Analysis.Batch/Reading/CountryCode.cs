namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Reads the country column: a code as it stands, anything else is none.</summary>
internal static class CountryCode
{
    /// <summary>An ISO 3166 alpha-3 code or an organisation's acronym, or null.</summary>
    public static string? Read(string? value)
    {
        string? trimmed = value?.Trim();
        return trimmed is { Length: >= 2 and <= 8 } && !trimmed.AsSpan().ContainsAnyExceptInRange('A', 'Z') ? trimmed : null;
    }
}
