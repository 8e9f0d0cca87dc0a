namespace Diplomacy.Analysis.Entities;

/// <summary>A state of <c>states.tsv</c>.</summary>
/// <param name="Code">ISO 3166 alpha-3 code, XKX for Kosovo.</param>
/// <param name="Name">Name without article.</param>
/// <param name="NameInPhrase">Name as it stands behind "of": "the Netherlands".</param>
internal sealed record StateEntry(string Code, string Name, string NameInPhrase)
{
    /// <summary>"Government of the Netherlands".</summary>
    public string Government { get; } = "Government of " + NameInPhrase;
}
