using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Parsing;

/// <summary>
/// The dependency tree of one sentence, as a window on the document's layers. All token numbers are absolute indices into the
/// document's tokens; -1 means "there is none". The tree is projective, so a subtree is always an unbroken range.
/// </summary>
public readonly ref struct DependencyView
{
    private readonly DocumentContext _document;

    internal DependencyView(DocumentContext document, int sentence)
    {
        _document = document;
        First = document.Sentences[sentence].FirstToken;
        End = document.Sentences[sentence].EndToken;
    }

    /// <summary>The sentence's first token.</summary>
    public int First { get; }

    /// <summary>Index just behind the sentence's last token (exclusive).</summary>
    public int End { get; }

    /// <summary>Whether the sentence has been parsed; otherwise every question is answered with "none".</summary>
    public bool IsParsed => End > First && _document.Heads[First] != DocumentContext.NotParsed;

    /// <summary>The token that has no head.</summary>
    public int Root
    {
        get
        {
            for (int token = First; IsParsed && token < End; token++)
            {
                if (_document.Heads[token] < 0)
                {
                    return token;
                }
            }

            return -1;
        }
    }

    /// <summary>The head of <paramref name="token"/>.</summary>
    public int HeadOf(int token) => Math.Max(-1, _document.Heads[token]);

    /// <summary>The relation of <paramref name="token"/> to its head.</summary>
    public DependencyRelation RelationOf(int token) => IsParsed ? (DependencyRelation)_document.Relations[token] : DependencyRelation.None;

    /// <summary>The children of <paramref name="token"/>, in text order, without allocating.</summary>
    public DependencyChildren ChildrenOf(int token) => new(_document, IsParsed ? token : -1);

    /// <summary>
    /// The first child with this relation. A relation without subtype stands for its subtypes too:
    /// <see cref="DependencyRelation.Nsubj"/> finds <c>nsubj:pass</c>.
    /// </summary>
    public int ChildOf(int token, DependencyRelation relation)
    {
        foreach (int child in ChildrenOf(token))
        {
            if (Matches(RelationOf(child), relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The first child with either relation (subtypes as in <see cref="ChildOf(int, DependencyRelation)"/>).</summary>
    public int ChildOf(int token, DependencyRelation relation, DependencyRelation other)
    {
        foreach (int child in ChildrenOf(token))
        {
            if (Matches(RelationOf(child), relation) || Matches(RelationOf(child), other))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The grammatical subject, active or passive, nominal or clausal: "<b>Ministers</b> met", "<b>It</b> was denied".</summary>
    public int SubjectOf(int token) => ChildOf(token, DependencyRelation.Nsubj, DependencyRelation.Csubj);

    /// <summary>The direct object: "rejected the <b>claim</b>".</summary>
    public int ObjectOf(int token) => ChildOf(token, DependencyRelation.Obj);

    /// <summary>
    /// The head of the clause that is the content of a verb: a complement with its own subject ("said that talks <b>failed</b>") or
    /// without one ("promised to <b>help</b>").
    /// </summary>
    public int ClausalComplementOf(int token) => ChildOf(token, DependencyRelation.Ccomp, DependencyRelation.Xcomp);

    /// <summary>
    /// The first of those joined to <paramref name="token"/> by coordination, all of which hang from the first: "France, <b>Spain</b> and
    /// Italy". Ask <see cref="NextConjunctOf"/> for the others.
    /// </summary>
    public int ConjunctOf(int token) => ChildOf(token, DependencyRelation.Conj);

    /// <summary>The next sister of conjunct <paramref name="token"/>: from "Spain" to "<b>Italy</b>" in "France, Spain and Italy".</summary>
    public int NextConjunctOf(int token)
    {
        for (int sister = NextSiblingOf(token); sister >= 0; sister = NextSiblingOf(sister))
        {
            if (RelationOf(sister) == DependencyRelation.Conj)
            {
                return sister;
            }
        }

        return -1;
    }

    /// <summary>The next child of the same head, in text order.</summary>
    public int NextSiblingOf(int token) => IsParsed ? _document.NextSiblings[token] : -1;

    /// <summary>The token and all that depends on it, directly or not.</summary>
    public TokenRange SubtreeOf(int token) => IsParsed ? _document.Subtrees[token] : new TokenRange(token, token + 1);

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or depends on it, directly or not.</summary>
    public bool IsWithin(int token, int ancestor) => SubtreeOf(ancestor).Contains(token);

    private static bool Matches(DependencyRelation actual, DependencyRelation wanted) => actual == wanted || actual.Base() == wanted;
}
