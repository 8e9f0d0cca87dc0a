using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Tokens;

/// <summary>
/// Cuts the text into tokens after the conventions of the English Universal Dependencies treebanks. Lossless: what lies
/// between tokens is white space (zero-width spaces, byte-order and direction marks included), so the text can always be
/// rebuilt. One pass, every look-ahead is bounded, so a token of any length costs linear time; nothing is allocated
/// apart from the growth of the token array. How tokens are cut in a gap-free stretch does not depend on what stands
/// further away, so a phrase gives the same tokens in a lexicon and in a text (but for the few abbreviations that are
/// words too).
/// </summary>
internal sealed class Tokenizer : IAnalysisStage
{
    private readonly TokenRules _rules;

    public Tokenizer(AnalysisResources resources) => _rules = new TokenRules(resources.Vocabulary, new AbbreviationTable(resources.Vocabulary, resources.Lexicons));

    public string Name => "tokens";

    public AnalysisLayers Requires => AnalysisLayers.None;

    public AnalysisLayers Provides => AnalysisLayers.Tokens;

    public void Run(DocumentContext document)
    {
        new TokenScanner(document.Text, document.TokenBuffer, _rules).Run();
        document.SizeTokenLayers();
    }
}
