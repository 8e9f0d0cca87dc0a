using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>How the speaker leans towards the addressee, else towards the first target.</summary>
internal sealed partial class ClaimBuilder
{
    private int StanceOf(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft)
    {
        int lean = Lean(document, scratch, draft);
        switch (draft.Family)
        {
            case ActFamily.Accuse or ActFamily.Condemn or ActFamily.Threaten:
                return draft.Act is "Disapprove" ? -1 : -2;
            case ActFamily.Demand or ActFamily.Reject:
                return -1;
            case ActFamily.Appeal:
                return ActionLean(document, draft) is var action and not 0 ? action : draft.Negated ? -1 : lean < -1 ? -1 : 0;
            case ActFamily.Support or ActFamily.Agree or ActFamily.Apologize:
                return lean > 2 || draft.Rung >= 4 ? 2 : 1;
            case ActFamily.Commit:
                return draft.Stance != 0 ? draft.Stance : ActionLean(document, draft) > 0 || lean > 0 ? 1 : 0;
            case ActFamily.Concern:
                return lean < -1 ? -1 : 0;
            case ActFamily.Warn:
                return lean <= -2 ? -1 : 0;
            case ActFamily.Deny:
                return lean < 0 ? -1 : 0;
            case ActFamily.Acknowledge:
                return Math.Clamp(lean, -1, 1);
            default:
                return draft.OwnDeed ? Math.Clamp(lean, 0, 1) : Math.Clamp(lean, -1, 1);
        }
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
}
