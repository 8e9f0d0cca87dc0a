using System.Buffers;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Quotations;

/// <summary>
/// Pairs the quotation marks of the whole document, family by family, and says what each pair is for. Pairing is a
/// shortest path over the marks: each may open, close or be none, at a price that its shape and the blanks around it set;
/// a missing mark has a price too. So one forgotten mark costs its own paragraph and no more: a quotation cannot
/// run on for long without paying at each paragraph's end. Linear in the number of marks, never throws.
/// </summary>
internal sealed class QuotationFinder : IAnalysisStage
{
    private readonly QuotationClassifier _classifier;

    public QuotationFinder(AnalysisResources resources) => _classifier = new QuotationClassifier(resources);

    public string Name => "quotations";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Quotations;

    public void Run(DocumentContext document)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        int marks = 0;
        foreach (ref readonly Token token in tokens)
        {
            // The possessive's apostrophe may yet turn out to close a quotation.
            marks += token.Kind == TokenKind.Quote || (token.Length == 1 && token.Is(TokenTraits.Clitic)) ? 1 : 0;
        }

        if (marks == 0)
        {
            return;
        }

        QuotationMark[] buffer = ArrayPool<QuotationMark>.Shared.Rent(marks);
        byte[] steps = ArrayPool<byte>.Shared.Rent((marks + 1) * QuotationPairing.StepsPerMark);
        foreach (QuotationFamily family in (ReadOnlySpan<QuotationFamily>)[QuotationFamily.Double, QuotationFamily.Guillemet, QuotationFamily.Corner, QuotationFamily.Single])
        {
            var reader = new QuotationMarkReader(document.Text, tokens, family);
            int count = reader.Read(buffer);
            if (count > 0)
            {
                new QuotationPairing(document, buffer.AsSpan(0, count), steps, family).Run();
            }
        }

        ArrayPool<QuotationMark>.Shared.Return(buffer);
        ArrayPool<byte>.Shared.Return(steps);
        QuotationNesting.Arrange(document);
        _classifier.Run(document);
    }
}
