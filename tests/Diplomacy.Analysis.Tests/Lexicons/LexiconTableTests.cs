using System.Text;
using Diplomacy.Analysis.Lexicons;
using Xunit;

namespace Diplomacy.Analysis.Tests.Lexicons;

public sealed class LexiconTableTests
{
    [Fact]
    public void CommentsAndHeader_AreLeftOut_ShortRowsFilledUp()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("# source: ours\nword\tact\trung\nplea\tAppeal\t3\n\n#tag\tState\n"));
        List<string[]> rows = LexiconTable.Read(stream);
        Assert.Equal(2, rows.Count);
        Assert.Equal(["plea", "Appeal", "3"], rows[0]);
        Assert.Equal(["#tag", "State", ""], rows[1]);
    }

    [Fact]
    public void UnknownLexicon_NamesTheFile() =>
        Assert.Contains("no-such-lexicon", Assert.Throws<InvalidOperationException>(() => LexiconTable.Embedded("no-such-lexicon")).Message, StringComparison.Ordinal);
}
