using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Sentences;

/// <summary>Labels of lists that run on in a line: "1) withdraw 2) pay", "(a) ... (b) ...".</summary>
internal ref partial struct SentenceScanner
{
    private readonly bool IsBullet(int at) => _text[_tokens[at].Start] is '\u2022' or '\u2043' or '\u25AA' or '\u25CF' or '\u25E6' && _tokens[at].Is(TokenTraits.SpaceBefore);

    /// <summary>"(b)", "(iv)", "(2)" behind a stop starts the next item.</summary>
    private readonly bool IsBracketedLabel(int at) => LabelAt(at).End > 0;

    private readonly ListLabel LabelAtIf(in ListLabel label, int at) => label.End == 0 || _tokens[at].Length > 4 ? default : LabelAt(at);

    /// <summary>The label that starts at <paramref name="at"/>; its <see cref="ListLabel.End"/> is 0 where there is none.</summary>
    private readonly ListLabel LabelAt(int at)
    {
        int i = IsBullet(at) ? at + 1 : at;
        bool bracket = i < _tokens.Length && _text[_tokens[i].Start] == '(';
        i += bracket ? 1 : 0;
        if (i >= _tokens.Length || _tokens[i].Length > 4)
        {
            return default;
        }

        ReadOnlySpan<char> form = _text.AsSpan(_tokens[i].Start, _tokens[i].Length);
        bool period = form.Length > 1 && form[^1] == '.';
        int value = ListLabel.ValueOf(period ? form[..^1] : form, out bool letter);
        if (value == 0)
        {
            return default;
        }

        i++;
        if (!period && Glued(i, '.'))
        {
            period = true;
            i++;
        }

        bool close = Glued(i, ')');
        i += close ? 1 : 0;

        // A bare "I." or "a." needs the bracket or a small letter; "5." alone is a number at a sentence's end as well.
        return (close && (bracket || !letter || value < 60)) || (period && !bracket && (!letter || form[0] >= 'a'))
            ? new ListLabel(value, letter, bracket, period, close, i)
            : default;
    }

    private readonly bool Glued(int at, char c) => at < _tokens.Length && _text[_tokens[at].Start] == c && _tokens[at].Length == 1 && !_tokens[at].Is(TokenTraits.SpaceBefore);
}
