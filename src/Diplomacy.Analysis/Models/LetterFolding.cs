namespace Diplomacy.Analysis.Models;

/// <summary>
/// Lower-case Latin letters without their diacritics, one for one ("é" to "e", "ł" to "l"), and the curly apostrophe as the
/// straight one. A table of our own: <c>string.Normalize</c> does nothing where the runtime has no globalisation data.
/// </summary>
internal static class LetterFolding
{
    private const int First = 0xDF;
    private const int Last = 0x17F;

    // One letter for each of U+00DF to U+017F; '.' where the letter stays (capitals, ligatures, signs).
    private const string Letters =
        "saaaaaa.ceeeeiiii.nooooo.ouuuuy.y" + // DF to FF
        ".a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g" + // 100 to 11F
        ".g.g.h.h.i.i.i.i.i...j.k..l.l.l." + // 120 to 13F
        "l.l.n.n.nn...o.o.o...r.r.r.s.s.s" + // 140 to 15F
        ".s.t.t.t.u.u.u.u.u.u.w.y..z.z.zs";  // 160 to 17F

    /// <summary>The plain letter of <paramref name="c"/>, or <paramref name="c"/> itself.</summary>
    public static char Fold(char c)
    {
        if (c is '\u2019' or '\u2018' or '\u02BC')
        {
            return '\'';
        }

        if (c < First || c > Last)
        {
            return Vietnamese(c);
        }

        char plain = Letters[c - First];
        return plain == '.' ? c : plain;
    }

    // Latin Extended Additional holds Vietnamese letters in blocks, small ones at odd places.
    private static char Vietnamese(char c) => c switch
    {
        'ơ' => 'o',
        'ư' => 'u',
        >= '\u1EA0' and <= '\u1EB7' => 'a',
        >= '\u1EB8' and <= '\u1EC7' => 'e',
        >= '\u1EC8' and <= '\u1ECB' => 'i',
        >= '\u1ECC' and <= '\u1EE3' => 'o',
        >= '\u1EE4' and <= '\u1EF1' => 'u',
        >= '\u1EF2' and <= '\u1EF9' => 'y',
        _ => c,
    };
}
