namespace Diplomacy.Analysis.Tagging;

/// <summary>Spelling and classes of <see cref="PennTag"/>.</summary>
public static class PennTags
{
    private static readonly string[] Names =
    [
        "_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
        "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
        "WP$", "WRB", ",", ".", ":", "``", "''", "$", "#", "-LRB-", "-RRB-", "HYPH", "ADD", "AFX", "GW", "NFP", "XX",
    ];

    /// <summary>Number of tags, <see cref="PennTag.None"/> included.</summary>
    public static int Count => Names.Length;

    /// <summary>The tag as the treebanks spell it; <c>_</c> for none.</summary>
    public static string Name(this PennTag tag) => Names[(int)tag];

    /// <summary>The tag with this spelling, or <see cref="PennTag.None"/>.</summary>
    public static PennTag Parse(ReadOnlySpan<char> name)
    {
        for (int i = 1; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                return (PennTag)i;
            }
        }

        return PennTag.None;
    }

    /// <summary>Any form of a verb, modals excluded.</summary>
    public static bool IsVerb(this PennTag tag) => tag is >= PennTag.VB and <= PennTag.VBZ;

    /// <summary>A verb form that carries tense: past, present; modals included.</summary>
    public static bool IsFinite(this PennTag tag) => tag is PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.MD;

    /// <summary>A common or proper noun.</summary>
    public static bool IsNoun(this PennTag tag) => tag is >= PennTag.NN and <= PennTag.NNPS;

    /// <summary>A proper noun.</summary>
    public static bool IsProper(this PennTag tag) => tag is PennTag.NNP or PennTag.NNPS;

    /// <summary>An adjective.</summary>
    public static bool IsAdjective(this PennTag tag) => tag is PennTag.JJ or PennTag.JJR or PennTag.JJS;

    /// <summary>An adverb.</summary>
    public static bool IsAdverb(this PennTag tag) => tag is PennTag.RB or PennTag.RBR or PennTag.RBS;
}
