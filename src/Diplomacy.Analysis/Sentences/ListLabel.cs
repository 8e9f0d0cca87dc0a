namespace Diplomacy.Analysis.Sentences;

/// <summary>The label of an item: its value and its dress, which the next item's label must share.</summary>
/// <param name="Value">1 for "1", "a" and "i".</param>
/// <param name="Letter">Whether it is a letter or a Roman numeral.</param>
/// <param name="Bracket">Whether a bracket opens it.</param>
/// <param name="Period">Whether a period follows.</param>
/// <param name="Close">Whether a bracket closes it.</param>
/// <param name="End">Index of the token behind it; 0 where there is no label.</param>
internal readonly record struct ListLabel(int Value, bool Letter, bool Bracket, bool Period, bool Close, int End)
{
    /// <summary>Whether <paramref name="next"/> is the label of the item after this one.</summary>
    public bool IsFollowedBy(in ListLabel next) =>
        next.End > 0 && next.Value == Value + 1 && next.Letter == Letter && next.Bracket == Bracket && next.Period == Period && next.Close == Close;

    /// <summary>The value of a number up to 99, a single letter or a small Roman numeral; 0 for anything else.</summary>
    public static int ValueOf(ReadOnlySpan<char> form, out bool letter)
    {
        letter = false;
        if (form.Length is 0 or > 4)
        {
            return 0;
        }

        if (form[0] is >= '0' and <= '9')
        {
            return form.Length == 1 ? form[0] - '0' : form.Length == 2 && form[1] is >= '0' and <= '9' ? ((form[0] - '0') * 10) + form[1] - '0' : 0;
        }

        letter = true;
        if (form.Length == 1 && form[0] is >= 'a' and <= 'z')
        {
            return form[0] == 'i' ? 1 + 100 : form[0] == 'v' ? 5 + 100 : form[0] == 'x' ? 10 + 100 : form[0] - 'a' + 1;
        }

        if (form.Length == 1 && form[0] is >= 'A' and <= 'Z')
        {
            return form[0] - 'A' + 1;
        }

        return form switch
        {
            "ii" => 102,
            "iii" => 103,
            "iv" => 104,
            "vi" => 106,
            "vii" => 107,
            "viii" => 108,
            "ix" => 109,
            _ => 0,
        };
    }
}
