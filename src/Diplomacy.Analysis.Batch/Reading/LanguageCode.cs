namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Reads the language column, which exports fill with codes of two or three letters or with English names.</summary>
internal static class LanguageCode
{
    /// <summary>A BCP 47 code, or null where the value tells none.</summary>
    public static string? Read(string? value) => value?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "en" or "eng" or "english" => "en",
        "zh" or "zho" or "chi" or "chinese" or "中文" => "zh",
        "ru" or "rus" or "russian" => "ru",
        "fr" or "fra" or "fre" or "french" => "fr",
        "de" or "deu" or "ger" or "german" => "de",
        "es" or "spa" or "spanish" => "es",
        "ar" or "ara" or "arabic" => "ar",
        "pt" or "por" or "portuguese" => "pt",
        "ja" or "jpn" or "japanese" => "ja",
        "ko" or "kor" or "korean" => "ko",
        { Length: 2 or 3 } code when !code.AsSpan().ContainsAnyExceptInRange('a', 'z') => code,
        { Length: > 3 } tag when tag.StartsWith("en-", StringComparison.Ordinal) || tag.StartsWith("en_", StringComparison.Ordinal) => "en",
        _ => null,
    };
}
