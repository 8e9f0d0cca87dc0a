using System.Text;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>
/// Takes the marks off Latin letters ("Çavuşoğlu", "Cavusoglu"), as many papers print names. A table of our own, because
/// <see cref="string.Normalize()"/> does nothing in invariant-globalisation mode.
/// </summary>
internal static class LatinFolding
{
    private const string Marked =
        "ÀÁÂÃÄÅĀĂĄàáâãäåāăąÇĆĈĊČçćĉċčĎĐďđÈÉÊËĒĔĖĘĚèéêëēĕėęěĜĞĠĢĝğġģĤĦĥħÌÍÎÏĨĪĬĮİìíîïĩīĭįıĴĵĶķĹĻĽŁĺļľłÑŃŅŇñńņň" +
        "ÒÓÔÕÖØŌŎŐòóôõöøōŏőŔŖŘŕŗřŚŜŞŠȘśŝşšșŢŤŦȚţťŧțÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűųŴŵÝŶŸýÿŷŹŻŽźżžÐðƠơƯưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

    private const string Plain =
        "AAAAAAAAAaaaaaaaaaCCCCCcccccDDddEEEEEEEEEeeeeeeeeeGGGGggggHHhhIIIIIIIIIiiiiiiiiiJjKkLLLLllllNNNNnnnn" +
        "OOOOOOOOOoooooooooRRRrrrSSSSSsssssTTTTttttUUUUUUUUUUuuuuuuuuuuWwYYYyyyZZZzzzDdOoUuaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy";

    private const char First = 'À';

    // Asked for each letter of each name: one read, not a search in 300 letters.
    private static readonly char[] Table = MakeTable();

    /// <summary>The text without marks; the same string where it has none.</summary>
    public static string Fold(string text)
    {
        int first = 0;
        while (first < text.Length && PlainOf(text[first]) == text[first])
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            folded.Append(PlainOf(c));
        }

        return folded.ToString();
    }

    /// <summary>The letter without its mark; the same character where it has none.</summary>
    public static char PlainOf(char c)
    {
        int at = c - First;
        return (uint)at < (uint)Table.Length ? Table[at] : c;
    }

    private static char[] MakeTable()
    {
        char[] table = new char[Marked.Max() - First + 1];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (char)(First + i);
        }

        for (int i = 0; i < Marked.Length; i++)
        {
            table[Marked[i] - First] = Plain[i];
        }

        return table;
    }
}
