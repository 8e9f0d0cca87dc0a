using System.Numerics;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>Runs the recogniser itself, weights as they ship, over annotated documents.</summary>
internal static class EntityEvaluator
{
    /// <summary>Scores the recogniser on documents.</summary>
    /// <param name="recognizer">With its model.</param>
    /// <param name="documents">Gold.</param>
    /// <param name="goldJoins">See <see cref="EntityScore.GoldJoins"/>.</param>
    public static EntityScore Score(EntityRecognizer recognizer, IEnumerable<EntityDocument> documents, bool goldJoins = false)
    {
        var score = new EntityScore { GoldJoins = goldJoins };
        foreach (EntityDocument document in documents)
        {
            byte[][] labels = Labels(recognizer, document);
            for (int s = 0; s < labels.Length; s++)
            {
                score.Add(Array.ConvertAll(document.Sentences[s].Masks, m => (byte)BitOperations.TrailingZeroCount(m)), labels[s]);
            }
        }

        return score;
    }

    /// <summary>The sentences of documents dealt anew into documents of <paramref name="sentences"/>, as <c>tag</c> does where no boundaries are marked.</summary>
    public static List<EntityDocument> Deal(IEnumerable<EntityDocument> documents, int sentences) =>
        [.. documents.SelectMany(d => d.Sentences).Chunk(sentences).Select(c => new EntityDocument("dealt", [.. c]))];

    /// <summary>The labels of each sentence.</summary>
    public static byte[][] Labels(EntityRecognizer recognizer, EntityDocument document)
    {
        DocumentContext context = Context(document);
        recognizer.Run(context);
        byte[][] labels = [.. document.Sentences.Select(s => new byte[s.Forms.Length])];
        foreach (ref readonly NameSpan name in context.Names.Span)
        {
            int sentence = context.Tokens[name.Tokens.First].Sentence;
            int first = context.Sentences[sentence].FirstToken;
            for (int i = name.Tokens.First; i < name.Tokens.End; i++)
            {
                int place = name.Tokens.Count == 1 ? EntityLabel.Single : i == name.Tokens.First ? EntityLabel.Begin : i == name.Tokens.End - 1 ? EntityLabel.End : EntityLabel.Inside;
                labels[sentence][i - first] = EntityLabel.Make(name.Type, place);
            }
        }

        return labels;
    }

    /// <summary>A context with the document's tokens and sentences, the words joined by blanks.</summary>
    public static DocumentContext Context(EntityDocument document)
    {
        var context = new DocumentContext();
        context.Reset(new Article { Text = string.Join(' ', document.Sentences.SelectMany(s => s.Forms)) });
        int at = 0;
        foreach (EntitySentence sentence in document.Sentences)
        {
            int first = context.TokenBuffer.Count;
            foreach (string form in sentence.Forms)
            {
                context.TokenBuffer.Add(new Token { Start = at, Length = form.Length, Hash = StableHash.Of(form), Sentence = context.SentenceBuffer.Count });
                at += form.Length + 1;
            }

            context.SentenceBuffer.Add(new Sentence { FirstToken = first, EndToken = context.TokenBuffer.Count });
        }

        context.SizeTokenLayers();
        return context;
    }
}
