using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Tokens;

/// <summary>The lexicon <c>abbreviations.tsv</c> by lexeme id. Read-only once made.</summary>
internal sealed class AbbreviationTable
{
    private byte[] _stems = [];
    private byte[] _forms = [];

    public AbbreviationTable(Vocabulary vocabulary, LexiconSet lexicons)
    {
        foreach (string[] cells in lexicons.Rows(LexiconKind.Abbreviations))
        {
            AbbreviationKind kind = Enum.Parse<AbbreviationKind>(cells[1], ignoreCase: true);
            Add(vocabulary, cells[0], kind);
            Add(vocabulary, cells[0].ToUpperInvariant(), kind);
            if (cells[2] == "any")
            {
                Add(vocabulary, cells[0].ToLowerInvariant(), kind);
                Add(vocabulary, char.ToUpperInvariant(cells[0][0]) + cells[0][1..], kind);
            }
        }
    }

    /// <summary>Kind of the form that stands before a period.</summary>
    public AbbreviationKind OfStem(int lexeme) => Of(_stems, lexeme);

    /// <summary>Kind of the form, final period included.</summary>
    public AbbreviationKind OfForm(int lexeme) => Of(_forms, lexeme);

    private static AbbreviationKind Of(byte[] table, int lexeme) => (uint)lexeme < (uint)table.Length ? (AbbreviationKind)table[lexeme] : AbbreviationKind.None;

    private static void Set(ref byte[] table, int id, AbbreviationKind kind)
    {
        if (id >= table.Length)
        {
            Array.Resize(ref table, id + 256);
        }

        table[id] = (byte)kind;
    }

    private void Add(Vocabulary vocabulary, string form, AbbreviationKind kind)
    {
        Set(ref _stems, vocabulary.Intern(form), kind);
        Set(ref _forms, vocabulary.Intern(form + "."), kind);
    }
}
