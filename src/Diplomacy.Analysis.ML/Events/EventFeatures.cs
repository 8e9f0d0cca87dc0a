using Diplomacy.Analysis.Claims.Learned;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Events;

/// <summary>
/// What a model of events is given: the words around source and target, the verb that governs them and what hangs on it, the way
/// between them in the tree, verb classes, clusters, and the acts and codes of our own claims in the sentence. Names are never features.
/// </summary>
internal sealed class EventFeatures
{
    private readonly DiplomacyAnalyzer _analyzer;
    private readonly DependencyParser _parser;
    private readonly ClaimFeatures _words;
    private readonly EventWords _events = new();
    private readonly CameoVerbs _cameo = new();
    private readonly Lemmatizer _lemmas;
    private readonly EventGroups _groups;

    public EventFeatures(DiplomacyAnalyzer analyzer, EventGroups groups)
    {
        _analyzer = analyzer;
        _parser = analyzer.Resources.Parser ?? throw new InvalidOperationException("There is no parser.");
        _words = new ClaimFeatures(analyzer.Resources.Clusters);
        _groups = groups;
        _lemmas = analyzer.Stages.ToArray().OfType<PosTagger>().Single().Lemmatizer;
    }

    /// <summary>The features of a sentence, each once.</summary>
    public uint[] Of(EventSentence sentence)
    {
        using AnalyzedDocument document = _analyzer.Analyze(new Article { Text = sentence.Text });
        DocumentContext context = document.Context;
        for (int s = 0; s < context.Sentences.Length; s++)
        {
            _parser.ParseSentence(context, s);
        }

        var reading = new EventReading(context, _words, _events, sentence);
        var features = new HashSet<uint>();
        if ((_groups & EventGroups.Words) != 0)
        {
            reading.Words(features);
        }

        if ((_groups & EventGroups.Tree) != 0)
        {
            reading.Tree(features, _analyzer.Resources.Verbs);
        }

        if ((_groups & EventGroups.Lexicon) != 0)
        {
            reading.Lexicon(features);
        }

        if ((_groups & EventGroups.Cameo) != 0)
        {
            reading.Cameo(features, _cameo, _lemmas);
        }

        if ((_groups & EventGroups.Claims) != 0)
        {
            Claims(document, sentence, features);
        }

        return [.. features];
    }

    private static void Claims(AnalyzedDocument document, EventSentence sentence, HashSet<uint> features)
    {
        foreach (Claim claim in document.Claims)
        {
            bool mine = claim.SpeakerSpans.Any(s => s.Start < sentence.Source.End && s.End > sentence.Source.Start);
            uint who = mine ? 1u : 0u;
            features.Add(ClaimFeatures.Of(340, (uint)claim.ActFamily, who));
            features.Add(ClaimFeatures.Of(341, StableHash.Of(claim.Act), who));
            features.Add(ClaimFeatures.Of(342, StableHash.Of(claim.PloverEvent ?? ""), who));
            features.Add(ClaimFeatures.Of(343, StableHash.Of(claim.Cameo is { Length: >= 2 } cameo ? cameo[..2] : ""), who));
            features.Add(ClaimFeatures.Of(344, (uint)(claim.Stance + 2), who));
        }

        features.Add(ClaimFeatures.Of(345, (uint)Math.Min(document.Claims.Count, 2)));
    }
}
