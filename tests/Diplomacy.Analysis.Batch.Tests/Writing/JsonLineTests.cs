using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests;

public class JsonLineTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("quote \" back \\ slash / \b\f\n\r\t \0 \u001F \u007F \u0085 \u2028 \u2029 \uFEFF \uFFFF")]
    [InlineData("中文 😀 é")]
    [InlineData("\uD800")]
    [InlineData("a\uDC00\uD800b\uD83D")]
    public void EveryString_ReadsBackExactly(string text) => Assert.Equal(text, RoundTrip(text));

    [Fact]
    public void AnyString_ReadsBackExactly() => Gen.String.Sample(text => RoundTrip(text) == text);

    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\u001F")]
    [InlineData("\u007F")]
    [InlineData("\u0080")]
    [InlineData("\u2028")]
    [InlineData("\uDBFF")]
    [InlineData("😀")]
    public void SpecialCharacter_ReadsBackWhereverItStands(string special)
    {
        for (int before = 0; before < 40; before++)
        {
            string text = new string('x', before) + special + new string(' ', 40 - before);
            Assert.Equal(text, RoundTrip(text));
        }
    }

    [Fact]
    public void Numbers_HaveTheirShortestForm()
    {
        double[] others = [0, -0.0, 1, -1, 0.0005, 1e-7, 0.15470269322395325, 0.1 + 0.2, -4.4, 12.5, double.MaxValue, double.Epsilon];
        foreach (double number in Enumerable.Range(-20, 1040).Select(i => i / 1000.0).Concat(others))
        {
            var json = new JsonLine(new Utf8Buffer());
            json.Value(number);
            Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture), Encoding.UTF8.GetString(json.Buffer.Written));
        }
    }

    [Fact]
    public void Line_HoldsNoLineBreak()
    {
        string line = Write("a\nb\rc\u2028d\u2029e\u0085f");
        Assert.Equal(-1, line.AsSpan(0, line.Length - 1).IndexOfAny("\n\r\u2028\u2029\u0085"));
        Assert.EndsWith("}\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Commas_StandOnlyBetween()
    {
        var json = new JsonLine(new Utf8Buffer());
        json.StartObject();
        json.Name("a"u8);
        json.StartArray();
        json.Value(1L);
        json.Value("x");
        json.StartObject();
        json.EndObject();
        json.Value(0.5);
        json.EndArray();
        json.Name("b"u8);
        json.Null();
        json.EndObject();
        Assert.Equal("{\"a\":[1,\"x\",{},0.5],\"b\":null}", Encoding.UTF8.GetString(json.Buffer.Written));
    }

    private static string Write(string text)
    {
        var json = new JsonLine(new Utf8Buffer());
        json.StartObject();
        json.Name("t"u8);
        json.Value(text);
        json.EndObject();
        json.EndLine();
        return Encoding.UTF8.GetString(json.Buffer.Written);
    }

    private static string RoundTrip(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Write(text)));
        Assert.True(reader.Read() && reader.Read() && reader.Read());
        return JsonText.Read(ref reader);
    }
}
