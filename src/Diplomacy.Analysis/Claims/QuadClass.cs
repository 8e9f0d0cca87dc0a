namespace Diplomacy.Analysis.Claims;

/// <summary>The four classes of event data.</summary>
public enum QuadClass : byte
{
    /// <summary>Not coded.</summary>
    None = 0,

    /// <summary>Words that bring together.</summary>
    VerbalCooperation = 1,

    /// <summary>Deeds that bring together.</summary>
    MaterialCooperation = 2,

    /// <summary>Words that drive apart.</summary>
    VerbalConflict = 3,

    /// <summary>Deeds that drive apart.</summary>
    MaterialConflict = 4,
}
