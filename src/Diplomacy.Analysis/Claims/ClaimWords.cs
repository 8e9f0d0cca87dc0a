using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Claims;

/// <summary>The closed classes of words that the claim stage asks for.</summary>
internal sealed class ClaimWords(Vocabulary vocabulary)
{
    public WordSet Negators { get; } = new(vocabulary, "not n't n’t never no neither nor cannot none nobody nothing");

    public WordSet Be { get; } = new(vocabulary, "be is are was were been being am 's 're 'm ’s ’re ’m");

    public WordSet Have { get; } = new(vocabulary, "have has had having 've ’ve");

    public WordSet Do { get; } = new(vocabulary, "do does did");

    public WordSet Must { get; } = new(vocabulary, "must");

    public WordSet Should { get; } = new(vocabulary, "should ought");

    public WordSet Will { get; } = new(vocabulary, "will shall 'll ’ll wo");

    public WordSet Would { get; } = new(vocabulary, "would 'd ’d");

    public WordSet Can { get; } = new(vocabulary, "can could ca cannot");

    public WordSet May { get; } = new(vocabulary, "may might");

    public WordSet Need { get; } = new(vocabulary, "need needs");

    public WordSet FirstPerson { get; } = new(vocabulary, "i we");

    public WordSet FirstPossessive { get; } = new(vocabulary, "our my ours");

    public WordSet Second { get; } = new(vocabulary, "you your");

    public WordSet Third { get; } = new(vocabulary, "he she it they");

    public WordSet ThirdPossessive { get; } = new(vocabulary, "his her its their");

    /// <summary>Words that stand for somebody named before.</summary>
    public WordSet Anaphors { get; } = new(vocabulary, "he she it they his her its their you your");

    public WordSet ObjectPronouns { get; } = new(vocabulary, "it them him her they you us");

    public WordSet Both { get; } = new(vocabulary, "both two");

    public WordSet Sides { get; } = new(vocabulary, "sides countries parties nations governments states peoples");

    public WordSet ConditionLead { get; } = new(vocabulary, "if unless provided providing should were");

    /// <summary>What is done against something bad: "fight terrorism", "an end to the violence".</summary>
    public WordSet Remedies { get; } = new(vocabulary, "fight fights fighting fought combat combating combatting counter counters countering prevent prevents preventing prevented prevention end ends ending ended stop stops stopping stopped halt overcome overcoming resolve resolving resolved solve solving solution settle settling settlement address addressing addressed tackle tackling reduce reducing reduced curb curbing eliminate eliminating elimination eradicate eradicating avoid avoiding avert averting protect protecting defend defending deter deterring mitigate mitigating alleviate alleviating condemn condemns condemned condemning against");

    /// <summary>Verbs of talking and meeting.</summary>
    public WordSet Talks { get; } = new(vocabulary, "discuss discusses discussed discussing talk talks talked talking speak speaks spoke spoken speaking meet meets met meeting visit visited visiting phone phoned telephone telephoned arrive arrived");

    /// <summary>Verbs that report a contact where a meeting is their object, which is friendly to nobody by itself.</summary>
    public WordSet Contacts { get; } = new(vocabulary, "hold holds held pay paid receive received exchange exchanged review reviewed focus focused touch touched call called have had address addressed tackle tackled");

    /// <summary>What is held, paid or received where a contact is reported.</summary>
    public WordSet Meetings { get; } = new(vocabulary, "talks meeting meetings visit visits call consultations discussions conversation conversations session summit dialogue delegation envoy views issues");

    /// <summary>Prepositions of the one who suffers a deed, or of its place.</summary>
    public WordSet Bearers { get; } = new(vocabulary, "against on in into at inside within near upon throughout across around over toward towards for to with");

    /// <summary>Prepositions of the one who does a deed.</summary>
    public WordSet Owners { get; } = new(vocabulary, "by of from");

    public WordSet Condition { get; } = new(vocabulary, "if unless provided providing");

    public WordSet Subordinators { get; } = new(vocabulary, "if unless because although though while whereas when whenever since until after before once lest so as than where whether");

    public WordSet Relatives { get; } = new(vocabulary, "who which whom whose where that");

    public WordSet Coordinators { get; } = new(vocabulary, "and or but nor");

    public WordSet Skips { get; } = new(vocabulary, "and or but nor also then instead rather finally immediately");

    public WordSet That { get; } = new(vocabulary, "that");

    public WordSet To { get; } = new(vocabulary, "to");

    public WordSet Of { get; } = new(vocabulary, "of");

    public WordSet For { get; } = new(vocabulary, "for");

    public WordSet On { get; } = new(vocabulary, "on upon");

    public WordSet By { get; } = new(vocabulary, "by");

    public WordSet With { get; } = new(vocabulary, "with");

    public WordSet As { get; } = new(vocabulary, "as");

    public WordSet Comma { get; } = new(vocabulary, ", ; – — --");

    public WordSet Stops { get; } = new(vocabulary, ". ! ? …");

    public WordSet Question { get; } = new(vocabulary, "?");

    public WordSet Hedges { get; } = new(vocabulary, "may might could perhaps possibly probably apparently appears appear seems seem reportedly allegedly likely presumably maybe suggests");

    public WordSet HedgeCues { get; } = new(vocabulary, "suggested suggests hinted hints believes believe thinks think suspects fears expects speculated apparently reportedly");

    public WordSet Strong { get; } = new(vocabulary, "strongly firmly resolutely categorically flatly vehemently utterly sharply sternly strongest unequivocally unequivocal fully full staunchly steadfast wholeheartedly deeply gravely ironclad unwavering solemnly absolutely totally completely harshest sincerely harsh sharp");

    public WordSet LightVerbs { get; } = new(vocabulary, "express expresses expressed expressing voice voices voiced voicing issue issues issued issuing reiterate reiterates reiterated reiterating reaffirm reaffirms reaffirmed reaffirming make makes made making give gives gave given giving lodge lodges lodged lodging extend extends extended extending offer offers offered offering convey conveys conveyed conveying raise raises raised raising is are was were be been am 's 're has have had having send sends sent sending repeat repeats repeated renew renews renewed draw draws drew drawn came come comes coming show shows showed state states stated declare declared underline underlined underscore underscored stress stressed emphasize emphasized emphasise emphasised filed file say says said level levelled leveled remain remains remained announce announced received receive declaring voiced");

    public WordSet Commitment { get; } = new(vocabulary, "pledge pledges pledged vow vows vowed promise promises promised swear swears swore threaten threatens threatened");

    public WordSet Answers { get; } = new(vocabulary, "thank thanks hello welcome morning afternoon evening ladies gentlemen excellencies mr. madam sir yes no okay well so");

    public WordSet Decline { get; } = new(vocabulary, "decline declines declined declining refuse refuses refused refusing");

    public WordSet Comment { get; } = new(vocabulary, "comment elaborate");

    public WordSet Countries { get; } = new(vocabulary, "country countries government governments authorities regime side sides state states nation nations leadership leader leaders army military forces troops administration officials party parties community members allies president minister council assembly group groups everyone all world others rebels junta");

    public WordSet Particles { get; } = new(vocabulary, "forward back together up out off down away over aside ahead apart along otherwise");

    public WordSet Otherwise { get; } = new(vocabulary, "otherwise");

    public WordSet Until { get; } = new(vocabulary, "until");

    public WordSet Give { get; } = new(vocabulary, "give gives gave given giving");

    public WordSet Prepositions { get; } = new(vocabulary, "of for about on to against over at that");

    /// <summary>Bodies of a state that are asked without its name: "urged the authorities to act".</summary>
    public WordSet Authorities { get; } = new(vocabulary, "authorities government parliament cabinet legislature lawmakers legislators ministers ministry ministries police army courts court judge judges congress senate premier department agencies agency mps commissioner mayor governor governors officials bureau ombudsman prosecutor prosecutors");

    /// <summary>Bodies that promise through whoever speaks for them: "the ministry will publish the list".</summary>
    public WordSet Institutions { get; } = new(vocabulary, "administration agency alliance army association bank board bureau cabinet client clients coalition commission committee company council court department embassy federation force forces government governments group industry institute ministry movement navy office organisation organization parliament party police president presidency prosecution sector secretariat team union university");

    /// <summary>Sorts of people who are charged with deeds without a name.</summary>
    public WordSet Culprits { get; } = new(vocabulary, "accused accomplices armed attackers defendant defendants extremists fighters gang gangs gunmen insurgents jihadists lawmakers mercenaries militants militia militias mob officer officers officials opposition perpetrators politicians protesters rebels separatists settlers soldiers suspect suspects terrorists traffickers");

    public WordSet Definite { get; } = new(vocabulary, "the this our my its his her their both");

    /// <summary>Light verbs that are no verbs of saying by themselves: "extend our condolences".</summary>
    public WordSet Convey { get; } = new(vocabulary, "convey conveys extend extends offer offers send sends");

    /// <summary>What must be done: "our task is to", "the priority is to", "what is necessary is to".</summary>
    public WordSet Necessities { get; } = new(vocabulary, "duty essential imperative important key necessary needed obligation priorities priority required requirement responsibility task tasks urgent vital way");

    /// <summary>What one means to do: "our goal is to".</summary>
    public WordSet Aims { get; } = new(vocabulary, "aim aims ambition goal goals intention objective objectives plan plans");

    /// <summary>"I want to begin with a few words": nothing but speech is announced.</summary>
    public WordSet Speaking { get; } = new(vocabulary, "add address be begin close conclude draw end finish focus go greet make mention quote raise read return see speak start take talk touch turn underline");

    /// <summary>What things do rather than bodies: "it will help", "it would cost millions".</summary>
    public WordSet Effects { get; } = new(vocabulary, "affect allow be benefit boost bring cause contribute cost cover create depend enable facilitate generate happen have help improve include increase last lead make provide raise reduce remain result serve strengthen take");

    public WordSet Today { get; } = new(vocabulary, "today tonight tomorrow yesterday");

    public WordSet Any { get; } = new(vocabulary, "any");

    public WordSet Provocations { get; } = new(vocabulary, "action aggression attack attacks attempt attempts change effort encroachment escalation incursion interference intervention intrusion invasion move provocation provocations step strike use");

    public WordSet Answerings { get; } = new(vocabulary, "answer answered consequences price punished punishment reply response retaliation reprisal reprisals");

    /// <summary>Verbs that tell what comes of an action.</summary>
    public WordSet Consequences { get; } = new(vocabulary, "aggravate bring cause create damage deepen destabilise destabilize destroy encourage endanger escalate exacerbate fuel harm hurt ignite incur inflame intensify invite lead mean plunge produce prolong provoke push result spark spell trigger undermine unleash worsen");

    public WordSet Regarding { get; } = new(vocabulary, "regarding concerning");

    /// <summary>What a court or an office grants or turns down.</summary>
    public WordSet Requests { get; } = new(vocabulary, "appeal appeals application applications bid case cases complaint lawsuit motion motions petition petitions plea request requests suit");

    public WordSet Welcome { get; } = new(vocabulary, "welcome appreciate");

    /// <summary>Who governs, in the words of those who are governed.</summary>
    public WordSet Rulers { get; } = new(vocabulary, "government authorities police president premier parliament cabinet ministry ministers law laws officials");

    /// <summary>What one calls the government of another state only.</summary>
    public WordSet Regimes { get; } = new(vocabulary, "regime junta");

    public WordSet Why { get; } = new(vocabulary, "why");

    public WordSet What { get; } = new(vocabulary, "what why how whether who");

    public WordSet AntecedentNouns { get; } = new(vocabulary, "regime junta authorities government military army leadership leaders administration country state rulers generals");

    public WordSet Motion { get; } = new(vocabulary, "travel travels travelling traveling go goes going return returns returning fly visit come move");

    public WordSet Wish { get; } = new(vocabulary, "seek seeks sought seeking hope hopes hoped hoping want wants wanted wanting wish wishes wished wishing expect expects expected expecting desire desires desired like need needs needed love");

    public WordSet Like { get; } = new(vocabulary, "like love");

    public WordSet No { get; } = new(vocabulary, "no");

    public WordSet It { get; } = new(vocabulary, "it");

    public WordSet Semicolon { get; } = new(vocabulary, ";");

    public WordSet Right { get; } = new(vocabulary, "right rights");

    public WordSet Plan { get; } = new(vocabulary, "seek seeks sought seeking hope hopes hoped hoping expect expects expected desire desires");

    public WordSet OwnBodies { get; } = new(vocabulary, "delegation government country administration people nation president ministry authorities");

    public WordSet There { get; } = new(vocabulary, "there");

    public WordSet Allow { get; } = new(vocabulary, "let allow permit");

    public WordSet Me { get; } = new(vocabulary, "me");

    public WordSet Predeterminers { get; } = new(vocabulary, "such half both all worth like unlike near quite many double");

    public WordSet Member { get; } = new(vocabulary, "member");

    public WordSet Group { get; } = new(vocabulary, "they their them");

    public WordSet DirectiveRung { get; } = new(vocabulary, "must");
}
