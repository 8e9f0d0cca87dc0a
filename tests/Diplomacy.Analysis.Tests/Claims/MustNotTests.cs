using System.Text.Json;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Claims;

/// <summary>
/// What must not come out of a text, each with the rule that keeps it out: with the rule on it is absent, with that one rule off
/// it is there. So a case that passes for another reason than its rule fails, and so does a rule that has come to guard nothing.
/// </summary>
public sealed class MustNotTests
{
    private static readonly Dictionary<string, JsonElement> Cases = Read();
    private static (GuardRules Rule, DiplomacyAnalyzer Analyzer)? s_last;

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_KeepsItOut_AndNothingElseDoes(string id)
    {
        JsonElement item = Cases[id];
        var rule = Enum.Parse<GuardRules>(item.GetProperty("rule").GetString()!);
        var article = new Article { Id = id, Text = Text(item, "text")!, Title = Text(item, "title"), Speaker = Text(item, "speaker"), SpeakerCountry = Text(item, "speaker_country") };
        JsonElement wrong = item.GetProperty("must_not");
        Assert.DoesNotContain(DiplomacyAnalyzer.Default.ExtractClaims(article), claim => Is(claim, wrong));
        Assert.Contains(Without(rule).ExtractClaims(article), claim => Is(claim, wrong));
    }

    [Fact]
    public void EveryRule_HasTwoCases()
    {
        string[] missing = [.. Enum.GetNames<GuardRules>().Except([nameof(GuardRules.None), nameof(GuardRules.All)])
            .Where(rule => Cases.Values.Count(c => c.GetProperty("rule").GetString() == rule) < 2)];
        Assert.Empty(missing);
    }

    // Cases stand rule by rule; one analyzer at a time is kept, for each has lexicons of its own.
    private static DiplomacyAnalyzer Without(GuardRules rule)
    {
        if (s_last is not { } last || last.Rule != rule)
        {
            last = (rule, DiplomacyAnalyzer.CreateBuilder().Without(rule).Build());
            s_last = last;
        }

        return last.Analyzer;
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static bool Is(Claim claim, JsonElement wrong) => wrong.EnumerateObject().All(field => field.Name switch
    {
        "why" => true,
        "content" => claim.Content == field.Value.GetString(),
        "content_contains" => claim.Content.Contains(field.Value.GetString()!, StringComparison.Ordinal),
        "act" => claim.ActFamily.ToString() == field.Value.GetString(),
        "source" => claim.Speaker == field.Value.GetString(),
        "speaker_name" => claim.SpeakerName == field.Value.GetString(),
        "speaker_countries" => claim.SpeakerCountry == field.Value.GetString(),
        "country" => claim.SpeakerCountry.Split(';').Contains(field.Value.GetString()),
        "addressee" => claim.Addressees.Contains(field.Value.GetString()!),
        "target" => claim.Targets.Contains(field.Value.GetString()!),
        "negated" => claim.Negated == field.Value.GetBoolean(),
        "conditional" => claim.Conditional == field.Value.GetBoolean(),
        _ => throw new InvalidDataException($"must_not.jsonl: nothing is called '{field.Name}'."),
    });

    private static Dictionary<string, JsonElement> Read()
    {
        using Stream stream = typeof(MustNotTests).Assembly.GetManifestResourceStream("must_not.jsonl")!;
        using var reader = new StreamReader(stream);
        var cases = new Dictionary<string, JsonElement>();
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            cases.Add(document.RootElement.GetProperty("id").GetString()!, document.RootElement.Clone());
        }

        return cases;
    }
}
