using Diplomacy.Analysis.ML.Data;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>Runs the shipped parser, in integers, on sentences of a corpus: what is measured in the end.</summary>
internal static class TrainedParser
{
    /// <summary>Heads (-1 for the root) and relations of a sentence, which must have tags.</summary>
    public static (int[] Heads, DependencyRelation[] Relations) Parse(DependencyParser parser, CorpusSentence sentence)
    {
        var document = new DocumentContext();
        document.Reset(new Article { Text = string.Join(' ', sentence.Forms) });
        int at = 0;
        foreach (string form in sentence.Forms)
        {
            document.TokenBuffer.Add(new Token { Start = at, Length = form.Length });
            at += form.Length + 1;
        }

        document.SentenceBuffer.Add(new Sentence { EndToken = sentence.Length });
        document.SizeTokenLayers();
        for (int i = 0; i < sentence.Length; i++)
        {
            document.Tags[i] = PennTags.Parse(sentence.Tags![i]);
        }

        parser.ParseSentence(document, 0);
        return (document.Heads.ToArray(), Array.ConvertAll(document.Relations.ToArray(), r => (DependencyRelation)r));
    }

    /// <summary>Measures against the gold trees.</summary>
    public static AttachmentScore Measure(DependencyParser parser, IEnumerable<CorpusSentence> sentences)
    {
        AttachmentScore score = default;
        foreach (CorpusSentence sentence in sentences)
        {
            (int[] heads, DependencyRelation[] relations) = Parse(parser, sentence);
            for (int i = 0; i < heads.Length; i++)
            {
                score.Add(sentence.Heads![i], DependencyRelations.Parse(sentence.Relations![i]), heads[i], relations[i]);
            }
        }

        return score;
    }
}
