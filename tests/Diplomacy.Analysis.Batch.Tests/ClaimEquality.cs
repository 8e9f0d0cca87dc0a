using System.Text.Json;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests;

/// <summary>Compares claims field by field.</summary>
internal static class ClaimEquality
{
    public static void Same(Claim expected, Claim actual, Func<string?, string?> fold)
    {
        foreach (System.Reflection.PropertyInfo property in typeof(Claim).GetProperties())
        {
            Assert.Equal(Text(property.GetValue(expected), fold), Text(property.GetValue(actual), fold));
        }
    }

    private static string? Text(object? value, Func<string?, string?> fold) => value switch
    {
        string text => fold(text),
        null => fold(null),
        IEnumerable<string> list => string.Join('\u0001', list.Select(fold)),
        IEnumerable<TextSpan> spans => string.Join(' ', spans),
        IEnumerable<Evidence> evidence => string.Join(' ', evidence.Select(e => $"{e.Rule} {e.Span} {JsonSerializer.Serialize(e.Weight)} {fold(e.Reason)}")),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
