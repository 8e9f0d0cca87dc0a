using System.Text;
using Diplomacy.Analysis.Batch.Reading;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Reading;

public class TextEncodingTests
{
    private const string Western = "id,text\r\n1,\"The café’s “naïve” owner — señor Müller — said no.\"\r\n";
    private const string Chinese = "编号,正文\r\n1,\"外交部发言人表示，中方坚决反对任何形式的单边制裁，敦促有关方面停止干涉。\"\r\n";

    [Theory]
    [InlineData("utf-8", Western)]
    [InlineData("utf-8", Chinese)]
    [InlineData("utf-8", "id,text\n1,plain\n")]
    [InlineData("windows-1252", Western)]
    [InlineData("gb18030", Chinese)]
    [InlineData("utf-16", Western)]
    [InlineData("utf-16BE", Western)]
    [InlineData("utf-32", Western)]
    public void Encoding_IsFoundWithAndWithoutMark(string name, string text)
    {
        Encoding encoding = TextEncoding.ByName(name)!;
        foreach (bool mark in new[] { false, true })
        {
            if ((name == "utf-32" && !mark) || (mark && encoding.GetPreamble().Length == 0))
            {
                continue;
            }

            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
            using InputFile file = InputFile.Open(new MemoryStream(bytes), "x.csv", new ReaderOptions());
            using var reader = new StreamReader(file.Utf8, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
            Assert.Equal(text, reader.ReadToEnd());
        }
    }

    [Fact]
    public void NamedEncoding_IsUsed_UnlessAMarkSaysOtherwise()
    {
        var options = new ReaderOptions { Encoding = TextEncoding.ByName("windows-1251") };
        Assert.Equal("Привет", Open(TextEncoding.ByName("1251")!.GetBytes("Привет"), options));
        Assert.Equal("Привет", Open([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Привет")], options));
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("")]
    [InlineData("99999")]
    [InlineData("-1")]
    public void UnknownName_IsNull(string name) => Assert.Null(TextEncoding.ByName(name));

    [Fact]
    public void StrayNuls_AreNoUtf16() => Assert.Equal("a\0b\0\0c", Open("a\0b\0\0c"u8.ToArray(), new ReaderOptions()));

    private static string Open(byte[] bytes, ReaderOptions options)
    {
        using InputFile file = InputFile.Open(new MemoryStream(bytes), "x.txt", options);
        using var reader = new StreamReader(file.Utf8, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }
}
