using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Regions;

namespace Diplomacy.Analysis.Speakers;

internal sealed partial class SpeakerResolver
{
    /// <summary>
    /// In a transcript the head of the turn names who speaks. Gives false where the words stand in no turn; then they are the
    /// speaker's of the metadata.
    /// </summary>
    private bool ResolveTurn(DocumentContext document, int index)
    {
        Span<Turn> turns = document.Regions.Turns.Span;
        ref readonly Attribution attribution = ref document.Attributions[index];
        if (turns.IsEmpty || attribution.Content.IsEmpty)
        {
            return false;
        }

        int sentence = document.Tokens[document.Ranges[attribution.Content.First].First].Sentence;
        int low = 0;
        int high = turns.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = document.Tokens[turns[middle].Label.First].Sentence <= sentence ? (middle + 1, high) : (low, middle);
        }

        if (low == 0 || sentence >= Math.Max(turns[low - 1].EndSentence, document.Tokens[turns[low - 1].Label.First].Sentence + 1))
        {
            return false;
        }

        ref readonly Turn turn = ref turns[low - 1];
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (turn.IsRole || IsOwn(document, turn.Label))
        {
            AddOwn(work);
            return true;
        }

        int parts = work.Parts.Count;
        ResolveRange(document, index, turn.Label);
        for (int i = parts; i < work.Parts.Count; i++)
        {
            ref SpeakerPart part = ref work.Parts[i];
            if (part.Name is null && part.Kind != SpeakerKind.Group)
            {
                TextSpan words = document.SpanOf(turn.Label);
                part.Name = TitleCase(document.Text.AsSpan(words.Start, words.Length));
            }

            if (part.Name is { } name && name.Length > 3 && name.AsSpan().IndexOfAnyInRange('a', 'z') < 0)
            {
                part.Name = TitleCase(name);
            }

            part.Kind = part.Kind == SpeakerKind.Unknown ? SpeakerKind.Person : part.Kind;
            part.Mention = default;
        }

        return true;
    }

    // Whether a label means the speaker of the metadata: "SECRETARY POWELL" and Colin Powell, "THE PRESIDENT" and Joe Biden.
    private static bool IsOwn(DocumentContext document, TokenRange label)
    {
        Buffer<SpeakerPart> own = document.SpeakerWorkspace.Own;
        if (own.Count != 1 || own[0].Name is not { } name)
        {
            return false;
        }

        ReadOnlySpan<char> last = document.TokenText(label.End - 1);
        if (name.AsSpan(name.LastIndexOf(' ') + 1).Equals(last, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int phrase = EntityIndex.FirstPhraseAt(document, label.First);
        return phrase < document.ActorPhrases.Count && document.ActorPhrases[phrase] is { Kind: ActorKind.Office, Holder: < 0, Country: null } office && office.Core.End == label.End
            && own[0].Class == office.Class && office.Class != OfficeClass.None;
    }

    // "ANA DUARTE" -> "Ana Duarte".
    private static string TitleCase(ReadOnlySpan<char> text)
    {
        Span<char> result = stackalloc char[Math.Min(text.Length, 128)];
        bool head = true;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = head ? text[i] : char.ToLowerInvariant(text[i]);
            head = !char.IsLetter(text[i]);
        }

        return result.ToString();
    }
}
