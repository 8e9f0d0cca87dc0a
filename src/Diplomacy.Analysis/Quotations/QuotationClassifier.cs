using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Quotations;

/// <summary>
/// Says what each quotation is for: somebody's words as a clause, a few of them, a title, or marks of distance. Looks at
/// a bounded stretch of each quotation and of what stands around it.
/// </summary>
internal sealed class QuotationClassifier
{
    private const int Window = 40;

    private readonly WordSet _finite;
    private readonly WordSet _small;
    private readonly WordSet _works;
    private readonly WordSet _between;
    private readonly WordSet _naming;
    private readonly WordSet _terms;
    private readonly WordSet _pronouns;
    private readonly VerbLexicon _verbs;

    public QuotationClassifier(AnalysisResources resources)
    {
        Vocabulary vocabulary = resources.Vocabulary;
        _verbs = resources.Verbs;

        // Verbs that carry tense whatever the tagger thinks; a text may come without tags.
        _finite = new WordSet(vocabulary, "is are was were am has have had will would can could shall should must may might do does did 's 're 'm 'll 've 'd n't wo ca");
        _small = new WordSet(vocabulary, "a an the of and or for to in on at by with from as into over under against between via vs. de la le und & - – : ,");

        // What stands before a title: "the film “...”", "entitled “...”", "under the theme “...”".
        _works = new WordSet(vocabulary, """
            titled entitled theme themed slogan motto film movie documentary book novel song album poem play painting essay article
            report paper pamphlet magazine newspaper website column editorial series programme program show podcast speech lecture
            seminar conference forum exhibition campaign operation project initiative headline headlined hashtag
            """);
        _between = new WordSet(vocabulary, "of the a , : 's");
        _naming = new WordSet(vocabulary, "called so-called dubbed termed labelled labeled nicknamed named codenamed branded christened");
        _terms = new WordSet(vocabulary, "word words term terms phrase label expression notion concept");
        _pronouns = new WordSet(vocabulary, "i we you he she it they this that these those there who what nobody everyone everybody everything nothing");
    }

    public void Run(DocumentContext document)
    {
        Span<Quotation> all = document.Quotations.Span;
        ReadOnlySpan<Token> tokens = document.Tokens;
        for (int i = 0; i < all.Length; i++)
        {
            ref Quotation quotation = ref all[i];
            quotation.Kind = quotation.Continues >= 0 ? all[quotation.Continues].Kind : Kept(document, Classify(document, tokens, quotation));
            if (quotation.Continues >= 0 && quotation.Kind != QuotationKind.Speech)
            {
                quotation.Kind = QuotationKind.Speech;
            }
        }
    }

    private static QuotationKind Kept(DocumentContext document, QuotationKind kind) => kind switch
    {
        QuotationKind.Title => document.Keeps(GuardRules.QuotedTitle) ? kind : QuotationKind.Speech,
        QuotationKind.Scare or QuotationKind.Fragment => document.Keeps(GuardRules.ScareQuotes) ? kind : QuotationKind.Speech,
        _ => kind,
    };

    private QuotationKind Classify(DocumentContext document, ReadOnlySpan<Token> tokens, in Quotation quotation)
    {
        TokenRange inner = quotation.Inner;
        if (inner.IsEmpty)
        {
            return QuotationKind.Scare;
        }

        Look look = LookInside(document, tokens, inner);
        int before = quotation.Tokens.First - 1;
        int after = quotation.Tokens.End;
        Sentence first = document.Sentences[tokens[inner.First].Sentence];
        bool opensSentence = quotation.Tokens.First <= first.FirstToken;
        bool severalSentences = tokens[inner.First].Sentence != tokens[inner.End - 1].Sentence;
        bool stopped = document.Text[tokens[inner.End - 1].End - 1] is ',' or '.' or '!' or '?' or '\u2026' or '-' or '\u2014'
            || (after < tokens.Length && document.Text[tokens[after].Start] == ',' && opensSentence);
        if (severalSentences)
        {
            return QuotationKind.Speech;
        }

        if (!quotation.Closed)
        {
            return look.Words >= 3 ? QuotationKind.Speech : QuotationKind.Fragment;
        }

        if (opensSentence && !stopped && after < tokens.Length && look.Words <= 8 && document.Tags[after] is Tagging.PennTag.VBZ or Tagging.PennTag.VBD or Tagging.PennTag.VBP && !IsReportedBehind(tokens, after))
        {
            // “We Will Not Wait” is the title of a book: the subject of its sentence.
            return QuotationKind.Title;
        }

        bool workBefore = HasBefore(tokens, before, first.FirstToken, _works, reach: 2);
        bool named = before >= 0 && (_naming.Contains(tokens[before]) || _terms.Contains(tokens[before]));
        bool saidAfter = stopped && IsReportedBehind(tokens, after);
        bool saidBefore = before >= first.FirstToken && document.Text[tokens[before].Start] is ',' or ':' && look.Capital && look.Words > 2;
        bool title = look.TitleCase && !look.Clause && !IsHeadlineCase(tokens, first, quotation);
        if (workBefore && look.Capital && look.Words <= 24 && (title || !saidAfter))
        {
            return QuotationKind.Title;
        }

        // "on CBS’s “Meet the World,” the senator said"
        if (title && !opensSentence && look.Words >= 3 && !saidBefore)
        {
            return QuotationKind.Title;
        }

        if (saidAfter || (opensSentence && after >= document.Sentences[tokens[inner.End - 1].Sentence].EndToken && (look.Words >= 3 || look.StopInside)))
        {
            return QuotationKind.Speech;
        }

        if (named && look.Words <= 4)
        {
            return QuotationKind.Scare;
        }

        if (title && look.Words >= 2)
        {
            return QuotationKind.Title;
        }

        if (look.Clause && look.Words >= 4)
        {
            return QuotationKind.Speech;
        }

        if (saidBefore && (stopped || look.Words >= 5))
        {
            return QuotationKind.Speech;
        }

        return IsReported(tokens, quotation, first) || look.Words > 3 ? QuotationKind.Fragment : QuotationKind.Scare;
    }

    /// <summary>Whether the sentence around is set in capitals word by word, as headlines are: then capitals tell nothing.</summary>
    private bool IsHeadlineCase(ReadOnlySpan<Token> tokens, in Sentence sentence, in Quotation quotation)
    {
        int words = 0;
        int capitals = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken && i < sentence.FirstToken + Window; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Length > 3 && !quotation.Tokens.Contains(i) && !_small.Contains(tokens[i]))
            {
                words++;
                capitals += tokens[i].Is(TokenTraits.InitialCapital) ? 1 : 0;
            }
        }

        return words >= 3 && capitals * 5 >= words * 4;
    }

    private Look LookInside(DocumentContext document, ReadOnlySpan<Token> tokens, TokenRange inner)
    {
        Span<PennTag> tags = document.Tags;
        var look = new Look { TitleCase = true, Capital = tokens[inner.First].Is(TokenTraits.InitialCapital) };
        int end = Math.Min(inner.End, inner.First + Window);
        bool subject = false;
        for (int i = inner.First; i < end; i++)
        {
            ref readonly Token token = ref tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
            {
                continue;
            }

            look.Words++;
            if (token.Kind == TokenKind.Word && !token.Is(TokenTraits.InitialCapital | TokenTraits.Clitic) && !(_small.Contains(token) && look.Words > 1))
            {
                look.TitleCase = false;
            }

            if (_finite.Contains(token) || tags[i].IsFinite())
            {
                // "will not accept" is a piece of a clause, "we will not accept" a clause.
                look.Clause |= subject;
            }

            // Without tags any word that is no verb may be the subject.
            subject |= tags[i] == PennTag.None || tags[i].IsNoun() || tags[i] is PennTag.PRP or PennTag.EX or PennTag.DT or PennTag.WP or PennTag.WDT or PennTag.CD || _pronouns.Contains(token);
        }

        look.StopInside = document.Text[tokens[inner.End - 1].End - 1] is '.' or '!' or '?';
        return look;
    }

    private bool HasBefore(ReadOnlySpan<Token> tokens, int at, int from, WordSet words, int reach)
    {
        for (int i = at; i >= from && i > at - reach - 1; i--)
        {
            if (words.Contains(tokens[i]))
            {
                return true;
            }

            // "with the theme of “...”", "the film, “...”"
            if (!_between.Contains(tokens[i]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"... ,” he said", "... ,” said Berg", "... ,” the foreign minister of Norway told".</summary>
    private bool IsReportedBehind(ReadOnlySpan<Token> tokens, int after)
    {
        for (int i = after; i < tokens.Length && i < after + 12 && tokens[i].Sentence == tokens[Math.Max(0, after - 1)].Sentence; i++)
        {
            if (IsSaying(tokens[i]))
            {
                return true;
            }

            if (tokens[i].Kind == TokenKind.Quote)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a verb of saying or judging stands in the sentence, outside the quotation.</summary>
    private bool IsReported(ReadOnlySpan<Token> tokens, in Quotation quotation, in Sentence sentence)
    {
        for (int i = quotation.Tokens.First - 1; i >= sentence.FirstToken && i > quotation.Tokens.First - Window; i--)
        {
            if (IsSaying(tokens[i]))
            {
                return true;
            }
        }

        for (int i = quotation.Tokens.End; i < sentence.EndToken && i < quotation.Tokens.End + Window; i++)
        {
            if (IsSaying(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSaying(in Token token) => _verbs.Find(token.Lower) is not null && !token.Is(TokenTraits.AllCapitals);

    private struct Look
    {
        public int Words;
        public bool TitleCase;
        public bool Capital;
        public bool Clause;
        public bool StopInside;
    }
}
