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
}
