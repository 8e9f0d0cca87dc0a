using System.Runtime.InteropServices;
using Diplomacy.Analysis.Entities.Recognition;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// What the trained recogniser adds: names that no lexicon and no rule knows, and a veto where the rules guess a person on
/// thin ground. The lexicons come first, for they know who is meant.
/// </summary>
internal sealed partial class EntityFinder
{
    // A family name alone ("Okonkwo said") makes a person of its own only where the recogniser is this sure.
    private const float SureOfSingleWord = 0.8f;

    // Below this a name of the recogniser is right less often than every second time.
    private const float LeastSure = 0.55f;

    private const float SureOfVeto = 0.8f;

    /// <summary>The recogniser's name that starts at a token, or false.</summary>
    private static bool LearnedAt(DocumentContext document, int token, out NameSpan name)
    {
        ReadOnlySpan<NameSpan> names = document.Names.Span;
        int low = 0;
        int high = names.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int first = names[middle].Tokens.First;
            if (first == token)
            {
                name = names[middle];
                return true;
            }

            (low, high) = first < token ? (middle + 1, high) : (low, middle - 1);
        }

        name = default;
        return false;
    }

    /// <summary>
    /// Number of tokens of a person that only the recogniser sees at <paramref name="at"/>, or 0: "Tewolde Abraha, who ..." has
    /// no title, no known first name and no verb of saying behind it.
    /// </summary>
    private static int LearnedPerson(DocumentContext document, int at, int end, out float confidence)
    {
        confidence = 0;
        if (!LearnedAt(document, at, out NameSpan name) || name.Type != EntityType.Person || name.Tokens.End > end
            || name.Confidence < (name.Tokens.Count == 1 ? SureOfSingleWord : LeastSure))
        {
            return 0;
        }

        confidence = name.Confidence;
        return name.Tokens.Count;
    }

    /// <summary>Whether the recogniser is sure that the name at <paramref name="at"/> is no person: "Burger King said" names a body.</summary>
    private static bool LearnedVeto(DocumentContext document, int at, int length) =>
        LearnedAt(document, at, out NameSpan name) && name.Type != EntityType.Person && name.Tokens.Count >= length && name.Confidence >= SureOfVeto;

    /// <summary>Takes a body, place or group that only the recogniser sees; returns the token behind it, or -1.</summary>
    private static int AddLearned(DocumentContext document, int at, int end)
    {
        if (!LearnedAt(document, at, out NameSpan name) || name.Type == EntityType.Person || name.Confidence < LeastSure || name.Tokens.End > end)
        {
            return -1;
        }

        EntityWorkspace work = document.EntityWorkspace;
        TextSpan span = document.SpanOf(name.Tokens);
        ReadOnlySpan<char> text = document.Text.AsSpan(span.Start, span.Length);
        ref EntityIdentity? identity = ref CollectionsMarshal.GetValueRefOrAddDefault(work.Learned, StableHash.Combine(StableHash.Of(text), (uint)name.Type), out _);
        if (identity is null || !text.SequenceEqual(identity.Name))
        {
            identity = new EntityIdentity
            {
                Type = name.Type,
                Name = work.Identities.NameOf(text),
                Role = name.Type == EntityType.Location ? EntityRole.Place : EntityRole.None,
            };
        }

        work.Candidates.Add(new MentionCandidate { Tokens = name.Tokens, Type = name.Type, Identity = identity, Confidence = name.Confidence, Person = -1 });
        return name.Tokens.End;
    }
}
