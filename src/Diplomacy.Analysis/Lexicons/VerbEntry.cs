using Diplomacy.Analysis.Claims;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>One verb, or verb with particles, that can introduce what somebody says, wants or holds.</summary>
internal sealed class VerbEntry
{
    /// <summary>Dictionary form of the verb without particles ("call").</summary>
    public required string Lemma { get; init; }

    /// <summary>Lexeme ids of the words that must follow at once ("on"); empty for most.</summary>
    public required int[] Particles { get; init; }

    /// <summary>What sort of cue it is.</summary>
    public required VerbClass Class { get; init; }

    /// <summary>What may follow.</summary>
    public required VerbFrames Frames { get; init; }

    /// <summary>The finer act where the content says nothing else ("Reaffirm").</summary>
    public required string Act { get; init; }

    /// <summary>The family of <see cref="Act"/>.</summary>
    public required ActFamily Family { get; init; }

    /// <summary>The ladder of force the verb stands on, or empty.</summary>
    public required string Ladder { get; init; }

    /// <summary>Rung on <see cref="Ladder"/>, 1 weakest; 0 where there is no ladder.</summary>
    public required int Rung { get; init; }

    /// <summary>Whether one of <paramref name="frames"/> may follow.</summary>
    public bool Takes(VerbFrames frames) => (Frames & frames) != 0;
}
