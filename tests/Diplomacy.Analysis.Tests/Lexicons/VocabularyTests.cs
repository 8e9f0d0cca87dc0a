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
}
