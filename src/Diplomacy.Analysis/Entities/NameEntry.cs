namespace Diplomacy.Analysis.Entities;

/// <summary>What a name of the lexicons stands for.</summary>
internal sealed class NameEntry
{
    /// <summary>The lexicon it comes from.</summary>
    public required NameKind Kind { get; init; }

    /// <summary>Who or what it is; for <see cref="NameKind.Holder"/> without office and country, which depend on the day.</summary>
    public required EntityIdentity Identity { get; init; }

    /// <summary>Whether the text must show a capital where the lexicon does ("Turkey", not "turkey").</summary>
    public required bool NeedsCapital { get; init; }

    /// <summary>Whether it counts only where the text's state agrees (a "House of Commons" is Britain's or Canada's).</summary>
    public bool NeedsState { get; init; }

    /// <summary>The state in which a people that has none of its own lives (Māori: NZL), or null; it tells whose news a text is.</summary>
    public string? Soil { get; init; }

    /// <summary>Another thing of the same name ("Congolese" of either Congo, "Georgia" the state of the union), or null.</summary>
    public NameEntry? Next { get; set; }

    /// <summary>Offices held, for persons; empty else.</summary>
    public List<HolderTerm> Terms { get; } = [];
}
