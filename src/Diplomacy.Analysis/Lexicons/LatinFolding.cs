using System.Runtime.CompilerServices;
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

    /// <summary>The text without marks; the same string where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        if (c < 'À')
        {
            return c;
        }

        int at = Marked.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Plain[at];
    }
}
