using System.Globalization;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.ML.Clusters;
using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// Makes the parser's weight file by a recipe. The steps: the treebanks get the tags of a tagger that has not seen them; a few large
/// networks are trained on them and annotate bare text together; the small network learns from both. It is the annotated
/// text that lets a network of this size come near to a large one.
/// </summary>
internal sealed class ParserMaker
{
    /// <summary>Sentences longer than this are left out of training.</summary>
    private const int LongestExample = 120;

    /// <summary>Epochs at the end that see treebanks only, so that the teachers' mistakes do not have the last word.</summary>
    private const int LastEpochs = 3;

    private readonly ParserRecipe _recipe;
    private readonly Action<string> _log;
    private string[] _measures = [];

    public ParserMaker(ParserRecipe recipe, Action<string> log)
    {
        _recipe = recipe;
        _log = log;
    }

    /// <summary>The figures on the development treebanks of what <see cref="Make"/> made, with predicted tags, a line each.</summary>
    public IReadOnlyList<string> Measures => _measures;

    /// <summary>
    /// The weight file; empty where the recipe leaves out parts, because such a network can only be measured. The same recipe and data
    /// give the same bytes on the same kind of machine.
    /// </summary>
    public byte[] Make(CancellationToken cancellationToken = default)
    {
        string[] treebanks = _recipe.Free ? ["gum-train"] : ["ewt-train", "gum-train"];
        List<CorpusSentence> gold = ParserCorpora.Treebanks(_recipe.Data, treebanks);
        if (_recipe.Share < 1)
        {
            CorpusSentence[] all = [.. gold];
            new Random(_recipe.Seed).Shuffle(all);
            gold = [.. all.Take((int)(all.Length * _recipe.Share))];
        }

        PosTagger tagger = _recipe.Tagger is null
            ? ParserCorpora.TrainTagger(_recipe.Data, gold, _recipe.Free)
            : new PosTagger(new Vocabulary(), WeightFile.Open(new MemoryStream(File.ReadAllBytes(_recipe.Tagger))));
        gold = Kept("jackknifed.conllu", () => ParserCorpora.Jackknife(_recipe.Data, gold, _recipe.Free, _log));
        WordVectors? vectors = _recipe.Vectors is null ? null : WordVectors.ReadWink(_recipe.Vectors, _recipe.Student.Words);
        List<CorpusSentence> silver = _recipe.Teachers == 0 ? [] : Kept("annotated.conllu", () => Teach(gold, tagger, vectors, cancellationToken));

        cancellationToken.ThrowIfCancellationRequested();
        ParserNetwork network = Train(_recipe.Student with { Seed = _recipe.Seed }, gold, silver, new ParserLexicon([.. gold, .. silver], vectors, _recipe.Student.Words), tagger, "student.state", cancellationToken);
        _measures = [.. Measured(tagger).Select(m => FormattableString.Invariant($"{m.Name} {new ParserEnsemble(network).Measure(m.Sentences.ConvertAll(s => network.Lexicon.Encode(s, network.Options.Without)))}"))];
        if (network.Options.Without != ParserParts.None)
        {
            return [];
        }

        byte[] made = ParserExporter.Export(network).ToArray();
        var parser = new DependencyParser(ParserModel.Read(WeightFile.Open(new MemoryStream(made))));
        _measures = [.. _measures.Select(m => m + " in floating point"), .. Measured(tagger).Select(m => $"{m.Name} {TrainedParser.Measure(parser, m.Sentences)} as shipped")];
        return made;
    }

    /// <summary>The sentences of a file in the work folder, or what <paramref name="make"/> makes, put there.</summary>
    private List<CorpusSentence> Kept(string name, Func<List<CorpusSentence>> make)
    {
        string? path = _recipe.Work is null ? null : Path.Combine(_recipe.Work, name);
        if (path is not null && File.Exists(path))
        {
            return [.. ConlluReader.Read(path)];
        }

        List<CorpusSentence> made = make();
        if (path is not null)
        {
            ConlluWriter.Write(path, made);
        }

        return made;
    }

    /// <summary>Bare text with the trees that the teachers agree on by majority of their probabilities.</summary>
    private List<CorpusSentence> Teach(List<CorpusSentence> gold, PosTagger tagger, WordVectors? vectors, CancellationToken cancellationToken)
    {
        var lexicon = new ParserLexicon(gold, vectors, _recipe.Teacher.Words);
        var teachers = new ParserNetwork[_recipe.Teachers];
        for (int i = 0; i < teachers.Length; i++)
        {
            _log($"teacher {i + 1} of {teachers.Length}");
            teachers[i] = Train(_recipe.Teacher with { Seed = _recipe.Seed + 1 + i }, gold, [], lexicon, tagger, $"teacher{i + 1}.state", cancellationToken);
        }

        var ensemble = new ParserEnsemble(teachers);
        foreach ((string name, List<CorpusSentence> sentences) in Measured(tagger))
        {
            _log($"teachers together, {name}: {ensemble.Measure(sentences.ConvertAll(s => lexicon.Encode(s)))}");
        }

        List<CorpusSentence> bare = ParserCorpora.BareText(_recipe.Data, _recipe.Free, _recipe.SilverTokens, _recipe.Seed).ConvertAll(s => ParserCorpora.Tag(tagger, s));
        List<CorpusSentence> silver = new(bare.Count);
        ensemble.Parse(bare.ConvertAll(s => lexicon.Encode(s)), (index, state) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = bare[index].Length;
            silver.Add(bare[index] with
            {
                Heads = state.Heads[..length],
                Relations = [.. Enumerable.Range(0, length).Select(i => state.Heads[i] < 0 ? "root" : ((DependencyRelation)state.Relations[i]).Name())],
            });
        });
        _log(string.Create(CultureInfo.InvariantCulture, $"teachers annotated {silver.Count} sentences of {silver.Sum(s => s.Length)} tokens"));
        return silver;
    }

    private ParserNetwork Train(ParserOptions options, List<CorpusSentence> gold, List<CorpusSentence> silver, ParserLexicon lexicon, PosTagger tagger, string? checkpoint, CancellationToken cancellationToken)
    {
        var network = new ParserNetwork(options, lexicon);
        ParserExample[] treebank = [.. gold.Where(s => s.Length <= LongestExample).Select(s => lexicon.Encode(s, options.Without))];
        ParserExample[] bare = [.. silver.Select(s => lexicon.Encode(s, options.Without))];
        (string Name, List<ParserExample> Examples)[] measured = [.. Measured(tagger).Select(m => (m.Name, m.Sentences.ConvertAll(s => lexicon.Encode(s, options.Without))))];
        var trainer = new ParserTrainer(network);
        trainer.Train(Epochs(options, treebank, bare), epoch =>
        {
            var alone = new ParserEnsemble(network);
            _log(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1} of {options.Epochs}: loss {trainer.MoveLoss:F4}; ") + string.Join("; ", measured.Select(m => $"{m.Name} {alone.Measure(m.Examples)}")));
        }, checkpoint is null || _recipe.Work is null ? null : Path.Combine(_recipe.Work, checkpoint), cancellationToken);
        return network;
    }

    /// <summary>Each epoch sees the treebanks whole and the next stretch of the annotated text, about as long.</summary>
    private static List<ParserExample[]> Epochs(ParserOptions options, ParserExample[] treebank, ParserExample[] bare)
    {
        List<ParserExample[]> epochs = [];
        int stretch = (int)Math.Min(bare.Length, treebank.Sum(x => (long)x.Length) * bare.Length / Math.Max(1, bare.Sum(x => (long)x.Length)));
        int next = 0;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            List<ParserExample> examples = [.. treebank];
            for (int i = 0; i < stretch && epoch < options.Epochs - LastEpochs; i++)
            {
                examples.Add(bare[next]);
                next = (next + 1) % bare.Length;
            }

            epochs.Add([.. examples]);
        }

        return epochs;
    }

    /// <summary>The development treebanks with predicted tags.</summary>
    private IEnumerable<(string Name, List<CorpusSentence> Sentences)> Measured(PosTagger tagger)
    {
        foreach (string name in (string[])["ewt-dev", "gum-dev"])
        {
            yield return (name, ParserCorpora.Treebanks(_recipe.Data, name).ConvertAll(s => ParserCorpora.Tag(tagger, s)));
        }
    }
}
