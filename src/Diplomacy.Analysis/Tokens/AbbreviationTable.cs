using System.Reflection;
using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Tokens;

/// <summary>The lexicon <c>abbreviations.tsv</c> by lexeme id. Read-only once made.</summary>
internal sealed class AbbreviationTable
{
    private byte[] _stems = [];
    private byte[] _forms = [];

    public AbbreviationTable(Vocabulary vocabulary)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lexicons/abbreviations.tsv")
            ?? throw new InvalidOperationException("The lexicon abbreviations.tsv is not embedded; build the project with models/lexicons present.");
        using var reader = new StreamReader(stream);
        bool header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (header)
            {
                header = false;
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length < 3 || !Enum.TryParse(cells[1], ignoreCase: true, out AbbreviationKind kind))
            {
                throw new InvalidDataException($"abbreviations.tsv: '{line}' is not 'form, kind, case'.");
            }

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
