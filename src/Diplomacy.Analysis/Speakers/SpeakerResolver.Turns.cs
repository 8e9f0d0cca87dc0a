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
        if (work.Turn == low && work.TurnSpeaker.Name is not null)
        {
            work.Parts.Add(work.TurnSpeaker);
            return true;
        }

        int before = work.Parts.Count;
        ResolveLabel(document, index, turn);
        work.Turn = low;
        work.TurnSpeaker = work.Parts.Count == before + 1 ? work.Parts[before] : default;
        return true;
    }

    private void ResolveLabel(DocumentContext document, int index, in Turn turn)
    {
        SpeakerWorkspace work = document.SpeakerWorkspace;
        if (turn.IsRole || IsOwn(document, turn.Label))
        {
            AddOwn(work);
            return;
        }

        if (NamedInTitle(document, turn.Label, out SpeakerPart named))
        {
            work.Parts.Add(named);
            return;
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
            part.Country ??= IsBriefing(document.Article.Title) ? work.Home : null;
            part.Mention = default;
        }
    }

    // "MR. GIBBS" of "Briefing by Press Secretary Robert Gibbs": the title, else the lexicon's only spokesman of that family name.
    private bool NamedInTitle(DocumentContext document, TokenRange label, out SpeakerPart part)
    {
        part = default;
        ReadOnlySpan<char> family = document.TokenText(label.End - 1);
        if (document.Article.Title is { Length: > 0 and < 400 } title)
        {
            foreach ((string name, string? office, string? country) in _lexicon.PersonsIn(title))
            {
                if (name.AsSpan(name.LastIndexOf(' ') + 1).Equals(family, StringComparison.OrdinalIgnoreCase))
                {
                    part = OwnSpeaker(document, name, country);
                    part.Office ??= office;
                    part.Country ??= document.SpeakerWorkspace.Home;
                    return true;
                }
            }
        }

        NameEntry? only = null;
        int lower = document.Tokens[label.End - 1].Lower;
        foreach (NameEntry entry in _lexicon.WithSurname(lower))
        {
            if (entry.Terms.TrueForAll(t => t.Class == OfficeClass.Spokes))
            {
                if (only is not null)
                {
                    return false;
                }

                only = entry;
            }
        }

        if (only is null || !IsBriefing(document.Article.Title))
        {
            return false;
        }

        part = OwnSpeaker(document, only.Identity.Name, only.Terms[0].Country);
        return true;
    }

    private static bool IsBriefing(string? title) => title is not null
        && (title.Contains("briefing", StringComparison.OrdinalIgnoreCase) || title.Contains("gaggle", StringComparison.OrdinalIgnoreCase) || title.Contains("press conference", StringComparison.OrdinalIgnoreCase));

    // Whether a label means the speaker of the metadata: "SECRETARY POWELL" and Colin Powell, "THE PRESIDENT" and Joe Biden.
    private static bool IsOwn(DocumentContext document, TokenRange label)
    {
        Buffer<SpeakerPart> own = document.SpeakerWorkspace.Own;
        if (own.Count != 1 || own[0].Name is not { } name)
        {
            return false;
        }

        ReadOnlySpan<char> last = document.TokenText(label.End - 1);
        ReadOnlySpan<char> family = name.AsSpan(name.LastIndexOf(' ') + 1);
        if (family.Equals(last, StringComparison.OrdinalIgnoreCase) || (label.Count > 1 && IsMisspelt(last, family)))
        {
            return true;
        }

        int phrase = EntityIndex.FirstPhraseAt(document, label.First);
        return phrase < document.ActorPhrases.Count && document.ActorPhrases[phrase] is { Kind: ActorKind.Office, Holder: < 0, Country: null } office && office.Core.End == label.End
            && own[0].Class == office.Class && office.Class != OfficeClass.None;
    }

    // "SECRETARY ALBIGHT" of Albright: one letter is missing, added or other, in a name long enough for that to be no other name.
    private static bool IsMisspelt(ReadOnlySpan<char> label, ReadOnlySpan<char> name)
    {
        if (name.Length < 6 || Math.Abs(label.Length - name.Length) > 1)
        {
            return false;
        }

        int head = 0;
        int most = Math.Min(label.Length, name.Length);
        while (head < most && char.ToLowerInvariant(label[head]) == char.ToLowerInvariant(name[head]))
        {
            head++;
        }

        int tail = 0;
        while (tail < most - head && char.ToLowerInvariant(label[^(tail + 1)]) == char.ToLowerInvariant(name[^(tail + 1)]))
        {
            tail++;
        }

        return head > 0 && head + tail >= Math.Max(label.Length, name.Length) - 1;
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
