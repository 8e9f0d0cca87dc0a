using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Attributions;

/// <summary>The closed classes of English words that phrases and clauses are cut by.</summary>
internal sealed class GrammarWords
{
    public GrammarWords(Vocabulary vocabulary)
    {
        Be = new(vocabulary, "be am is are was were been being 's ’s 're ’re 'm ’m");
        Have = new(vocabulary, "have has had having 've ’ve 'd ’d 's ’s");
        Do = new(vocabulary, "do does did");
        Modal = new(vocabulary, "will would can could may might shall should must 'll ’ll 'd ’d wo ca cannot");
        Copula = new(vocabulary, "be am is are was were been being 's ’s 're ’re 'm ’m remain remains remained seem seems seemed feel feels felt become becomes became stay stays stayed");
        Negation = new(vocabulary, "not n't n’t never no nobody neither nor without");
        NegativeVerb = new(vocabulary, "refuse refuses refused refusing decline declines declined declining fail fails failed failing");
        Catenative = new(vocabulary, "go goes went gone going come came continue continues continued continuing begin begins began start starts started want wants wanted like wish wished wishes proceed proceeded proceeds use used seek sought seeks have had has hasten hastened chose choose");
        That = new(vocabulary, "that");
        Complementizer = new(vocabulary, "that whether if how why what who whom whose when where which because while although though whereas since after before until unless once as than so lest");
        Subordinator = new(vocabulary, "while whereas although though because unless since after before when until once as");
        ClauseCut = new(vocabulary, "while whereas although though");
        Opener = new(vocabulary, "if while although though unless once because");
        WhWord = new(vocabulary, "whether if how why what who whom whose when where which");
        Relative = new(vocabulary, "who which that whom whose");
        Coordination = new(vocabulary, "and or but &");
        Day = new(vocabulary, "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow earlier later");
        Lapse = new(vocabulary, "this last next that late early");
        Period = new(vocabulary, "week month year weekend morning afternoon evening night summer winter spring autumn fall");
        Month = new(vocabulary, "january february march april may june july august september october november december");
        Occasion = new(vocabulary, "statement interview speech letter tweet tweets press news briefing conference remarks message report email e-mail address terms post phone call telephone note article column website site blog podcast show program programme release communique communiqué video broadcast testimony event meeting");
        LightVerb = new(vocabulary, "issue issues issued issuing make makes made making express expresses expressed expressing voice voices voiced voicing give gives gave given giving reiterate reiterates reiterated reiterating renew renews renewed renewing repeat repeats repeated repeating reaffirm reaffirms reaffirmed reaffirming offer offers offered offering extend extends extended extending convey conveys conveyed conveying send sends sent sending deliver delivers delivered delivering raise raises raised raising declare declares declared declaring state states stated stating announce announces announced announcing lodge lodges lodged lodging pledge pledges pledged underline underlines underlined underscore underscores underscored stress stresses stressed emphasise emphasised emphasize emphasized confirm confirms confirmed show shows showed indicate indicates indicated signal signals signaled signalled have has had having take takes took taking put reject rejects rejected dismiss dismisses dismissed deny denies denied add adds added release releases released releasing file filed");
        Reaping = new(vocabulary, "draw draws drew drawn drawing provoke provokes provoked provoking prompt prompts prompted prompting spark sparks sparked sparking trigger triggers triggered triggering earn earns earned earning win wins won winning attract attracts attracted attracting face faces faced facing receive receives received receiving meet meets met");
        Contest = new(vocabulary, "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted refuting");
        Impersonal = new(vocabulary, "it there");
        FirstPerson = new(vocabulary, "i we me us my our myself ourselves");
        Possessive = new(vocabulary, "his her their its my our your whose");
        QuestionVerb = new(vocabulary, "do does did is are was were has have had will would can could should may might");
        ViewNoun = new(vocabulary, "view opinion words eyes estimation judgment judgement assessment telling");
        ObjectPronoun = new(vocabulary, "me him her us them myself himself herself themselves itself");
        NotPerson = new(vocabulary, "what which it this that these those");
        Opening = new(vocabulary, "when once if");
        Asked = new(vocabulary, "asked questioned pressed queried");
        By = new(vocabulary, "by");
        Of = new(vocabulary, "of");
        Further = new(vocabulary, "further more less fewer");
        But = new(vocabulary, "but");
        From = new(vocabulary, "from");
        To = new(vocabulary, "to");
        As = new(vocabulary, "as");
        For = new(vocabulary, "for");
        In = new(vocabulary, "in");
        On = new(vocabulary, "on");
        According = new(vocabulary, "according");
        Per = new(vocabulary, "per");
        During = new(vocabulary, "during");
        If = new(vocabulary, "if");
        Suppose = new(vocabulary, "imagine suppose supposing assume assuming pretend provided unless");
        Nobody = new(vocabulary, "no nobody none neither");
        Neither = new(vocabulary, "neither");
        Short = new(vocabulary, "short");
        Expect = new(vocabulary, "expected believed thought reported rumored rumoured supposed said known considered seen understood estimated feared hoped found shown made set given");
        Quote = new(vocabulary, "quoted cited reported");
        HearerPreposition = new(vocabulary, "to with");
    }

    public WordSet Be { get; }

    public WordSet Have { get; }

    public WordSet Do { get; }

    public WordSet Modal { get; }

    public WordSet Copula { get; }

    public WordSet Negation { get; }

    public WordSet NegativeVerb { get; }

    /// <summary>Verbs that carry a verb of saying in the infinitive: "went on to say", "wants to thank".</summary>
    public WordSet Catenative { get; }

    public WordSet That { get; }

    public WordSet Complementizer { get; }

    public WordSet Subordinator { get; }

    /// <summary>After a comma these leave what was said: "..., while Moscow denied it".</summary>
    public WordSet ClauseCut { get; }

    /// <summary>Subordinate clauses that may open reported speech: "said if talks failed ...".</summary>
    public WordSet Opener { get; }

    public WordSet WhWord { get; }

    public WordSet Relative { get; }

    public WordSet Coordination { get; }

    public WordSet Day { get; }

    /// <summary>"this week", "late Monday".</summary>
    public WordSet Lapse { get; }

    public WordSet Period { get; }

    public WordSet Month { get; }

    /// <summary>Where and how a thing is said: "in an interview", "at a news conference".</summary>
    public WordSet Occasion { get; }

    /// <summary>Verbs that lend a noun of saying their tense: "issued a warning".</summary>
    public WordSet LightVerb { get; }

    /// <summary>Verbs that bring their subject an answer: "drew criticism from".</summary>
    public WordSet Reaping { get; }

    /// <summary>Verbs that turn down what others allege.</summary>
    public WordSet Contest { get; }

    public WordSet Impersonal { get; }

    public WordSet FirstPerson { get; }

    public WordSet Possessive { get; }

    public WordSet QuestionVerb { get; }

    public WordSet ViewNoun { get; }

    public WordSet ObjectPronoun { get; }

    public WordSet NotPerson { get; }


    /// <summary>Words that may open a clause of asking: "When asked".</summary>
    public WordSet Opening { get; }

    /// <summary>Participles of asking.</summary>
    public WordSet Asked { get; }

    public WordSet By { get; }

    public WordSet Of { get; }

    public WordSet Further { get; }

    public WordSet But { get; }

    public WordSet From { get; }

    public WordSet To { get; }

    public WordSet As { get; }

    public WordSet For { get; }

    public WordSet In { get; }

    public WordSet On { get; }

    public WordSet According { get; }

    public WordSet Per { get; }

    public WordSet During { get; }

    public WordSet If { get; }

    /// <summary>What follows is only thought of: "imagine that Oslo refused".</summary>
    public WordSet Suppose { get; }

    /// <summary>Words with which a source is nobody: "no minister said".</summary>
    public WordSet Nobody { get; }

    public WordSet Neither { get; }

    /// <summary>"stopped short of accusing".</summary>
    public WordSet Short { get; }

    /// <summary>"is expected to", "was said to be": the reporter's hedge, nobody's words.</summary>
    public WordSet Expect { get; }

    /// <summary>"is quoted as saying".</summary>
    public WordSet Quote { get; }

    public WordSet HearerPreposition { get; }
}
