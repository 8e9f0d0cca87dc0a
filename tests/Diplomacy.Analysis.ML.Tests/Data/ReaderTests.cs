using Diplomacy.Analysis.ML.Data;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Data;

public class ReaderTests
{
    [Fact]
    public void Conllu_GivesWordsHeadsAndSpaces()
    {
        const string Text = """
            # newdoc id = d1
            # text = We don't know.
            1	We	we	PRON	PRP	_	4	nsubj	_	_
            2-3	don't	_	_	_	_	_	_	_	_
            2	do	do	AUX	VBP	_	4	aux	_	_
            3	n't	not	PART	RB	_	4	advmod	_	_
            3.1	gone	go	VERB	VBN	_	_	_	_	_
            4	know	know	VERB	VB	_	0	root	_	SpaceAfter=No
            5	.	.	PUNCT	.	_	4	punct	_	_

            """;
        CorpusSentence sentence = Assert.Single(ConlluReader.Read(new StringReader(Text)));
        Assert.Equal("d1", sentence.Document);
        Assert.Equal(["We", "do", "n't", "know", "."], sentence.Forms);
        Assert.Equal(["PRP", "VBP", "RB", "VB", "."], sentence.Tags!);
        Assert.Equal([3, 3, 3, -1, 3], sentence.Heads!);
        Assert.Equal([true, false, true, false, true], sentence.SpaceAfter!);
    }

    [Fact]
    public void Conllu_ARowWithTooFewColumns_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => ConlluReader.Read(new StringReader("1\tWe\twe\n\n")).ToList());

    [Fact]
    public void Masc_CutsAtTheLastUnderscore()
    {
        CorpusSentence sentence = Assert.Single(MascReader.Read(new StringReader("# doc = a/b.txt\nsnake_case_NN stays_VBZ broken ._. \n")));
        Assert.Equal("a/b.txt", sentence.Document);
        Assert.Equal(["snake_case", "stays", "."], sentence.Forms);
        Assert.Equal(["NN", "VBZ", "."], sentence.Tags!);
    }

    [Fact]
    public void Iob_TakesTheFirstTagColumnAndDropsOddTags()
    {
        List<CorpusSentence> sentences = [.. IobReader.Read(new StringReader("# doc = x\nOslo\tB-LOC\tO\nsaid O\nno\todd\n\nNext\tB-odd tag\n"))];
        Assert.Equal(2, sentences.Count);
        Assert.Equal(["B-LOC", "O", "O"], sentences[0].Entities!);
        Assert.Equal(["O"], sentences[1].Entities!);
        Assert.Equal("x", sentences[1].Document);
    }
}
