using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Tokens;

/// <summary>The word knowledge of the tokenizer, by lexeme id: abbreviations, joined words, prefixes, domains. Read-only.</summary>
internal sealed class TokenRules
{
    /// <summary>
    /// Words that are capitalised only because they start a sentence: behind "U.S." or "Inc." they tell that one has begun.
    /// </summary>
    public const string SentenceStarters = """
        the a an this that these those it its he his she her they their we our you your i my there here
        and but or nor so yet for if when while as after before since until because although though whether once unless
        in on at by from to with without of about under over during through between among against despite within upon
        what who where why how which whose is are was were do does did has have had can could will would should may might must
        not no yes all both each every some many most few several other another one two
        however moreover meanwhile also then thus therefore nevertheless instead still even just only according asked
        let please today yesterday tomorrow now later earlier recently
        """;

    private readonly byte[] _splits;
    private readonly AbbreviationTable _abbreviations;

    public TokenRules(Vocabulary vocabulary, AbbreviationTable abbreviations)
    {
        Vocabulary = vocabulary;
        _abbreviations = abbreviations;

        // Prefixes that the treebanks leave on their word ("anti-terrorist", "co-operation"); all other hyphens are tokens.
        Prefixes = new WordSet(vocabulary, """
            anti pro non re co pre post ex mid semi multi sub inter intra counter mini micro macro cross bi tri de neo
            psycho socio ultra hyper e uh oh hm mm quasi pseudo proto meta retro infra trans
            """);

        // Words that lose their head: "'em", "'til", "'tis".
        Elisions = new WordSet(vocabulary, "em til tis twas n cause bout round nineties eighties seventies sixties fifties forties thirties twenties");

        // Words before a year without its century: "in '68", "since '91".
        BeforeShortYear = new WordSet(vocabulary, """
            in of since from until till by before after during early late mid class summer spring fall autumn winter and to
            january february march april may june july august september october november december
            """);
        Domains = new WordSet(vocabulary, """
            com org net gov edu mil int info biz eu uk us de fr ru cn jp in au ca ch it nl es ua pl se no fi dk be at ie il tr br mx
            za ke ng gh eg ir iq sa ae kw qa pk bd lk np sg my th vn ph id kr tw hk nz rs ba hr hu ro bg gr cz sk lt lv ee by kz uz
            am az ge md tv ly fm io me cc co doc docx pdf xls xlsx jpg png gif htm html php asp aspx txt csv zip js
            """);
        WordDomains = new WordSet(vocabulary, "in it is at no my me am be to so us");
        ClockMarks = new WordSet(vocabulary, "am pm");
        MoneyMarks = new WordSet(vocabulary, "m bn mn tn k b tr mln bln");
        Ordinals = new WordSet(vocabulary, "st nd rd th s");
        Starters = new WordSet(vocabulary, SentenceStarters);
        All = vocabulary.Intern("all");
        Mid = vocabulary.Intern("mid");
        Www = vocabulary.Intern("www");
        Roman = new WordSet(vocabulary, "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi");

        // Two words in one; the treebanks cut them ("can|not", "gon|na").
        (string Form, int At)[] splits =
        [
            ("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3), ("lemme", 3),
            ("outta", 3), ("oughta", 5), ("hafta", 3),
        ];
        _splits = new byte[vocabulary.Count + 64];
        foreach ((string form, int at) in splits)
        {
            int id = vocabulary.Intern(form);
            if (id >= _splits.Length)
            {
                Array.Resize(ref _splits, id + 64);
            }

            _splits[id] = (byte)at;
        }
    }

    public Vocabulary Vocabulary { get; }

    public WordSet Prefixes { get; }

    public WordSet Elisions { get; }

    public WordSet BeforeShortYear { get; }

    public WordSet Domains { get; }

    public WordSet WordDomains { get; }

    /// <summary>"10am": two tokens.</summary>
    public WordSet ClockMarks { get; }

    /// <summary>"$5bn": the unit is a token behind a currency sign.</summary>
    public WordSet MoneyMarks { get; }

    public WordSet Ordinals { get; }

    public WordSet Roman { get; }

    public WordSet Starters { get; }

    public int All { get; }

    public int Mid { get; }

    public int Www { get; }

    /// <summary>Where to cut the word with this lower-case id, or 0.</summary>
    public int SplitOf(int lower) => (uint)lower < (uint)_splits.Length ? _splits[lower] : 0;

    /// <summary>What the form abbreviates that stands before a period.</summary>
    public AbbreviationKind AbbreviationOf(int lexeme) => _abbreviations.OfStem(lexeme);
}
