using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Sentences;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Regions;

/// <summary>Makes turns of the accepted labels and decides which of them ask.</summary>
internal readonly ref struct TurnAssigner
{
    private const int DistinctKeys = 64;

    private readonly DocumentContext _document;
    private readonly RegionRules _rules;

    public TurnAssigner(DocumentContext document, RegionRules rules)
    {
        _document = document;
        _rules = rules;
    }

    public void Run()
    {
        Span<LabelCandidate> labels = _document.Regions.Labels.Span;
        if (labels.IsEmpty)
        {
            return;
        }

        Buffer<Turn> turns = _document.Regions.Turns;
        ReadOnlySpan<Token> tokens = _document.Tokens;
        for (int i = 0; i < labels.Length; i++)
        {
            ref LabelCandidate label = ref labels[i];
            int first = tokens[label.End - 1].Sentence + 1;
            int end = i + 1 < labels.Length ? tokens[labels[i + 1].First].Sentence : _document.Sentences.Length;
            bool role = label.Shape is LabelShape.Role or LabelShape.Bare;
            turns.Add(new Turn
            {
                Label = new TokenRange(label.First, label.Shape == LabelShape.Bare ? label.First + 1 : label.End - 1),
                FirstSentence = first,
                EndSentence = Math.Max(first, end),
                Key = label.Key,
                IsRole = role,
                IsQuestion = label.Shape == LabelShape.Bare ? label.Key == 'Q' : HasWord(label, _rules.Askers) && !HasOffice(new TokenRange(label.First, label.End)),
            });
        }

        AskByHabit(turns.Span);
        Span<Sentence> sentences = _document.SentenceBuffer.Span;
        foreach (ref readonly Turn turn in turns.Span)
        {
            for (int s = turn.FirstSentence; turn.IsQuestion && s < turn.EndSentence; s++)
            {
                if (sentences[s].Region == RegionKind.Body)
                {
                    sentences[s].Region = RegionKind.Question;
                }
            }
        }
    }

    private bool HasWord(in LabelCandidate label, WordSet words)
    {
        for (int i = label.First; i < label.End; i++)
        {
            if (words.Contains(_document.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A named party whose turns mostly end in a question mark asks, unless the article's own speaker, or somebody with an
    /// office, bears the name.
    /// </summary>
    private void AskByHabit(Span<Turn> turns)
    {
        Span<uint> keys = stackalloc uint[DistinctKeys];
        Span<int> asked = stackalloc int[DistinctKeys];
        Span<int> all = stackalloc int[DistinctKeys];
        int distinct = 0;
        foreach (ref readonly Turn turn in turns)
        {
            if (turn.IsRole || turn.EndSentence == turn.FirstSentence)
            {
                continue;
            }

            int k = keys[..distinct].IndexOf(turn.Key);
            if (k < 0)
            {
                if (distinct == DistinctKeys)
                {
                    continue;
                }

                k = distinct++;
                keys[k] = turn.Key;
            }

            all[k]++;
            asked[k] += EndsAsking(turn) ? 1 : 0;
        }

        // Where the transcript names its askers ("Q", "QUESTION"), an official who calls on them ("Yes, Kari?") is none;
        // a journalist with a name beside them must do little else.
        int askers = 0;
        foreach (ref readonly Turn turn in turns)
        {
            askers += turn.IsQuestion && turn.IsRole ? 1 : 0;
        }

        int busiest = 0;
        foreach (int count in all[..distinct])
        {
            busiest = Math.Max(busiest, count);
        }

        foreach (ref Turn turn in turns)
        {
            int k = turn.IsRole || turn.IsQuestion ? -1 : keys[..distinct].IndexOf(turn.Key);
            if (k >= 0 && all[k] > 1 && (askers == 0 ? asked[k] * 2 > all[k] : asked[k] * 5 >= all[k] * 4 && all[k] < busiest) && !HasOffice(turn.Label) && !IsArticlesSpeaker(turn.Label))
            {
                turn.IsQuestion = true;
            }
        }
    }

    /// <summary>Whether one of the last two sentences asks ("Do you agree? Thank you.").</summary>
    private bool EndsAsking(in Turn turn)
    {
        for (int s = turn.EndSentence - 1; s >= turn.FirstSentence && s >= turn.EndSentence - 2; s--)
        {
            Sentence sentence = _document.Sentences[s];
            for (int i = sentence.EndToken - 1; i >= sentence.FirstToken && i >= sentence.EndToken - 2; i--)
            {
                if (_document.Text[_document.Tokens[i].Start] == '?')
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"SECRETARY LIE" answers; "MR." and "MS." are borne by both sides.</summary>
    private bool HasOffice(TokenRange label)
    {
        for (int i = label.First; i < label.End; i++)
        {
            if (_rules.TitleWords.Contains(_document.Tokens[i]) && _document.Tokens[i].Length > 4)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsArticlesSpeaker(TokenRange label)
    {
        string? speaker = _document.Article.Speaker;
        if (string.IsNullOrWhiteSpace(speaker))
        {
            return false;
        }

        ReadOnlySpan<char> name = speaker.AsSpan().TrimEnd();
        ReadOnlySpan<char> family = name[(name.LastIndexOf(' ') + 1)..];
        for (int i = label.First; i < label.End; i++)
        {
            if (_document.TokenText(i).Equals(family, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
