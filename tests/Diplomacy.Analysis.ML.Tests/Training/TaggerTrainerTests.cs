using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Training;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Training;

public class TaggerTrainerTests
{
    private static readonly TaggerOptions Small = new() { DictionaryCount = 2, SureCount = 8, MinUpdates = 1, MinWeight = 0, Models = 2 };

    [Fact]
    public void TheSameDataAndSeed_GiveTheSameBytes() => Assert.Equal(Train(Small), Train(Small));

    [Fact]
    public void AnotherSeed_GivesOtherBytes() => Assert.NotEqual(Train(Small), Train(Small with { Seed = 2 }));

    [Fact]
    public void WhatWasTaught_IsTaggedRight()
    {
        PosTagger tagger = Open(Train(Small));
        Assert.Equal("DT NN VBD DT NN .", Tag(tagger, "The envoy rejected the offer ."));
        Assert.Equal("PRP MD VB DT NNS .", Tag(tagger, "They will accept the terms ."));
    }

    [Fact]
    public void TheLemmasOfTheCorpus_AreExceptionsOnlyWhereNoRuleGivesThem()
    {
        PosTagger tagger = Open(Train(Small));
        Assert.Equal("speak", tagger.Lemmatizer.Lemma("spoke", PennTag.VBD));
        Assert.Equal("reject", tagger.Lemmatizer.Lemma("rejected", PennTag.VBD));
    }

    [Fact]
    public void OtherText_TeachesOnlyWhereItAgrees()
    {
        List<TaggerExample> gold = Corpus();
        TaggerExample[] odd = [.. gold.Select(e => e with { Tags = Array.ConvertAll(e.Tags, _ => PennTag.UH) })];
        PosTagger tagger = Open(new TaggerTrainer(Small, WordClusters.Empty).Train(gold, odd, new Dictionary<string, ushort>()));
        Assert.Equal("DT NN VBD DT NN .", Tag(tagger, "The envoy rejected the offer ."));
    }

    [Fact]
    public void TenThousandDamages_AreRefusedOrHarmless()
    {
        byte[] whole = Train(Small);
        uint dice = 5;
        int refused = 0;
        for (int round = 0; round < 10_000; round++)
        {
            byte[] bytes = (byte[])whole.Clone();
            for (int i = 0; i <= round % 3; i++)
            {
                dice = StableHash.Combine(dice, (uint)round);

                // Half of the damage goes into header and directory, where it does most harm.
                uint place = (dice & 1) == 0 ? dice % 700 : dice;
                bytes[place % (uint)bytes.Length] = (byte)(dice >> 16);
            }

            bytes = round % 7 == 0 ? bytes[..(int)(dice % (uint)bytes.Length)] : bytes;
            if (!bytes.AsSpan().SequenceEqual(whole))
            {
                Assert.Throws<WeightFileException>(() => Open(bytes));
            }

            if (bytes.Length >= WeightFile.HeaderSize)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), WeightFile.Hash(bytes));
            }

            try
            {
                PosTagger tagger = Open(bytes);
                Tag(tagger, "The envoys spoke , and THEY rejected 12 offers .");
                tagger.Lemmatizer.Lemma("spoke", PennTag.VBD);
            }
            catch (WeightFileException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 3000, 9999);
    }

    private static byte[] Train(TaggerOptions options) => new TaggerTrainer(options, WordClusters.Empty).Train(Corpus());

    private static PosTagger Open(byte[] bytes) => new(new Vocabulary(), WordClusters.Empty, WeightFile.Open(new MemoryStream(bytes)));

    private static string Tag(PosTagger tagger, string text)
    {
        WordFacts[] words = TaggerTrainer.Facts(tagger, text.Split(' '));
        var tags = new PennTag[words.Length];
        tagger.Tag(words, tags);
        return string.Join(' ', tags.Select(t => t.Name()));
    }

    private static List<TaggerExample> Corpus()
    {
        string[] sentences =
        [
            "The/DT/the envoy/NN/envoy rejected/VBD/reject the/DT/the offer/NN/offer ././.",
            "The/DT/the minister/NN/minister spoke/VBD/speak ././.",
            "They/PRP/they will/MD/will accept/VB/accept the/DT/the terms/NNS/term ././.",
            "We/PRP/we will/MD/will reject/VB/reject the/DT/the offer/NN/offer ././.",
            "The/DT/the talks/NNS/talk failed/VBD/fail ././.",
            "Envoys/NNS/envoy accepted/VBD/accept the/DT/the plan/NN/plan ././.",
        ];
        return [.. Enumerable.Repeat(sentences, 4).SelectMany(s => s).Select(Parse)];
    }

    private static TaggerExample Parse(string sentence)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('/'))];
        return new TaggerExample([.. words.Select(w => w[0])], [.. words.Select(w => PennTags.Parse(w[1]))]) { Lemmas = [.. words.Select(w => w[2])] };
    }
}
