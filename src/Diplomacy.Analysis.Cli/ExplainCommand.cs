using System.CommandLine;
using System.Text;
using Diplomacy.Analysis.Attributions.Explaining;
using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Cli;

/// <summary><c>diplomacy explain</c>: why a word is, or is not, part of an attribution.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandHost host)
    {
        var input = new Argument<string>("input") { Description = "A file of one or more articles, or '-' for standard input." };
        var at = new Option<int>("--at") { Description = "Where the word stands, counted from 0.", Required = true, HelpName = "offset" };
        at.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out int offset) || offset < 0))
            {
                result.AddError($"--at takes a number from 0 on, not '{result.Tokens[0].Value}'.");
            }
        });
        var id = new Option<string?>("--id") { Description = "Which article, by its id; the first where not given." };
        Option<string> offsets = SharedOptions.Offsets();
        var reading = new ReadingOptions();
        var command = new Command("explain", "Tells why a word is, or is not, part of an attribution: which candidates for a cue reach it, which lost, and by how much.") { input, at, id, offsets };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(input)!;
            var source = new ArticleSource([path], reading.Get(parsed), () => host.Input);
            source.Check();
            Article article = Find(source, path, parsed.GetValue(id));
            using AnalyzedDocument document = DiplomacyAnalyzer.Default.Analyze(article);
            var map = new OffsetMap(article.Text, SharedOptions.Unit(parsed.GetValue(offsets)!));
            int place = parsed.GetValue(at);
            AttributionExplanation explanation = (place <= map.Convert(article.Text.Length) ? new AttributionExplainer(DiplomacyAnalyzer.Default).Explain(document, IndexOf(map, article.Text.Length, place)) : null)
                ?? throw new UsageException($"No word stands at {place} or behind; the text ends at {map.Convert(article.Text.Length)}.");
            using var writer = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true);
            ExplanationText.Write(writer, article.Text, explanation, map);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Article Find(ArticleSource source, string path, string? id)
    {
        foreach (InputRecord record in source.Read())
        {
            if (record.Article is { } article && (id is null || article.Id == id))
            {
                return article;
            }
        }

        throw new UsageException(id is null ? $"'{path}' holds no article." : $"'{path}' holds no article with the id '{id}'.");
    }

    /// <summary>The UTF-16 offset of an offset in the map's unit.</summary>
    private static int IndexOf(OffsetMap map, int length, int offset)
    {
        int low = 0;
        int high = length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (map.Convert(middle) < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
