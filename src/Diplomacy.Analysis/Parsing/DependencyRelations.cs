namespace Diplomacy.Analysis.Parsing;

/// <summary>Spelling and classes of <see cref="DependencyRelation"/>.</summary>
public static class DependencyRelations
{
    private static readonly string[] Names =
    [
        "_", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
        "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det",
        "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
        "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
        "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
    ];

    private static readonly DependencyRelation[] Bases = MakeBases();

    /// <summary>Number of relations, <see cref="DependencyRelation.None"/> included.</summary>
    public static int Count => Names.Length;

    /// <summary>The relation as the treebanks spell it; <c>_</c> for none.</summary>
    public static string Name(this DependencyRelation relation) => Names[(int)relation];

    /// <summary>The relation without its subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public static DependencyRelation Base(this DependencyRelation relation) => Bases[(int)relation];

    /// <summary>The relation with this spelling; that of the part before the colon where the subtype is unknown; else none.</summary>
    public static DependencyRelation Parse(ReadOnlySpan<char> name)
    {
        for (int i = 1; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                return (DependencyRelation)i;
            }
        }

        int colon = name.IndexOf(':');
        return colon > 0 ? Parse(name[..colon]) : DependencyRelation.None;
    }

    /// <summary>A subject of any kind: nominal or clausal, active or passive.</summary>
    public static bool IsSubject(this DependencyRelation relation) =>
        relation.Base() is DependencyRelation.Nsubj or DependencyRelation.Csubj;

    private static DependencyRelation[] MakeBases()
    {
        var bases = new DependencyRelation[Names.Length];
        for (int i = 1; i < bases.Length; i++)
        {
            int colon = Names[i].IndexOf(':', StringComparison.Ordinal);
            bases[i] = Parse(colon < 0 ? Names[i] : Names[i].AsSpan(0, colon));
        }

        return bases;
    }
}
