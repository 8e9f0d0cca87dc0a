using System.Text;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Writing;

public class ClaimColumnsTests
{
    private static readonly Claim Example = EchoStage.ClaimOf(new Article { Id = "d", Text = "é😀 no", Title = "t", Speaker = "s" });

    [Fact]
    public void EveryProperty_HasAColumn_NamedAfterIt()
    {
        string[] expected = [.. typeof(Claim).GetProperties().Select(p => Snake(p.Name)).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, ClaimCsv.Columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void JsonFields_StandInTheOrderOfTheColumns()
    {
        var json = new JsonLine(new Utf8Buffer());
        ClaimJson.Write(json, Example, new OffsetMap("é😀 no", OffsetUnit.Utf16));
        using var document = System.Text.Json.JsonDocument.Parse(json.Buffer.Written.ToArray());
        string[] names = [.. document.RootElement.EnumerateObject().Select(p => p.Name)];
        Assert.Equal([.. ClaimCsv.Columns.Where(c => !c.EndsWith("_spans", StringComparison.Ordinal)), "spans"], names);
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, "0-6", "0-3;3-6")]
    [InlineData(OffsetUnit.CodePoint, "0-5", "0-2;2-5")]
    [InlineData(OffsetUnit.Utf8, "0-9", "0-6;6-9")]
    public void Spans_CountInTheUnitAskedFor(OffsetUnit unit, string content, string speaker)
    {
        var buffer = new Utf8Buffer();
        ClaimCsv.Write(buffer, Example, new OffsetMap("é😀 no", unit), formulaSafe: true, new InputRecord { Position = new SourcePosition("f.csv", 3, 5, 70), DuplicateOf = "a" });
        Assert.EndsWith($",{content},\"{speaker}\",,0-0,f.csv,3,5,70,a\n", Encoding.UTF8.GetString(buffer.Written), StringComparison.Ordinal);
    }

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
