namespace Diplomacy.Analysis.Tagging;

#pragma warning disable CS1591 // The members are the tags of the Penn Treebank; their manual defines them.

/// <summary>
/// The part-of-speech tags of the Penn Treebank with the additions of the English Universal Dependencies treebanks
/// (HYPH, ADD, AFX, GW, NFP, XX). <see cref="PennTags"/> gives the spelling of the treebanks (<c>-LRB-</c>, <c>PRP$</c>).
/// </summary>
public enum PennTag : byte
{
    None, CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP,
    SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, Comma, Period, Colon, OpenQuote, CloseQuote, Dollar,
    Hash, LRB, RRB, HYPH, ADD, AFX, GW, NFP, XX,
}
