namespace Diplomacy.Analysis.Claims;

/// <summary>One phrase that tells what words do.</summary>
internal sealed class ActPhrase
{
    /// <summary>What it needs around it.</summary>
    public required ActPhraseKind Kind { get; init; }

    /// <summary>The finer act, or empty.</summary>
    public required string Act { get; init; }

    /// <summary>Family of <see cref="Act"/>; <see cref="ActFamily.State"/> where it is empty.</summary>
    public required ActFamily Family { get; init; }

    /// <summary>-2..2.</summary>
    public required int Stance { get; init; }

    /// <summary>As it stands in the lexicon, for evidence.</summary>
    public required string Text { get; init; }

    /// <summary>The next phrase of the same words and another kind, or null.</summary>
    public ActPhrase? Next { get; set; }
}
