using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>How the speaker leans towards the addressee, else towards the first target.</summary>
internal sealed partial class ClaimBuilder
{
    /// <param name="document">The document.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="named">Whether a state or an organisation is named that the stance can be towards.</param>
    private int StanceOf(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, bool named)
    {
        switch (draft.Family)
        {
            case ActFamily.Accuse or ActFamily.Condemn or ActFamily.Threaten:
                return draft.Act is "Disapprove" ? -1 : -2;
            case ActFamily.Demand or ActFamily.Reject:
                return -1;
            case ActFamily.Appeal:
                return ActionLean(document, draft) is var action and not 0 ? action : draft.Negated || Lean(document, scratch, draft) < -1 ? -1 : 0;
            case ActFamily.Support or ActFamily.Agree or ActFamily.Apologize:
                return draft.Rung >= 4 || Lean(document, scratch, draft) > 2 ? 2 : 1;
            case ActFamily.Commit:
                // What is promised to nobody is a plan, and leans to no side.
                return draft.Stance != 0 ? draft.Stance : named && !IsJourney(document, draft) && (ActionLean(document, draft) > 0 || Lean(document, scratch, draft) >= 0) ? 1 : 0;
            case ActFamily.Concern or ActFamily.Warn:
                return named || Lean(document, scratch, draft) < -1 ? -1 : 0;
            case ActFamily.Deny:
                return named && LeanTowards(document, scratch, draft) < 0 ? -1 : 0;
            default:
                if (!named && draft.SubjectKind is not (SubjectKind.Pronoun or SubjectKind.Other))
                {
                    return 0;
                }

                int lean = LeanTowards(document, scratch, draft);
                return IsContact(document, draft) ? lean > 1 ? 1 : 0 : Math.Clamp(lean, draft.OwnDeed ? 0 : -1, 1);
        }
    }

    /// <summary>Whether the act itself says which way the speaker leans, whatever the words.</summary>
    internal static bool ImpliesStance(ActFamily family) => family is ActFamily.Accuse or ActFamily.Condemn or ActFamily.Threaten or ActFamily.Demand or ActFamily.Reject
        or ActFamily.Support or ActFamily.Agree or ActFamily.Apologize;

    /// <summary>"will travel to Beijing next month": where one goes says nothing of how one leans.</summary>
    private bool IsJourney(DocumentContext document, in ClaimDraft draft) => !draft.Action.IsEmpty && _words.Motion.Contains(document.Tokens[draft.Action.First]);

    /// <summary>"discussed issues of mutual interest", "paid a visit to Paris", "held talks": friendly only where more is said than that.</summary>
    private bool IsContact(DocumentContext document, in ClaimDraft draft)
    {
        if (draft.Family != ActFamily.State || draft.Verb < 0)
        {
            return false;
        }

        ReadOnlySpan<Token> tokens = document.Tokens;
        return _words.Talks.Contains(tokens[draft.Verb])
            || (_words.Contacts.Contains(tokens[draft.Verb]) && Holds(tokens, draft.Verb + 1, Math.Min(document.Sentences[tokens[draft.Verb].Sentence].EndToken, draft.Verb + 6), _words.Meetings));
    }

    /// <summary>
    /// The stance, now that it is known towards whom. A plain assertion about nobody leans to no side; one about a state whose words
    /// do not lean goes on as the speaker's side spoke of that state before.
    /// </summary>
    private int Settle(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, string? party)
    {
        bool plain = draft.Family is ActFamily.State or ActFamily.Acknowledge;
        int stance = draft.Stance;
        if (party is null)
        {
            return plain || draft.Family is ActFamily.Deny ? 0 : stance;
        }

        (string, string) pair = (document.Attributions[draft.Attribution].Speaker?.Country ?? "-", party);
        if (stance == 0 && plain && scratch.Leanings.TryGetValue(pair, out int before))
        {
            stance = before;
        }
        else if (stance == 0 && draft.Family == ActFamily.Commit && !draft.Negated && !IsJourney(document, draft))
        {
            // What is promised to somebody is meant well, unless the words say otherwise.
            stance = 1;
        }

        scratch.Leanings[pair] = Math.Sign(stance);
        return stance;
    }

    /// <summary>
    /// How the words lean towards the state that the content is about: a bad word counts where that state does it or owns it ("Russian
    /// aggression", "attacks by Syria"), not where it suffers it, where the deed takes place there, or where the bad is fought.
    /// </summary>
    private int LeanTowards(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        Span<EntityMention> entities = document.Entities.Span;
        string? target = null;
        int lean = 0;
        int entity = EntityIndex.FirstAt(document, scratch.ContentRanges[draft.Content.First].First);
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            int last = -1, sentence = -1, remedy = -10, negator = -10;
            for (int i = range.First; i < range.End; i++)
            {
                if (tokens[i].Sentence != sentence)
                {
                    (last, sentence) = (-1, tokens[i].Sentence);
                }

                while (entity < entities.Length && entities[entity].Tokens.End <= i)
                {
                    if (entities[entity].Tokens.First >= range.First && CodeOf(entities[entity]) is { } code && !scratch.Own.Contains(code))
                    {
                        target ??= code;
                        last = tokens[entities[entity].Tokens.First].Sentence == sentence ? entity : -1;
                    }

                    entity++;
                }

                remedy = _words.Remedies.Contains(tokens[i]) ? i : remedy;
                negator = _words.Negators.Contains(tokens[i]) ? i : negator;
                int word = LeanOf(document, i);
                if (word == 0 || (entity < entities.Length && entities[entity].Tokens.Contains(i)))
                {
                    continue;
                }

                if (i - negator <= 3)
                {
                    word = word > 0 ? -1 : 0;
                }

                if (word < 0 && (i - remedy <= 6 || !IsOwner(document, scratch, range, entity, last, target, i)))
                {
                    continue;
                }

                lean += word;
            }
        }

        return lean;
    }

    /// <summary>How a word leans by itself; where the lexicon of leanings lacks it, what raters felt at it, if it says what somebody does or is like.</summary>
    private int LeanOf(DocumentContext document, int token)
    {
        int lower = document.Tokens[token].Lower;
        int lean = _lexicon.StanceOf(lower);
        if (lean != 0)
        {
            return lean;
        }

        int valence = _lexicon.ValenceOf(lower);
        return Math.Abs(valence) >= 2 && (document.Tags[token].IsVerb() || document.Tags[token] is PennTag.JJ or PennTag.RB) ? Math.Sign(valence) : 0;
    }

    /// <summary>Whether the bad word at <paramref name="token"/> is the target's doing: the mention before it, else the one behind it that owns it.</summary>
    private bool IsOwner(DocumentContext document, ClaimScratch scratch, TokenRange range, int next, int last, string? target, int token)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        Span<EntityMention> entities = document.Entities.Span;
        if (last >= 0)
        {
            return CodeOf(entities[last]) == target && (token - entities[last].Tokens.End <= 2 || !_words.Bearers.Contains(tokens[Before(document, range, entities[last].Tokens.First)]));
        }

        for (; next < entities.Length && entities[next].Tokens.First < range.End && tokens[entities[next].Tokens.First].Sentence == tokens[token].Sentence; next++)
        {
            if (CodeOf(entities[next]) is { } code && !scratch.Own.Contains(code))
            {
                return (target is null || code == target) && _words.Owners.Contains(tokens[Before(document, range, entities[next].Tokens.First)]);
            }
        }

        // Nobody is named in the sentence: "they", "the regime".
        return true;
    }

    /// <summary>-1 where the action asked for ends something, +1 where it is a friendly one.</summary>
    private int ActionLean(DocumentContext document, in ClaimDraft draft)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        if (draft.Action.IsEmpty)
        {
            return 0;
        }

        for (int i = draft.Action.First; i < Math.Min(draft.Action.End, draft.Action.First + 4); i++)
        {
            for (ActPhrase? phrase = _lexicon.Match(tokens, i, draft.Action.End, out _); phrase is not null; phrase = phrase.Next)
            {
                if (phrase.Kind == ActPhraseKind.Cease)
                {
                    return -1;
                }

                if (phrase.Kind == ActPhraseKind.Cooperate)
                {
                    return 1;
                }
            }
        }

        return 0;
    }

    /// <summary>The first word of the content that leans as the claim does, with the strongest preferred; empty where none does.</summary>
    private TokenRange LeaningWord(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        int best = 0;
        TokenRange found = default;
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = range.First; i < range.End; i++)
            {
                int lean = _lexicon.StanceOf(document.Tokens[i].Lower) * Math.Sign(draft.Stance);
                if (lean > best)
                {
                    best = lean;
                    found = new TokenRange(i, i + 1);
                }
            }
        }

        return found;
    }

    private int Lean(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        int lean = 0;
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = range.First; i < range.End; i++)
            {
                lean += _lexicon.StanceOf(document.Tokens[i].Lower);
            }
        }

        return lean;
    }

    /// <summary>The token before a name and what stands before it in its phrase ("against [the legitimate government of] X" stays with "of").</summary>
    private static int Before(DocumentContext document, TokenRange range, int token)
    {
        int before = token - 1;
        while (before > range.First && before > token - 4 && document.Tags[before] is PennTag.DT or PennTag.JJ or PennTag.NN or PennTag.NNP or PennTag.CD)
        {
            before--;
        }

        return Math.Max(before, range.First);
    }
}
