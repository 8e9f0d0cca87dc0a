using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>The word knowledge of the splitter. Read-only.</summary>
internal sealed class SentenceRules
{
    private readonly AbbreviationTable _abbreviations;

    public SentenceRules(Vocabulary vocabulary, LexiconSet lexicons)
    {
        _abbreviations = new AbbreviationTable(vocabulary, lexicons);
        Starters = new WordSet(vocabulary, TokenRules.SentenceStarters);
        Reporting = new WordSet(vocabulary, """
            said says asked asks told tells added adds replied replies exclaimed wrote writes shouted answered continued
            wondered demanded insisted declared noted remarked quipped tweeted joked concluded
            """);

        // Behind "5 p.m." these go on: "5 p.m. Monday", "3 p.m. EST".
        AfterClock = new WordSet(vocabulary, """
            monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
            october november december est edt et pst pdt pt cst cdt ct mst mdt gmt utc bst cet cest msk ist eastern pacific central
            mountain local
            """);

        // No line of a paragraph ends with these unless the line was wrapped.
        Unfinished = new WordSet(vocabulary, "the a an of to and or in on at by for with from that its their his her our as is are was were which who mr. mrs. dr.");
        Captions = new WordSet(vocabulary, "figure fig. table chart map box annex appendix article section chapter part rule");
        Clock = new WordSet(vocabulary, "a.m. p.m. am. pm.");
        Etc = vocabulary.Intern("etc.");
        I = vocabulary.Intern("I");
    }

    public WordSet Starters { get; }

    public WordSet Reporting { get; }

    public WordSet AfterClock { get; }

    public WordSet Unfinished { get; }

    public WordSet Captions { get; }

    public WordSet Clock { get; }

    public int Etc { get; }

    public int I { get; }

    /// <summary>What a token that ends with its own period abbreviates.</summary>
    public AbbreviationKind KindOf(in Token token, ReadOnlySpan<char> form)
    {
        AbbreviationKind kind = _abbreviations.OfForm(token.Lexeme);
        return kind != AbbreviationKind.None ? kind
            : form.Length == 2 ? AbbreviationKind.Initial
            : form[..^1].Contains('.') ? AbbreviationKind.Initialism
            : AbbreviationKind.Inner;
    }
}
