using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Entities;

/// <summary>Working memory of the entity stage for one document; lives with the context and is reused.</summary>
internal sealed class EntityWorkspace
{
    /// <summary>Spans that name something, in text order and apart from each other.</summary>
    public Buffer<MentionCandidate> Candidates { get; } = new();

    /// <summary>The persons met so far.</summary>
    public Buffer<PersonRecord> Persons { get; } = new();

    /// <summary>Last person with a family name, by the name's folded hash.</summary>
    public Dictionary<uint, int> BySurname { get; } = [];

    /// <summary>Last person with a first or middle name, by the name's folded hash.</summary>
    public Dictionary<uint, int> ByOtherName { get; } = [];

    /// <summary>Acronyms the text defines ("Central Bank of Somalia (CBS)"), by hash.</summary>
    public Dictionary<uint, EntityIdentity> Acronyms { get; } = [];

    /// <summary>Acronyms that the text defines for an office ("District Relief Officer (DRO)"), by hash.</summary>
    public Dictionary<uint, OfficeEntry> OfficeAcronyms { get; } = [];

    /// <summary>Bodies, places and groups that only the recogniser knows, by hash of name and type.</summary>
    public Dictionary<uint, EntityIdentity> Learned { get; } = [];

    /// <summary>Names and persons of this and earlier documents.</summary>
    public IdentityCache Identities { get; } = new();

    /// <summary>How often each state is named without doubt.</summary>
    public Dictionary<string, int> StateCounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Chain numbers of identities that are no persons.</summary>
    public Dictionary<EntityIdentity, int> Chains { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Votes for the state whose paper the article is from.</summary>
    public Dictionary<string, int> HomeVotes { get; } = new(StringComparer.Ordinal);

    /// <summary>Unknown capitalised runs by the folded hash of their last word.</summary>
    public Dictionary<uint, int> Runs { get; } = [];

    /// <summary>First token of the sentence that was last asked whether it is all in capitals, and the answer.</summary>
    public (int First, bool Yes) Capitals { get; set; } = (-1, false);

    /// <summary>Starts a new document.</summary>
    public void Clear()
    {
        Candidates.Clear();
        Persons.Clear();
        BySurname.Clear();
        ByOtherName.Clear();
        Acronyms.Clear();
        OfficeAcronyms.Clear();
        Learned.Clear();
        StateCounts.Clear();
        HomeVotes.Clear();
        Chains.Clear();
        Capitals = (-1, false);
    }
}
