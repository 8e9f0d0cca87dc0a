using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Regions;

/// <summary>
/// Tells the parts of an article apart: what is said in it, and what the page has put around it. Text is never cut; a
/// sentence that only partly belongs to a region is cut in two, so that each sentence has one region. Transcripts get
/// their turns. One pass over the tokens for labels, one over the paragraphs, one over the sentences.
/// </summary>
internal sealed class RegionMarker : IAnalysisStage
{
    private readonly RegionRules _rules;

    public RegionMarker(AnalysisResources resources) => _rules = new RegionRules(resources);

    public string Name => "regions";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Regions;

    public void Run(DocumentContext document)
    {
        if (document.Tokens.IsEmpty)
        {
            return;
        }

        RegionWorkspace regions = document.Regions;
        new TurnLabelReader(document, _rules).Run();
        new ParagraphRegions(document, _rules).Run();
        if (regions.Marks.Count > 0)
        {
            Cut(document, regions);
            new TurnAssigner(document, _rules).Run();
        }
    }

    private static bool IsKept(DocumentContext document, RegionKind region) => region switch
    {
        RegionKind.Headline => document.Keeps(GuardRules.Headline),
        RegionKind.Boilerplate => document.Keeps(GuardRules.Boilerplate),
        _ => true,
    };

    /// <summary>Cuts the sentences at the marks and sets their regions.</summary>
    private static void Cut(DocumentContext document, RegionWorkspace regions)
    {
        Span<RegionMark> marks = regions.Marks.Span;
        Buffer<Sentence> before = regions.Sentences;
        foreach (Sentence sentence in document.Sentences)
        {
            before.Add(sentence);
        }

        document.SentenceBuffer.Clear();
        int m = 0;
        foreach (Sentence sentence in before.Span)
        {
            int at = sentence.FirstToken;
            while (at < sentence.EndToken)
            {
                while (m < marks.Length && marks[m].Tokens.End <= at)
                {
                    m++;
                }

                bool inside = m < marks.Length && marks[m].Tokens.First <= at;
                int end = m == marks.Length ? sentence.EndToken : Math.Min(sentence.EndToken, inside ? marks[m].Tokens.End : marks[m].Tokens.First);
                document.SentenceBuffer.Add(sentence with { FirstToken = at, EndToken = end, Region = inside && IsKept(document, marks[m].Region) ? marks[m].Region : RegionKind.Body });
                at = end;
            }
        }

        Span<Token> tokens = document.TokenBuffer.Span;
        ReadOnlySpan<Sentence> after = document.Sentences;
        for (int s = 0; s < after.Length; s++)
        {
            for (int i = after[s].FirstToken; i < after[s].EndToken; i++)
            {
                tokens[i].Sentence = s;
            }
        }
    }
}
