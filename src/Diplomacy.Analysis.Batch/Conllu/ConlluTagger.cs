using System.Globalization;
using System.Text;
using Diplomacy.Analysis.Batch.Writing;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;

namespace Diplomacy.Analysis.Batch.Conllu;

/// <summary>
/// Fills CoNLL-U: the given tokens and sentences stay, our layers go into XPOS, HEAD, DEPREL and NER= of MISC.
/// Only the first two columns are read.
/// </summary>
public sealed class ConlluTagger
{
    // Layers that run on given tokens; tokens, sentences and regions are given or have no meaning without an article.
    private const AnalysisLayers Wanted = AnalysisLayers.Tags | AnalysisLayers.Names | AnalysisLayers.Entities | AnalysisLayers.Quotations | AnalysisLayers.Parse;

    private readonly DiplomacyAnalyzer _analyzer;
    private readonly int _sentencesPerDocument;

    /// <summary>Makes a tagger over the layers of <paramref name="analyzer"/>.</summary>
    /// <param name="analyzer">Its stages do the work.</param>
    /// <param name="sentencesPerDocument">How many sentences make a document where the file marks none by <c># newdoc</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sentencesPerDocument"/> is below 1.</exception>
    public ConlluTagger(DiplomacyAnalyzer analyzer, int sentencesPerDocument = 32)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentOutOfRangeException.ThrowIfLessThan(sentencesPerDocument, 1);
        _analyzer = analyzer;
        _sentencesPerDocument = sentencesPerDocument;
    }

    /// <summary>Copies <paramref name="input"/> to <paramref name="output"/> with the layers filled in. Returns the number of tokens.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public long Tag(TextReader input, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var lines = new List<string>();
        var document = new List<List<string>>();
        long tokens = 0;
        bool marked = false;
        bool inSentence = false;
        while (input.ReadLine() is { } line)
        {
            bool newDocument = line.StartsWith("# newdoc", StringComparison.Ordinal);
            marked |= newDocument;
            if (!inSentence && document.Count > 0 && (newDocument || (!marked && document.Count >= _sentencesPerDocument)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                tokens += Flush(lines, document, output);
            }

            lines.Add(line);
            if (line.Length == 0)
            {
                inSentence = false;
            }
            else if (IsToken(line, out string form))
            {
                if (!inSentence)
                {
                    document.Add([]);
                    inSentence = true;
                }

                document[^1].Add(form);
            }
        }

        return tokens + Flush(lines, document, output);
    }

    private static bool IsToken(string line, out string form)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        form = "";
        if (tab <= 0 || line[0] == '#' || line.AsSpan(0, tab).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        int end = line.IndexOf('\t', tab + 1);
        form = end < 0 ? line[(tab + 1)..] : line[(tab + 1)..end];
        form = form.Length == 0 ? "_" : form;
        return true;
    }

    private int Flush(List<string> lines, List<List<string>> sentences, TextWriter output)
    {
        DocumentContext document = GivenTokens.Rent(_analyzer, sentences);
        foreach (IAnalysisStage stage in _analyzer.Stages)
        {
            if ((stage.Provides & Wanted) != 0)
            {
                stage.Run(document);
            }
        }

        // No stage of ours parses whole documents; a stage of the user's that has done so is left alone.
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            _analyzer.Resources.Parser?.ParseSentence(document, s);
        }

        string[] entities = EntityTags(document);
        var row = new StringBuilder();
        int token = 0;
        foreach (string line in lines)
        {
            if (IsToken(line, out string form))
            {
                Row(row.Clear(), line, form, LemmaOf(form, document.Tags[token]), document, token, entities[token]);
                output.Write(row);
                output.Write('\n');
                token++;
            }
            else
            {
                output.Write(line);
                output.Write('\n');
            }
        }

        lines.Clear();
        sentences.Clear();
        _analyzer.Return(document);
        return token;
    }

    // A tagger of the user's own brings no lemmas.
    private string LemmaOf(string form, PennTag tag)
    {
        foreach (IAnalysisStage stage in _analyzer.Stages)
        {
            if (stage is PosTagger tagger)
            {
                return tagger.Lemmatizer.Lemma(form, tag);
            }
        }

        return "_";
    }

    private static void Row(StringBuilder row, string line, string form, string lemma, DocumentContext document, int token, string entity)
    {
        int first = document.Sentences[document.Tokens[token].Sentence].FirstToken;
        int head = document.Heads[token];
        row.Append(line, 0, line.IndexOf('\t', StringComparison.Ordinal)).Append('\t').Append(form).Append('\t').Append(lemma).Append("\t_\t")
            .Append(document.Tags[token].Name()).Append("\t_\t");
        if (head == -2)
        {
            row.Append("_\t_");
        }
        else
        {
            row.Append(CultureInfo.InvariantCulture, $"{(head < 0 ? 0 : head - first + 1)}\t{((DependencyRelation)document.Relations[token]).Name()}");
        }

        row.Append("\t_\t").Append("NER=").Append(entity);
    }

    private string[] EntityTags(DocumentContext document)
    {
        string[] tags = new string[document.Tokens.Length];
        Array.Fill(tags, "O");

        // The recogniser's names follow the guidelines of the corpora; the entity stage joins titles and bodies as claims need
        // them. Only where an analyzer has no recogniser do its entities stand in.
        foreach (IAnalysisStage stage in _analyzer.Stages)
        {
            if (stage is EntityRecognizer { HasModel: true })
            {
                foreach (ref readonly NameSpan name in document.Names.Span)
                {
                    Mark(tags, name.Tokens, name.Type);
                }

                return tags;
            }
        }

        foreach (ref readonly EntityMention entity in document.Entities.Span)
        {
            Mark(tags, entity.Tokens, entity.Type);
        }

        return tags;
    }

    private static void Mark(string[] tags, TokenRange tokens, EntityType type)
    {
        for (int i = tokens.First; i < tokens.End && type != EntityType.None; i++)
        {
            tags[i] = (i == tokens.First ? "B-" : "I-") + RecordNames.Of(type);
        }
    }
}
