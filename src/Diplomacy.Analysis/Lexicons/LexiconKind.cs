namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// The lexicons of the library. Each is a tab-separated table whose first line that is no comment (<c># ...</c>) names
/// the columns; cells with several values part them with <c>|</c>. The tables under <c>models/lexicons</c> of the
/// repository are the examples to follow.
/// </summary>
public enum LexiconKind
{
    /// <summary>Verbs of saying, asking and standing: <c>verbs.tsv</c>.</summary>
    Verbs,

    /// <summary>States with their names, adjectives, people and seats: <c>states.tsv</c>.</summary>
    States,

    /// <summary>Places that are no states and no seats of government: <c>places.tsv</c>.</summary>
    Places,

    /// <summary>Buildings, streets and quarters that stand for a body: <c>metonyms.tsv</c>.</summary>
    Metonyms,

    /// <summary>International organisations and blocs: <c>organisations.tsv</c>.</summary>
    Organizations,

    /// <summary>Members of organisations: <c>memberships.tsv</c>.</summary>
    Memberships,

    /// <summary>Ministries, parliaments, armies, parties of one state: <c>bodies.tsv</c>.</summary>
    Bodies,

    /// <summary>Fields of ministries, for "minister of ..." and "... ministry": <c>portfolios.tsv</c>.</summary>
    Portfolios,

    /// <summary>Offices, titles and callings: <c>offices.tsv</c>.</summary>
    Offices,

    /// <summary>Who held which office when: <c>office_holders.tsv</c>.</summary>
    OfficeHolders,

    /// <summary>Newspapers, agencies, broadcasters: <c>media.tsv</c>.</summary>
    Media,

    /// <summary>Armed, ethnic, religious and political groups: <c>groups.tsv</c>.</summary>
    Groups,

    /// <summary>First names with gender: <c>given_names.tsv</c>.</summary>
    GivenNames,

    /// <summary>Common nouns for bodies and people of a state: <c>body_nouns.tsv</c>.</summary>
    BodyNouns,

    /// <summary>Words that tell what sort of thing a capitalised name is: <c>name_heads.tsv</c>.</summary>
    NameHeads,

    /// <summary>Common nouns that stand as a source: <c>source_nouns.tsv</c>.</summary>
    SourceNouns,

    /// <summary>Family names that stand first, and very common ones: <c>family_names.tsv</c>.</summary>
    FamilyNames,

    /// <summary>Phrases that tell what a clause does, whatever verb reports it: <c>act_phrases.tsv</c>.</summary>
    ActPhrases,

    /// <summary>Nouns that name an act of speech, with act and force: <c>cue_nouns.tsv</c>.</summary>
    CueNouns,

    /// <summary>Which of those nouns take a stated content, and how: <c>nominal_cues.tsv</c>.</summary>
    NominalCues,

    /// <summary>Fixed phrases that introduce a content: <c>cue_phrases.tsv</c>.</summary>
    CuePhrases,

    /// <summary>The ladders of force: <c>intensity.tsv</c>.</summary>
    Intensity,

    /// <summary>Words that lean for or against: <c>stance.tsv</c>.</summary>
    Stance,

    /// <summary>How good or bad words sound in general English; the trained models of acts and stances read it: <c>valence.tsv</c>.</summary>
    Valence,

    /// <summary>What an action is about: <c>content_acts.tsv</c>.</summary>
    ContentActs,

    /// <summary>Codes of event data for acts: <c>codes.tsv</c>.</summary>
    EventCodes,

    /// <summary>Abbreviations and how they behave before their period: <c>abbreviations.tsv</c>.</summary>
    Abbreviations,

    /// <summary>Lines of page furniture: <c>regions.tsv</c>.</summary>
    Regions,

    /// <summary>Forms of verbs that no rule makes: <c>verb_forms.tsv</c>.</summary>
    VerbForms,
}
