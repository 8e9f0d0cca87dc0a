using System.Text.Json.Nodes;
using Diplomacy.Analysis.ML.Names;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Names;

public sealed class NameSwapTests
{
    private const string Text = "Norway’s premier Ana Duarte met Swedish envoys in Oslo. “We will pay 🚢,” Duarte said.";

    [Fact]
    public void Persons_AndStates_GetOtherNames_TheAnnotationMovesAlong()
    {
        int speaker = Text.LastIndexOf("Duarte", StringComparison.Ordinal) - 1;
        int content = Text.IndexOf("We will", StringComparison.Ordinal);
        var document = new JsonObject
        {
            ["id"] = "a",
            ["text"] = Text,
            ["claims"] = new JsonArray(new JsonObject
            {
                ["content"] = new JsonArray(new JsonArray(content, content + 13)),
                ["speaker"] = "Duarte",
                ["speaker_span"] = new JsonArray(speaker, speaker + 6),
                ["speaker_name"] = "Ana Duarte",
                ["speaker_country"] = "NOR",
                ["addressees"] = new JsonArray("SWE"),
                ["targets"] = new JsonArray("UN"),
            }),
        };
        new NameSwap(DiplomacyAnalyzer.Default).Apply(document);
        string text = document["text"]!.GetValue<string>();
        JsonNode claim = document["claims"]![0]!;
        foreach (string old in new[] { "Norw", "Swed", "Oslo", "Duarte", "Ana " })
        {
            Assert.DoesNotContain(old, text, StringComparison.Ordinal);
        }

        Assert.Equal("We will pay 🚢", claim["content_text"]!.GetValue<string>());
        string name = claim["speaker_name"]!.GetValue<string>();
        Assert.EndsWith(" " + claim["speaker"]!.GetValue<string>(), name, StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.NotEqual("NOR", claim["speaker_country"]!.GetValue<string>());
        Assert.NotEqual("SWE", claim["addressees"]![0]!.GetValue<string>());
        Assert.Equal("UN", claim["targets"]![0]!.GetValue<string>());
    }
}
