using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Claims;

/// <summary>Who is addressed, who is spoken of: entity mentions become codes.</summary>
internal sealed partial class ClaimBuilder
{
    private const string Unspecified = "unspecified";

    /// <summary>Codes named in the range, each once, in text order, into <see cref="ClaimScratch.Found"/>.</summary>
    private static void CodesIn(DocumentContext document, ClaimScratch scratch, TokenRange range)
    {
        scratch.Found.Clear();
        AddCodes(document, scratch.Found, range);
    }

    private static void AddCodes(DocumentContext document, List<string> codes, TokenRange range)
    {
        if (range.IsEmpty)
        {
            return;
        }

        Span<EntityMention> entities = document.Entities.Span;
        for (int i = EntityIndex.FirstAt(document, range.First); i < entities.Length && entities[i].Tokens.First < range.End; i++)
        {
            if (entities[i].Tokens.End <= range.First)
            {
                continue;
            }

            if (CodeOf(entities[i]) is { } code && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }
    }

    /// <summary>The code an entity stands for in foreign affairs; none for media, armed groups and mere places.</summary>
    private static string? CodeOf(in EntityMention mention)
    {
        EntityIdentity? identity = mention.Identity;
        if (identity?.Country is not { Length: > 0 } code || code == "-" || identity.Role is EntityRole.Media)
        {
            return null;
        }

        return code;
    }

    private static void CountCodes(DocumentContext document, ClaimScratch scratch)
    {
        foreach (ref EntityMention mention in document.Entities.Span)
        {
            if (CodeOf(mention) is not { } code)
            {
                continue;
            }

            int at = scratch.Salient.Count - 1;
            while (at >= 0 && scratch.Salient[at].Code != code)
            {
                at--;
            }

            if (at < 0)
            {
                if (scratch.Salient.Count < 64)
                {
                    scratch.Salient.Add((code, 1));
                }
            }
            else
            {
                scratch.Salient[at] = (code, scratch.Salient[at].Count + 1);
            }
        }
    }

    /// <summary>The other side of the document for this speaker: the foreign code named most; null where none stands out.</summary>
    private static string? Counterpart(ClaimScratch scratch)
    {
        string? best = null;
        int most = 0;
        foreach ((string code, int count) in scratch.Salient)
        {
            if (count > most && !scratch.Own.Contains(code) && code is not "UN")
            {
                (best, most) = (code, count);
            }
        }

        return best;
    }

    private void Parties(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, List<string> addressees, List<string> targets)
    {
        addressees.Clear();
        targets.Clear();
        Attribution attribution = document.Attributions[draft.Attribution];
        bool addressed = draft.Family.HasAddressee();
        TokenRange content = WholeOf(scratch, draft);
        if (addressed)
        {
            Addressees(document, scratch, draft, attribution, content, addressees);
        }
        else if (draft.Family == ActFamily.Agree && IsFirstPerson(attribution) && scratch.Own.Count > 1)
        {
            addressees.AddRange(scratch.Own);
        }

        if (addressed && addressees.Count > 0 && addressees[0] != Unspecified)
        {
            CodesIn(document, scratch, content);
            if (draft.Family != ActFamily.Commit || scratch.Found.Contains(addressees[0]))
            {
                return;
            }
        }

        Targets(document, scratch, draft, addressees, targets);
    }

    /// <summary>Whom the content judges or is mainly about: whoever the cue names, else the first foreign side of the content, else the one spoken of before.</summary>
    private void Targets(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, List<string> addressees, List<string> targets)
    {
        bool addressed = draft.Family.HasAddressee();
        if (!draft.Party.IsEmpty && !addressed)
        {
            AddForeign(document, scratch, draft.Party, targets, addressees);
            if (targets.Count > 0)
            {
                return;
            }
        }

        if (draft.Family is ActFamily.Support or ActFamily.Condemn or ActFamily.Accuse && !draft.Cue.IsEmpty)
        {
            // "I want to thank the Chancellor of Austria for his help against the mafia": the one thanked.
            AddForeign(document, scratch, draft.Cue, targets, addressees);
            if (targets.Count > 0)
            {
                return;
            }
        }

        for (int r = draft.Content.First; r < draft.Content.End && targets.Count == 0; r++)
        {
            AddFirst(document, scratch, draft, scratch.ContentRanges[r], targets, addressees);
        }

        if (addressed)
        {
            return;
        }

        if (scratch.Own.Count == 0 && draft.Family == ActFamily.State && draft.Stance == 0 && targets.Count > 0 && OnlyColours(document, scratch, draft, targets))
        {
            // "The mayor said the Kenyan shilling fell in Mombasa": a private speaker's plain tale judges no state.
            targets.Clear();
        }

        if (targets.Count > 0)
        {
            return;
        }

        if (scratch.Own.Count == 0 && (draft.Stance < 0 || Lean(document, scratch, draft) < 0) && document.SpeakerWorkspace.Home is { } home && Mentions(document, scratch, draft, _words.Rulers))
        {
            // "The union said the government was asleep": a paper's own.
            targets.Add(home);
            return;
        }

        if (Mentions(document, scratch, draft, _words.Regimes) && Antecedent(document, scratch, scratch.ContentRanges[draft.Content.First].First) is { } ruled)
        {
            targets.Add(ruled);
            return;
        }

        bool judges = draft.Stance != 0 && !draft.OwnDeed && (draft.Family is ActFamily.Condemn or ActFamily.Accuse or ActFamily.Concern or ActFamily.Deny or ActFamily.Support
            || (draft.Family == ActFamily.State && (Mentions(document, scratch, draft, _words.Anaphors) || Mentions(document, scratch, draft, _words.AntecedentNouns))));
        if (judges && scratch.LastParty is { } last && !scratch.Own.Contains(last))
        {
            targets.Add(last);
        }
    }

    private static bool Mentions(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, WordSet words)
    {
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            if (Holds(document.Tokens, scratch.ContentRanges[r].First, scratch.ContentRanges[r].End, words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the content names these states by a place within them or as an adjective only, no body of theirs.</summary>
    private bool OnlyColours(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, List<string> codes)
    {
        Span<EntityMention> entities = document.Entities.Span;
        for (int r = draft.Content.First; r < draft.Content.End; r++)
        {
            TokenRange range = scratch.ContentRanges[r];
            for (int i = EntityIndex.FirstAt(document, range.First); i < entities.Length && entities[i].Tokens.First < range.End; i++)
            {
                if (entities[i].Tokens.First < range.First || CodeOf(entities[i]) is not { } code || !codes.Contains(code))
                {
                    continue;
                }

                int next = Math.Min(entities[i].Tokens.End, document.Tokens.Length - 1);
                if (entities[i].Identity!.Role is not EntityRole.Place && (entities[i].Identity!.Role is not EntityRole.Demonym || _words.Authorities.Contains(document.Tokens[next])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The first foreign side named in the range, with those coordinated with it ("Beijing, Seoul and Tokyo").</summary>
    private void AddFirst(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, TokenRange range, List<string> targets, List<string> except)
    {
        Span<EntityMention> entities = document.Entities.Span;
        int behind = -1;
        for (int i = EntityIndex.FirstAt(document, range.First); i < entities.Length && entities[i].Tokens.First < range.End; i++)
        {
            if (entities[i].Tokens.End <= range.First || CodeOf(entities[i]) is not { } code)
            {
                continue;
            }

            bool foreign = !scratch.Own.Contains(code) && !except.Contains(code);
            if (behind >= 0 && !Coordinated(document, behind, entities[i].Tokens.First))
            {
                return;
            }

            if (foreign && !targets.Contains(code))
            {
                targets.Add(code);
            }

            if (targets.Count > 0)
            {
                behind = entities[i].Tokens.End;
            }
        }
    }

    /// <summary>Whether nothing but commas, coordinators and articles stands between two mentions, and a coordinator or comma does.</summary>
    private bool Coordinated(DocumentContext document, int from, int to)
    {
        bool joined = false;
        for (int i = from; i < to; i++)
        {
            ref readonly Token token = ref document.Tokens[i];
            bool joins = _words.Coordinators.Contains(token) || _words.Comma.Contains(token);
            if (!joins && document.Tags[i] != Tagging.PennTag.DT)
            {
                return false;
            }

            joined |= joins;
        }

        return joined;
    }

    private void Addressees(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, in Attribution attribution, TokenRange content, List<string> addressees)
    {
        if (!draft.Party.IsEmpty && draft.PartyKind is not SubjectKind.FirstPerson)
        {
            if (draft.PartyKind is SubjectKind.Both)
            {
                addressees.Add(Counterpart(scratch) ?? Unspecified);
                return;
            }

            if (draft.PartyKind is SubjectKind.Pronoun or SubjectKind.Second)
            {
                string? antecedent = draft.PartyKind == SubjectKind.Pronoun ? scratch.LastParty ?? Antecedent(document, scratch, draft.Party.First)
                    : IsFirstPerson(attribution) ? null : scratch.LastParty;
                addressees.Add(antecedent ?? Unspecified);
                return;
            }

            AddForeign(document, scratch, draft.Party, addressees, []);
            if (addressees.Count > 0)
            {
                return;
            }

            bool blamed = scratch.LastStance < 0 && scratch.LastParty is not null && IsDefiniteGroup(document, draft.Party);
            if (!blamed && scratch.Own.Count == 0 && document.SpeakerWorkspace.Home is { } home && NamesAuthority(document, draft.Party))
            {
                // A union, in a paper's own affairs: "urged the authorities to act".
                addressees.Add(home);
                return;
            }

            if (!blamed && scratch.Own.Count > 0 && (scratch.Found.Count > 0 || NamesAuthority(document, draft.Party)))
            {
                // "ordered his government to drop the plan", "urged the police to hold back": one's own state is asked.
                addressees.Add(scratch.Found.Count > 0 ? scratch.Found[0] : scratch.Own[0]);
                return;
            }

            if (_words.Member.Contains(document.Tokens[draft.Party.First]) && document.Article.Speaker?.StartsWith("delegate of", StringComparison.Ordinal) == true)
            {
                // "Member States must ...", in a debate of the United Nations.
                addressees.Add("UN");
                return;
            }

            if (IsDefiniteGroup(document, draft.Party))
            {
                // "urged the regime to stop": the one spoken of.
                addressees.Add(scratch.LastParty ?? Antecedent(document, scratch, draft.Party.First) ?? Unspecified);
                return;
            }
        }

        switch (draft.Family)
        {
            case ActFamily.Threaten:
                AddForeign(document, scratch, draft.Condition, addressees, []);
                if (addressees.Count == 0)
                {
                    AddForeign(document, scratch, content, addressees, []);
                }

                if (addressees.Count == 0)
                {
                    AddSentence(document, scratch, content, addressees);
                }

                if (addressees.Count == 0 && (scratch.LastParty ?? Counterpart(scratch)) is { } meant)
                {
                    addressees.Add(meant);
                }

                break;
            case ActFamily.Warn:
                AddForeign(document, scratch, draft.Condition, addressees, []);
                break;
            case ActFamily.Appeal or ActFamily.Demand when draft.Party.IsEmpty && scratch.LastStance < 0 && scratch.LastParty is { } blamed && draft.Rule is "act.cue":
                // "condemned the coup and called for the release of all": the same ones are meant.
                addressees.Add(blamed);
                break;
            case ActFamily.Commit:
                if (scratch.Own.Count > 1 && IsFirstPerson(attribution))
                {
                    addressees.AddRange(scratch.Own);
                    return;
                }
                else
                {
                    Beneficiary(document, scratch, draft, content, addressees);
                }

                if (addressees.Count == 0 && (draft.Stance > 0 || ActionLean(document, draft) > 0 || Lean(document, scratch, draft) > 0) && scratch.LastStance > 0 && scratch.LastParty is { } friend && !scratch.Own.Contains(friend))
                {
                    // "thanked Rwanda for its welcome and promised to lift every obstacle to trade": promised to the friend.
                    addressees.Add(friend);
                }

                break;
        }

        if (addressees.Count > 1 && draft.Family is ActFamily.Threaten or ActFamily.Commit)
        {
            addressees.RemoveRange(1, addressees.Count - 1);
        }

        if (addressees.Count == 0)
        {
            addressees.Add(Unspecified);
        }
    }

    /// <summary>The state a promise is made to: "work with the Union", "lend Georgia all assistance", "a grant to Chad".</summary>
    private void Beneficiary(DocumentContext document, ClaimScratch scratch, in ClaimDraft draft, TokenRange content, List<string> addressees)
    {
        ReadOnlySpan<Token> tokens = document.Tokens;
        Span<EntityMention> entities = document.Entities.Span;
        int from = draft.Action.IsEmpty ? content.First : draft.Action.First;
        for (int i = EntityIndex.FirstAt(document, from); i < entities.Length && entities[i].Tokens.First < content.End; i++)
        {
            if (CodeOf(entities[i]) is not { } code || scratch.Own.Contains(code))
            {
                continue;
            }

            int before = entities[i].Tokens.First - 1;
            while (before > from && tokens[before].Kind == TokenKind.Word && !_words.With.Contains(tokens[before]) && !_words.For.Contains(tokens[before]) && before > entities[i].Tokens.First - 4
                && document.Tags[before] is Tagging.PennTag.DT or Tagging.PennTag.JJ or Tagging.PennTag.NN or Tagging.PennTag.NNP or Tagging.PennTag.CC)
            {
                before--;
            }

            if (before >= from && (_words.With.Contains(tokens[before]) || _words.For.Contains(tokens[before])
                || (_words.To.Contains(tokens[before]) && !_words.Motion.Contains(tokens[from]))))
            {
                addressees.Add(code);
                return;
            }

            if (before >= from && Reading(_lexicon.Match(tokens, before, content.End, out _), ActPhraseKind.Cooperate) is not null)
            {
                addressees.Add(code);
                return;
            }
        }
    }

    private bool NamesAuthority(DocumentContext document, TokenRange party) => Holds(document.Tokens, party.First, Math.Min(party.End, party.First + 6), _words.Authorities);

    private bool IsDefiniteGroup(DocumentContext document, TokenRange party) => Holds(document.Tokens, party.First, Math.Min(party.End, party.First + 4), _words.AntecedentNouns);

    /// <summary>"asked it to continue": the nearest foreign state named before.</summary>
    private static string? Antecedent(DocumentContext document, ClaimScratch scratch, int token)
    {
        Span<EntityMention> entities = document.Entities.Span;
        for (int i = EntityIndex.FirstAt(document, token) - 1; i >= 0 && token - entities[i].Tokens.End < 80; i--)
        {
            if (CodeOf(entities[i]) is { } code && !scratch.Own.Contains(code))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The foreign states in the sentence around the content ("... after summoning the Indian envoy").</summary>
    private static void AddSentence(DocumentContext document, ClaimScratch scratch, TokenRange content, List<string> codes)
    {
        if (content.IsEmpty)
        {
            return;
        }

        ref Sentences.Sentence sentence = ref document.SentenceBuffer[document.Tokens[content.First].Sentence];
        AddForeign(document, scratch, new TokenRange(sentence.FirstToken, sentence.EndToken), codes, []);
    }

    private static void AddForeign(DocumentContext document, ClaimScratch scratch, TokenRange range, List<string> codes, List<string> except)
    {
        CodesIn(document, scratch, range);
        foreach (string code in scratch.Found)
        {
            if (!(scratch.Own.Contains(code) && document.Keeps(GuardRules.OwnSide)) && !codes.Contains(code) && !except.Contains(code))
            {
                codes.Add(code);
            }
        }
    }

    private static TokenRange WholeOf(ClaimScratch scratch, in ClaimDraft draft) =>
        new(scratch.ContentRanges[draft.Content.First].First, scratch.ContentRanges[draft.Content.End - 1].End);

    /// <summary>Whether two plain assertions speak of the same states, as far as they name any.</summary>
    private static bool SameTopic(DocumentContext document, ClaimScratch scratch, in ClaimDraft a, in ClaimDraft b)
    {
        CodesIn(document, scratch, WholeOf(scratch, a));
        if (scratch.Found.Count == 0)
        {
            return true;
        }

        int shared = 0;
        int foreign = 0;
        int known = scratch.Found.Count;
        AddCodes(document, scratch.Found, WholeOf(scratch, b));
        for (int i = known; i < scratch.Found.Count; i++)
        {
            foreign += scratch.Own.Contains(scratch.Found[i]) ? 0 : 1;
        }

        for (int i = 0; i < known; i++)
        {
            shared += scratch.Own.Contains(scratch.Found[i]) ? 0 : 1;
        }

        return foreign == 0 || shared == 0;
    }
}
