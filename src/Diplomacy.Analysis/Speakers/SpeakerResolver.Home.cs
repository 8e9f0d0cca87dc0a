using System.Runtime.InteropServices;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Speakers;

/// <summary>
/// The state whose affairs an article tells. Papers leave out the state of their own ministers, judges and policemen, so
/// an office without a state is one of this state.
/// </summary>
internal sealed partial class SpeakerResolver
{
    private const int EarlySentences = 3;
    private const int DatelineVotes = 12;
    private const int TitleVotes = 6;
    private const int LeastVotes = 8;
    private const int LeastVotesOfLongText = 4;
    private const int LongText = 200;

    // Mentions of one thing beyond these say no more: a long report on a foreign war stays the paper's at home.
    private const int MostMentions = 6;

    /// <summary>
    /// Weighs all that tells the state: the dateline, cities and provinces (a paper names few of other states), seats, the
    /// state and its people by name, its bodies and its office holders, officials without a state (counted by the linker).
    /// Null where no state weighs clearly most, for a wrong state is worse than none.
    /// </summary>
    private string? HomeOf(DocumentContext document)
    {
        Dictionary<string, int> votes = document.EntityWorkspace.HomeVotes;
        Dictionary<int, int> mentions = document.SpeakerWorkspace.MentionsOf;
        TokenRange dateline = document.Regions.DatelinePlace;
        ReadOnlySpan<Token> tokens = document.Tokens;
        foreach (ref readonly EntityMention mention in document.Entities.Span)
        {
            if (mention.Identity is not { Country: { Length: 3 } country } identity)
            {
                continue;
            }

            int weight = identity.Role switch
            {
                EntityRole.Place => 5,
                EntityRole.Capital or EntityRole.StateBody or EntityRole.Metonym or EntityRole.Party => 3,
                EntityRole.State or EntityRole.Demonym or EntityRole.OfficeHolder => 2,
                _ => 0,
            };
            if (weight == 0)
            {
                continue;
            }

            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(mentions, mention.Chain, out _);
            if (++count > MostMentions)
            {
                continue;
            }

            weight += tokens[mention.Tokens.First].Sentence < EarlySentences ? weight : 0;
            weight += dateline.Contains(mention.Tokens.First) || OpensWithDash(document, mention.Tokens) ? DatelineVotes : 0;
            CollectionsMarshal.GetValueRefOrAddDefault(votes, country, out _) += weight;
        }

        if (document.Article.Title is { Length: > 0 and < 400 } title)
        {
            _lexicon.CountStates(title, TitleVotes, votes);
        }

        return Heaviest(votes, tokens.Length > LongText ? LeastVotesOfLongText : LeastVotes);
    }

    // "Pretoria – The court in ...": a place and a dash at the head of a text are a dateline, whatever else they lack.
    private static bool OpensWithDash(DocumentContext document, TokenRange name) =>
        name.First == 0 && name.End + 1 < document.Tokens.Length && document.Tokens[name.End].Is(TokenTraits.SpaceBefore) && document.Tokens[name.End + 1].Is(TokenTraits.SpaceBefore)
        && document.Text[document.Tokens[name.End].Start] is '-' or '–' or '—';

    private static string? Heaviest(Dictionary<string, int> weights, int least)
    {
        string? best = null;
        int most = 0;
        int next = 0;
        foreach (KeyValuePair<string, int> pair in weights)
        {
            // Ties go to the smaller code, whatever the order of the table.
            if (pair.Value > most || (pair.Value == most && string.CompareOrdinal(pair.Key, best) < 0))
            {
                next = most;
                (best, most) = (pair.Key, pair.Value);
            }
            else if (pair.Value > next)
            {
                next = pair.Value;
            }
        }

        return most >= least && most * 4 >= next * 5 ? best : null;
    }

    // A minister whose state nobody names is a minister of the state that the article is about.
    private static string? StateOfOffice(DocumentContext document, in PersonRecord person) =>
        person.Serves || (!person.Former && person.Class.ActsForState()) ? document.SpeakerWorkspace.Home : null;
}
