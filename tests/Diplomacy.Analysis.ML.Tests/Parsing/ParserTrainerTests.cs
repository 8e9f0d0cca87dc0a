using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.ML.Parsing;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Parsing;

public class ParserTrainerTests
{
    private static readonly ParserOptions Small = new() { Inputs = 32, Window = 32, State = 16, Hidden = 32, Batch = 40, Rate = 0.01f, AverageDecay = 0.9f };

    [Fact]
    public void ASmallLanguage_IsLearned_AndSurvivesExport()
    {
        CorpusSentence[] sentences = Sentences();
        ParserNetwork network = Train(sentences, Small);
        AttachmentScore inFloats = new ParserEnsemble(network).Measure([.. sentences.Select(s => network.Lexicon.Encode(s))]);
        Assert.Equal(100, inFloats.LabelledScore);

        ParserModel model = ParserModel.Read(WeightFile.Open(new MemoryStream(ParserExporter.Export(network).ToArray())));
        var parser = new DependencyParser(model);
        foreach (CorpusSentence sentence in sentences)
        {
            (int[] heads, DependencyRelation[] relations) = TrainedParser.Parse(parser, sentence);
            Assert.Equal(sentence.Heads, heads);
            Assert.Equal(sentence.Relations, relations.Select(r => r.Name()));
        }
    }

    [Fact]
    public void TheSameSeed_GivesTheSameBytes()
    {
        CorpusSentence[] sentences = Sentences();
        ParserOptions brief = Small with { Epochs = 2 };
        byte[] first = ParserExporter.Export(Train(sentences, brief)).ToArray();
        Assert.Equal(first, ParserExporter.Export(Train(sentences, brief)).ToArray());
        Assert.NotEqual(first, ParserExporter.Export(Train(sentences, brief with { Seed = 9 })).ToArray());
    }

    [Fact]
    public void TwoNetworks_ParseTogether()
    {
        CorpusSentence[] sentences = Sentences();
        var lexicon = new ParserLexicon(sentences, null, 0);
        ParserNetwork[] networks = [.. Enumerable.Range(1, 2).Select(seed => Train(sentences, Small with { Seed = seed }, lexicon))];
        Assert.Equal(100, new ParserEnsemble(networks).Measure([.. sentences.Select(s => lexicon.Encode(s))]).LabelledScore);
    }

    private static ParserNetwork Train(CorpusSentence[] sentences, ParserOptions options, ParserLexicon? lexicon = null)
    {
        lexicon ??= new ParserLexicon(sentences, null, 0);
        var network = new ParserNetwork(options, lexicon);
        ParserExample[] examples = [.. sentences.Select(s => lexicon.Encode(s))];
        new ParserTrainer(network).Train([.. Enumerable.Repeat(examples, options.Epochs)], null);
        return network;
    }

    /// <summary>"The envoy met reporters in Geneva.": subjects, objects and places drawn from small sets.</summary>
    private static CorpusSentence[] Sentences()
    {
        string[] subjects = ["envoy", "minister", "delegation"], verbs = ["met", "praised"], objects = ["reporters", "allies", "Ghana"], places = ["Geneva", "Accra"];
        List<CorpusSentence> sentences = [];
        foreach (string subject in subjects)
        {
            foreach (string verb in verbs)
            {
                foreach (string thing in objects)
                {
                    sentences.Add(Sentence($"The {subject} {verb} {thing} .", "DT NN VBD NNS .", [1, 2, -1, 2, 2], "det nsubj root obj punct"));
                    foreach (string place in places)
                    {
                        sentences.Add(Sentence($"In {place} the {subject} {verb} {thing} .", "IN NNP DT NN VBD NNS .", [1, 4, 3, 4, -1, 4, 4], "case obl det nsubj root obj punct"));
                        sentences.Add(Sentence($"{thing} {verb} the {subject} of {place} .", "NNS VBD DT NN IN NNP .", [1, -1, 3, 1, 5, 3, 1], "nsubj root det obj case nmod punct"));
                    }
                }
            }
        }

        return [.. sentences];
    }

    private static CorpusSentence Sentence(string forms, string tags, int[] heads, string relations) =>
        new() { Forms = forms.Split(' '), Tags = tags.Split(' '), Heads = heads, Relations = relations.Split(' ') };
}
