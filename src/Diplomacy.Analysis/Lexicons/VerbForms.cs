namespace Diplomacy.Analysis.Lexicons;

/// <summary>The inflected forms that one spelling can be.</summary>
[Flags]
internal enum VerbForms : byte
{
    /// <summary>No form of the verb.</summary>
    None = 0,

    /// <summary>Infinitive, imperative, present without -s ("urge").</summary>
    Base = 1,

    /// <summary>"urges".</summary>
    ThirdPerson = 2,

    /// <summary>"urged", "said".</summary>
    Past = 4,

    /// <summary>"urged", "written".</summary>
    Participle = 8,

    /// <summary>"urging".</summary>
    Gerund = 16,
}
