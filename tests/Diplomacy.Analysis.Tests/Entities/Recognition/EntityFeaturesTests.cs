using CsCheck;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Tagging;
using Xunit;

namespace Diplomacy.Analysis.Tests.Entities.Recognition;

public class EntityFeaturesTests
{
    private static readonly Gen<NameFacts> Word = Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.Byte[0, 11], Gen.Byte, Gen.Bool, (word, affix, shape, letterCase, kind, upper) => new NameFacts
    {
        Word = word, Exact = word + 1, Shape = shape, Prefix2 = affix, Prefix3 = affix / 2, Suffix1 = affix / 3, Suffix3 = affix / 5, Fine = (ushort)kind, Kind = kind, Case = letterCase, Upper = upper,
    });

    [Fact]
    public void TheParts_AreTheWhole()
    {
        Gen.Select(Word.Array[7], Gen.Int[0, 63]).Sample((words, groups) =>
        {
            uint[] whole = new uint[EntityFeatures.Most], part = new uint[EntityFeatures.Most];
            var kinds = (FeatureGroups)groups;
            List<uint> parts = [.. part.Take(EntityFeatures.Joined(words, 3, 3, 4, SentenceCase.Mixed, part, kinds))];
            parts.AddRange(part.Take(EntityFeatures.Own(words, 3, part, kinds)));
            parts.AddRange(part.Take(EntityFeatures.Before(words, 3, part, kinds)));
            parts.AddRange(part.Take(EntityFeatures.After(words, 3, part, kinds)));
            Assert.Equal(whole.Take(EntityFeatures.Local(words, 3, 3, 4, SentenceCase.Mixed, whole, kinds)).Order(), parts.Order());
        });
    }

    [Fact]
    public void APart_LooksAtItsWordAlone()
    {
        Gen.Select(Word.Array[7], Word.Array[7]).Sample((words, others) =>
        {
            uint[] one = new uint[EntityFeatures.Most], other = new uint[EntityFeatures.Most];
            others[3] = words[3];
            Assert.Equal(one.Take(EntityFeatures.Own(words, 3, one, FeatureGroups.All)), other.Take(EntityFeatures.Own(others, 3, other, FeatureGroups.All)));
            Assert.Equal(one.Take(EntityFeatures.Before(words, 4, one, FeatureGroups.All)), other.Take(EntityFeatures.Before(others, 4, other, FeatureGroups.All)));
            Assert.Equal(one.Take(EntityFeatures.After(words, 2, one, FeatureGroups.All)), other.Take(EntityFeatures.After(others, 2, other, FeatureGroups.All)));
        });
    }
}
