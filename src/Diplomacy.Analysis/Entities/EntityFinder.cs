using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// Finds names by the lexicons and by the shape of words, offices and bodies by a small grammar, and links the mentions of
/// one person. Three steps: spans (<c>Names</c>, <c>Offices</c>, <c>Ministries</c>), linking (<c>Linking</c>), output.
/// </summary>
internal sealed partial class EntityFinder : IAnalysisStage
{
    private readonly EntityLexicon _lexicon;
    private readonly WordSet _notNames;
    private readonly WordSet _particles;
    private readonly WordSet _modifiers;
    private readonly WordSet _former;
    private readonly WordSet _articles;
    private readonly WordSet _possessives;
    private readonly WordSet _quantifiers;
    private readonly WordSet _reporting;
    private readonly WordSet _ministryWords;
    private readonly WordSet _national;
    private readonly WordSet _worldly;
    private readonly WordSet _realms;
    private readonly WordSet _bareSources;
    private readonly WordSet _generations;
    private readonly WordSet _stateVoices;
    private readonly int _the;
    private readonly int _and;
    private readonly int _of;
    private readonly int _for;
    private readonly int _to;
    private readonly int _at;
    private readonly int _in;
    private readonly int _from;
    private readonly int _with;
    private readonly int _office;
    private readonly int _ministerWord;
    private readonly int _ministersWord;
    private readonly int _affairs;
    private readonly int _al;
    private readonly int _el;

    public EntityFinder(AnalysisResources resources)
    {
        _lexicon = resources.Entities;
        Vocabulary v = resources.Vocabulary;

        // Words that stand capitalised at the head of a sentence, and calendar words, are no names.
        _notNames = new WordSet(v, """
            the a an this that these those there here it its he she they we you i his her their our your my him them us who whom whose which what when where why how
            in on at by for from to of with without within into onto upon over under after before since until during between among against about above below
            and or but nor yet so if unless although though while whereas because as than like despite amid given according asked speaking meanwhile however moreover
            furthermore also then now today yesterday tomorrow earlier later still even only just both either neither each every all some many most much more few several
            another other others such no not none never one two three four five six seven eight nine ten first second third last next new
            is are was were be been being has have had do does did will would shall should can could may might must let
            said says told added noted stated speaking addressing responding commenting
            monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
            january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
            mr mrs ms
            """);
        _particles = new WordSet(v, "de la del della di da do dos das van von der den ter ten bin bint ibn ben al el ul ur zu af av du des e y ould arap");
        _modifiers = new WordSet(v, """
            senior top chief acting former ex deputy vice assistant interim new newly appointed elected outgoing incoming then caretaker unnamed anonymous high ranking
            veteran long time longtime powerful influential hardline hard line de facto self proclaimed sitting current late ousted deposed exiled retired
            transitional permanent special lead principal joint main leading junior local federal national parliamentary presidential unidentified other first second third
            highest most ruling governing moderate conservative reformist nationalist populist right left wing far designate regional visiting
            """);
        _former = new WordSet(v, "former ex late ousted deposed exiled retired");
        _articles = new WordSet(v, "the a an");
        _possessives = new WordSet(v, "his her its their our my your");
        _quantifiers = new WordSet(v, "one two three four some several many most other these those any all no both another unnamed");
        _reporting = new WordSet(v, "said says told tells added adds stated noted warned urged insisted stressed argued claimed announced wrote tweeted declared explained acknowledged");
        _generations = new WordSet(v, "jr jr. sr sr. ii iii iv vi vii viii ix xi xii xiv xvi");
        _stateVoices = new WordSet(v, "government police army military navy ministry presidential palace");
        _ministryWords = new WordSet(v, "ministry department secretariat");
        _national = new WordSet(v, "national federal central judicial electoral constitutional parliamentary police customs reserve anti-corruption antitrust commission authority agency bureau department administration");
        _worldly = new WordSet(v, "international world european african asian arab american global regional united inter-american pan-african olympic football east west islamic nations union");
        _realms = new WordSet(v, "kingdom republic state sultanate principality commonwealth emirate");
        _bareSources = new WordSet(v, "police authorities");
        _the = v.Intern("the");
        _and = v.Intern("and");
        _of = v.Intern("of");
        _for = v.Intern("for");
        _to = v.Intern("to");
        _at = v.Intern("at");
        _in = v.Intern("in");
        _from = v.Intern("from");
        _with = v.Intern("with");
        _office = v.Intern("office");
        _ministerWord = v.Intern("minister");
        _ministersWord = v.Intern("ministers");
        _affairs = v.Intern("affairs");
        _al = v.Intern("al");
        _el = v.Intern("el");
    }

    public string Name => "entities";

    public AnalysisLayers Requires => AnalysisLayers.Tokens | AnalysisLayers.Sentences;

    public AnalysisLayers Provides => AnalysisLayers.Entities;

    public void Run(DocumentContext document)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        foreach (ref readonly Sentence sentence in document.Sentences)
        {
            document.CancellationToken.ThrowIfCancellationRequested();
            FindInSentence(document, tokens, sentence.FirstToken, sentence.EndToken);
        }

        Link(document, tokens);
        Emit(document);
    }

    /// <summary>One pass over a sentence, left to right; at each token the longest of what can start there.</summary>
    private void FindInSentence(DocumentContext document, ReadOnlySpan<Token> tokens, int first, int end)
    {
        var title = new TitleState { End = -1, Phrase = -1, Outer = -1 };
        for (int i = first; i < end;)
        {
            ref readonly Token token = ref tokens[i];
            PhraseStarts starts = _lexicon.StartsOf(token.Lower);
            bool capital = token.Is(TokenTraits.InitialCapital);
            if (token.Length == 1 && FirstChar(document, i) == '(')
            {
                i = IntroduceAcronym(document, tokens, first, i, end, ref title);
                continue;
            }

            if (capital && token.Kind == TokenKind.Word && AddKnownAcronym(document, tokens, first, i, end, ref title) is var behind && behind > i)
            {
                i = behind;
                continue;
            }

            if (starts == PhraseStarts.None && !capital && !StartsWithArabicArticle(tokens, i, end) && !_ministryWords.Contains(token.Lower))
            {
                i++;
                continue;
            }

            int nameLength = 0;
            NameEntry? name = (starts & PhraseStarts.Name) != 0 ? _lexicon.MatchName(tokens, i, end, out nameLength) : null;
            if (name is { Kind: NameKind.Media } && token.Lower == _the && i + nameLength < end && IsNameWord(tokens[i + nameLength]) && !tokens[i + nameLength].Is(TokenTraits.LineBreakBefore))
            {
                // "The National Harbour Authority" is not the paper "The National".
                name = null;
            }

            nameLength = name is null ? 0 : nameLength;
            int ministryLength = MatchMinistry(tokens, i, end, out string ministry);
            int officeLength = MatchOfficeCore(tokens, i, end, out OfficeEntry? office, out bool plural);
            if ((starts & PhraseStarts.BodyNoun) != 0 && officeLength > 0 && _lexicon.MatchBodyNoun(tokens, i, end, out int nounLength) is not null && nounLength > officeLength)
            {
                // "the Prime Minister's Office" is a body, not a person.
                officeLength = 0;
            }

            int longest = Math.Max(ministryLength, officeLength);
            bool titled = title.End == i || (title.End == i - 1 && title.End >= 0 && IsComma(document, title.End));
            if (name is not null && name.Kind == NameKind.Holder && nameLength >= longest)
            {
                i = AddPerson(document, tokens, i, ExtendName(tokens, i + nameLength, end), name, 0.95f, titled, ref title);
                continue;
            }

            int person = PersonRun(document, tokens, first, i, end, name, nameLength, titled && longest == 0, out float confidence);
            if (person > Math.Max(nameLength, longest) || (person > 0 && name is null && longest == 0))
            {
                i = AddPerson(document, tokens, i, i + person, null, confidence, titled, ref title);
                continue;
            }

            if (name is not null && nameLength >= longest)
            {
                i = AddName(document, tokens, i, end, name, nameLength);
                continue;
            }

            if (ministryLength > 0 && ministryLength >= officeLength)
            {
                AddMinistry(document, tokens, first, i, i + ministryLength, end, ministry);
                i += ministryLength;
                continue;
            }

            if (officeLength > 0)
            {
                i = AddOffice(document, tokens, first, i, i + officeLength, end, office!, plural, ref title);
                continue;
            }

            if ((starts & PhraseStarts.BodyNoun) != 0 && AddBodyNoun(document, tokens, first, i, end, out int bodyLength))
            {
                i += bodyLength;
                continue;
            }

            if (!capital)
            {
                i++;
                continue;
            }

            int run = AddCapitalRun(document, tokens, first, i, end);
            if (title.End >= 0 && i - title.End <= 2 && i > title.End && IsOfOrFor(tokens[title.End].Lower))
            {
                // "president of the Harbour Commission, Ana Duarte", "commissioner for Human Rights Ana Duarte": the title is still open.
                title.End = run;
            }

            i = run;
        }

    }

    private bool IsOfOrFor(int lower) => lower == _of || lower == _for || lower == _at;

    private static bool IsComma(DocumentContext document, int token) => document.Tokens[token].Length == 1 && document.Text[document.Tokens[token].Start] == ',';

    private static char FirstChar(DocumentContext document, int token) => document.Text[document.Tokens[token].Start];

    // "'s" and the lone apostrophe of a plural ("the allies' ministers").
    private static bool IsPossessive(DocumentContext document, int token)
    {
        ref readonly Token t = ref document.Tokens[token];
        char c = document.Text[t.Start];
        return c is '\'' or '’' && !t.Is(TokenTraits.SpaceBefore) && (t.Length == 1 || (t.Length <= 3 && document.Text[t.End - 1] is 's' or 'S'));
    }

    private static bool IsHyphen(DocumentContext document, int token)
    {
        ref readonly Token t = ref document.Tokens[token];
        return t.Length == 1 && document.Text[t.Start] is '-' or '‑' or '‐';
    }

    /// <summary>The title that a name right behind it would take.</summary>
    private struct TitleState
    {
        /// <summary>Token behind the title, or -1.</summary>
        public int End;

        /// <summary>Index in <see cref="DocumentContext.ActorPhrases"/>, or -1 for a bare honorific.</summary>
        public int Phrase;

        /// <summary>Another title right before it, of the same person ("police spokesperson Captain"), or -1.</summary>
        public int Outer;

        /// <summary>Gender of the honorific.</summary>
        public char Gender;
    }
}
