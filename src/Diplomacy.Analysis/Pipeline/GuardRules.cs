namespace Diplomacy.Analysis.Pipeline;

/// <summary>
/// Rules that keep something out of the claims. Each has a name so that a test can switch it off and see the wrong claim come out;
/// a rule whose absence nothing shows guards nothing. All are on; no option of the library turns one off.
/// </summary>
[Flags]
internal enum GuardRules : ulong
{
    None = 0,

    /// <summary>A line that repeats or serves as the title speaks for nobody.</summary>
    Headline = 1UL << 0,

    /// <summary>What the page puts around the text: calls to subscribe, credits, rights.</summary>
    Boilerplate = 1UL << 1,

    /// <summary>"if Rome rejects the offer": nobody has rejected it.</summary>
    Supposition = 1UL << 2,

    /// <summary>"Did Rome reject the offer?"</summary>
    Question = 1UL << 3,

    /// <summary>A word of saying without anybody who says it.</summary>
    Sourceless = 1UL << 4,

    /// <summary>"is expected to": what one hears.</summary>
    Hearsay = 1UL << 5,

    /// <summary>"would support": a forecast of a deed.</summary>
    Forecast = 1UL << 6,

    /// <summary>"sees the bridge", "needs money": verbs of thought with a thing as object.</summary>
    Thing = 1UL << 7,

    /// <summary>"denied the allegations of torture": the denied is not alleged.</summary>
    Contested = 1UL << 8,

    /// <summary>"said he was concerned": one act and not two.</summary>
    InnerWords = 1UL << 9,

    /// <summary>"Background: ..." is no speaker.</summary>
    ColonLabel = 1UL << 10,

    /// <summary>"In an interview on Sunday, he said": where and when is no content.</summary>
    Circumstance = 1UL << 11,

    /// <summary>"Asked about the talks, he said, ...": the question is none of his words.</summary>
    AskedBefore = 1UL << 12,

    /// <summary>"rejected the plan on Monday": the day is the reporter's.</summary>
    ReportingTime = 1UL << 13,

    /// <summary>"The plan was rejected.": by nobody.</summary>
    Agentless = 1UL << 14,

    /// <summary>"a bill that supports farmers": a thing supports nobody in words.</summary>
    RelativeThing = 1UL << 15,

    /// <summary>"A reporter asked whether ...".</summary>
    AskedByOthers = 1UL << 16,

    /// <summary>"revealed the wording": what was said of it is not told.</summary>
    BareTopic = 1UL << 17,

    /// <summary>“The Long Road” is a title.</summary>
    QuotedTitle = 1UL << 18,

    /// <summary>the so-called “safe zone”: marks of distance.</summary>
    ScareQuotes = 1UL << 19,

    /// <summary>"does not support", "is not demanding": an act under negation is another.</summary>
    NegatedAct = 1UL << 20,

    /// <summary>"did not comment": nothing is said.</summary>
    Silence = 1UL << 21,

    /// <summary>"Thank you, Mr. Minister."</summary>
    Courtesy = 1UL << 22,

    /// <summary>"Where will this end?" in a statement.</summary>
    OwnQuestion = 1UL << 23,

    /// <summary>"should have listened" looks back.</summary>
    PastObligation = 1UL << 24,

    /// <summary>"If talks fail, ...": the condition is no claim and no ground of one.</summary>
    Condition = 1UL << 25,

    /// <summary>"Oslo said Rome would retaliate": another's deed is no promise or threat of the speaker's.</summary>
    OthersDeed = 1UL << 26,

    /// <summary>"has not bombed", "could bomb": no wrong was done.</summary>
    UnrealWrong = 1UL << 27,

    /// <summary>"challenge or replace the order": one object, one claim.</summary>
    SharedObject = 1UL << 28,

    /// <summary>"respect borders, treaties and rivers": one verb, one claim.</summary>
    ObjectList = 1UL << 29,

    /// <summary>"lift the ban and return to the talks": two claims.</summary>
    VerbList = 1UL << 30,

    /// <summary>A medium or a spokesman who relays his own side is no layer.</summary>
    Layer = 1UL << 31,

    /// <summary>The speaker's own side is neither addressee nor target.</summary>
    OwnSide = 1UL << 32,

    /// <summary>"ordered his ministers to act": one's own deed, not a demand.</summary>
    OwnOrder = 1UL << 33,

    /// <summary>"will never attack": no threat.</summary>
    NegatedHarm = 1UL << 34,

    /// <summary>"urged [Rome to] stop": the one who is asked is no content.</summary>
    PartyOutside = 1UL << 35,

    /// <summary>A negation inside a relative clause is not the claim's.</summary>
    DeepNegation = 1UL << 36,

    /// <summary>Plain assertions in a row are one claim.</summary>
    JoinedAssertions = 1UL << 37,

    /// <summary>Who is spoken of in the content does not speak it.</summary>
    SpokenOf = 1UL << 38,

    /// <summary>"She" is no man.</summary>
    Gender = 1UL << 39,

    /// <summary>"Wang Yi, state councillor and foreign minister": one speaker.</summary>
    Apposition = 1UL << 40,

    /// <summary>"who met Rossi in Rome": a clause on the speaker names no other.</summary>
    SpeakerClause = 1UL << 41,

    /// <summary>"Georgia": the state or the one of the Union, by the rest of the text.</summary>
    Homograph = 1UL << 42,

    /// <summary>"Ana Lagos ... Lagos said": a person and no city.</summary>
    SurnamePlace = 1UL << 43,

    /// <summary>"Nobody in Rome said", "neither Rome nor Oslo accused": no one did.</summary>
    Nobody = 1UL << 44,

    /// <summary>"stopped short of accusing": it was not done.</summary>
    Averted = 1UL << 45,

    /// <summary>"It is clear that": the reporter's own judgement.</summary>
    Impersonal = 1UL << 46,

    /// <summary>All of them.</summary>
    All = ulong.MaxValue,
}
