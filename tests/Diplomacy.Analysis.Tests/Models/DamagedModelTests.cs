using System.Buffers.Binary;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tests.Parsing;
using Xunit;

namespace Diplomacy.Analysis.Tests.Models;

/// <summary>
/// Every kind of weight file, damaged 10,000 times: as it is the hash refuses it; with the hash made right, as a hostile
/// hand would, the reader refuses it, or what it read does its work without harm. The tagger's file is damaged where it is made.
/// </summary>
public class DamagedModelTests
{
    private const int Rounds = 10_000;

    [Theory]
    [InlineData("sentences")]
    [InlineData("clusters")]
    [InlineData("entities")]
    [InlineData("parser")]
    public void TenThousandDamages_AreRefusedOrHarmless(string kind)
    {
        (byte[] whole, Action<WeightFile> use) = Model(kind);
        use(Open(whole));
        var random = new Random(29);
        int refused = 0, harmless = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Damage(whole, random);
            if (!bytes.AsSpan().SequenceEqual(whole))
            {
                Assert.Throws<WeightFileException>(() => Open(bytes));
            }

            if (bytes.Length >= WeightFile.HeaderSize)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), WeightFile.Hash(bytes));
            }

            try
            {
                use(Open(bytes));
                harmless++;
            }
            catch (WeightFileException)
            {
                refused++;
            }
        }

        Assert.Equal(Rounds, refused + harmless);
        Assert.True(refused > Rounds / 50 && harmless > Rounds / 50, $"{refused} refused, {harmless} harmless: the damages test one side only");
    }

    /// <summary>One to four bytes overwritten, half of them in the header and the directory, where they do most harm; one file in eight is cut.</summary>
    private static byte[] Damage(byte[] whole, Random random)
    {
        byte[] bytes = random.Next(8) == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
        for (int i = random.Next(1, 5); i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(random.Next(2) == 0 ? Math.Min(1000, bytes.Length) : bytes.Length)] = random.Next(3) switch { 0 => 0, 1 => 255, _ => (byte)random.Next(256) };
        }

        return bytes;
    }

    private static (byte[] Whole, Action<WeightFile> Use) Model(string kind)
    {
        var writer = new WeightFileWriter();
        switch (kind)
        {
            case "sentences":
                BoundaryModel.Write(writer, new float[BoundaryModel.Size]);
                return (writer.ToArray(), file => BoundaryModel.Read(file).Score([1, uint.MaxValue, 77]));
            case "clusters":
                WordClusters.Write(writer, [("alpha", 1), ("beta", 2), ("gamma", 1), ("delta", 2)], [0, 1, 1], [0, 1, 1]);
                return (writer.ToArray(), UseClusters);
            case "entities":
                LinearTable.Write(writer, "scores", new LinearWeights(EntityLabel.Count, [5, 9], [0, 1, 2], [3, 4], [0.5f, -1f]), bits: 8);
                EntityModel.Write(writer, new short[EntityLabel.Count * EntityLabel.Count], [3, 1, 2], [4], FeatureGroups.All, 100, [50, 50]);
                NameTypes.Write(writer, [("one", 1), ("two", 2)]);
                return (writer.ToArray(), UseEntities);
            default:
                return (RandomParser.Writer(1).ToArray(), UseParser);
        }
    }

    private static void UseClusters(WeightFile file)
    {
        WordClusters clusters = WordClusters.Read(file);
        foreach (string word in (string[])["alpha", "beta", "gamma", "delta", "else"])
        {
            int fine = clusters.Find(word);
            _ = clusters.Middle(fine) + clusters.Coarse(fine);
        }
    }

    private static void UseEntities(WeightFile file)
    {
        DocumentContext document = TextLayers.Analyze("ONE met Two in Porto. Then one left.");
        new EntityRecognizer(EntityModel.Read(file), WordClusters.Empty).Run(document);
        foreach (NameSpan name in document.Names.Span)
        {
            Assert.True(name.Tokens.First >= 0 && name.Tokens.End <= document.Tokens.Length);
        }
    }

    private static void UseParser(WeightFile file)
    {
        var parser = new DependencyParser(ParserModel.Read(file));
        DocumentContext document = DependencyParserTests.Document(3, ["Talks", "in", "Geneva", "failed", "."]);
        parser.ParseSentence(document, 0);
        TreeChecks.AssertTree(document, 0);
    }

    private static WeightFile Open(byte[] bytes) => WeightFile.Open(new MemoryStream(bytes));
}
