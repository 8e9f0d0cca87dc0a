namespace Diplomacy.Analysis.Entities;

/// <summary>Which tries are worth walking from a word; most words start nothing, and one array read says so.</summary>
[Flags]
internal enum PhraseStarts : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A name.</summary>
    Name = 1,

    /// <summary>A title.</summary>
    Office = 2,

    /// <summary>A portfolio before "ministry" or "minister".</summary>
    Portfolio = 4,

    /// <summary>A common noun for a body.</summary>
    BodyNoun = 8,
}
