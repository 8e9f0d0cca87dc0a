using Diplomacy.Analysis.Lexicons;
using Xunit;

namespace Diplomacy.Analysis.Tests.Lexicons;

public sealed class VocabularyTests
{
    [Fact]
    public void EveryForm_HasItsLowerForm_WheneverTheTableGrows()
    {
        var vocabulary = new Vocabulary();
        for (int i = 0; i < 10_000; i++)
        {
            // An odd number of small words before a capitalised one, so that its lower form is the one that makes the table grow.
            string form = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Word{i}");
            int id = vocabulary.Intern(form);
            Assert.Equal(form.ToLowerInvariant(), vocabulary.Text(vocabulary.LowerOf(id)));
            if (i % 97 == 0)
            {
                vocabulary.Intern(form.ToLowerInvariant() + "x");
            }
        }
    }

    [Fact]
    public void EveryForm_IsFoundWithItsLowerForm_AndNoOther()
    {
        var vocabulary = new Vocabulary();
        string[] forms = [.. Enumerable.Range(0, 70_000).Select(i => (i % 3 == 0 ? "Wort" : "wort") + i), ""];
        int[] ids = [.. forms.Select(f => vocabulary.Intern(f))];
        for (int i = 0; i < forms.Length; i++)
        {
            Assert.Equal(ids[i], vocabulary.Find(forms[i], StableHash.Of(forms[i]), out int lower));
            Assert.Equal(forms[i], vocabulary.Text(ids[i]));
            Assert.Equal(vocabulary.LowerOf(ids[i]), lower);
            Assert.Equal(forms[i].ToLowerInvariant(), vocabulary.Text(lower));
            Assert.Equal(lower, vocabulary.FindLower(forms[i]));
        }

        Assert.Equal(0, vocabulary.Find("worm", StableHash.Of("wort1"), out int none));
        Assert.Equal(0, none);
        Assert.Equal(0, vocabulary.FindLower("WORM", StableHash.Of("wort1")));
    }
}
