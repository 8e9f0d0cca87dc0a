using System.Globalization;

namespace Diplomacy.Analysis.Samples;

/// <summary>Prints why a claim was found: its evidence, each piece with the words it saw.</summary>
internal static class Explanation
{
    public static void Write(TextWriter output, string text, Claim claim, int number)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Why claim {number} (confidence {claim.Confidence:0.00}): {claim.Content}"));
        foreach (Evidence evidence in claim.Evidence)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {evidence.Weight:0.00}  {evidence.Reason}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        rule {evidence.Rule}, at {evidence.Span.Start}: \"{evidence.Span.Slice(text)}\""));
        }
    }
}
