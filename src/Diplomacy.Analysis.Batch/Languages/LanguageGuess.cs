using System.Collections.Frozen;

namespace Diplomacy.Analysis.Batch.Languages;

/// <summary>
/// Guesses a text's language from its script and, in Latin script, from its commonest small words. Made to keep texts
/// that are not English from an analysis that would find nothing or nonsense in them; not to name all languages.
/// </summary>
public static class LanguageGuess
{
    private const int WindowLength = 700;

    // Words of up to four letters that are frequent in one language and rare in the others of this list; four letters
    // pack into one number, so that a word costs one probe.
    private static readonly (string Code, string[] Words)[] SmallWords =
    [
        ("en", ["the", "of", "and", "to", "in", "that", "is", "for", "with", "was", "this", "have", "are", "we", "it", "on", "by", "not", "be", "our"]),
        ("fr", ["le", "la", "les", "des", "et", "du", "une", "est", "dans", "pour", "que", "qui", "nous", "pas", "sur", "aux", "avec", "par", "sont"]),
        ("de", ["der", "die", "das", "und", "ist", "ein", "eine", "zu", "den", "von", "mit", "auf", "für", "dem", "wir", "sich", "des", "auch"]),
        ("es", ["el", "los", "las", "del", "y", "una", "que", "en", "por", "con", "para", "se", "su", "no", "es", "como", "más", "pero", "al"]),
        ("pt", ["o", "os", "as", "do", "da", "dos", "das", "e", "em", "não", "uma", "que", "com", "para", "por", "ao", "se", "mais", "nós", "é"]),
        ("it", ["il", "di", "che", "gli", "del", "e", "non", "un", "una", "per", "con", "sono", "nel", "alla", "più", "dei", "è"]),
        ("nl", ["de", "het", "een", "van", "en", "dat", "niet", "zijn", "voor", "met", "op", "ook", "aan", "wij", "naar", "door", "maar", "bij", "ons"]),
        ("tr", ["ve", "bir", "bu", "için", "ile", "da", "de", "çok", "daha", "olan", "gibi", "biz", "her", "ne"]),
        ("pl", ["w", "i", "na", "z", "się", "nie", "jest", "że", "do", "to", "oraz", "dla", "od", "są", "jako", "po", "ale", "tym"]),
        ("id", ["yang", "dan", "di", "ini", "dari", "pada", "itu", "akan", "kami", "oleh", "juga", "ke", "kita"]),
    ];

    private static readonly FrozenDictionary<ulong, int> LanguagesOfWord = Index();

    /// <summary>BCP 47 code of the language, or null where the text tells too little.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Three windows: the head of a page is often navigation in another language than its text.
        var counts = new Counts();
        for (int window = 0; window < 3; window++)
        {
            int start = (int)((long)Math.Max(0, text.Length - WindowLength) * window / 2);
            counts.Add(text.AsSpan(start, Math.Min(WindowLength, text.Length - start)));
            if (text.Length <= WindowLength)
            {
                break;
            }
        }

        return counts.Decide();
    }

    private static FrozenDictionary<ulong, int> Index()
    {
        var index = new Dictionary<ulong, int>();
        for (int i = 0; i < SmallWords.Length; i++)
        {
            foreach (string word in SmallWords[i].Words)
            {
                ulong key = Pack(word);
                index[key] = index.GetValueOrDefault(key) | 1 << i;
            }
        }

        return index.ToFrozenDictionary();
    }

    // Upper case is folded for Latin letters without marks only: no word of the list begins with another.
    private static ulong Pack(ReadOnlySpan<char> word)
    {
        ulong key = 0;
        foreach (char c in word)
        {
            key = key << 16 | (char.IsAsciiLetterUpper(c) ? (uint)c | 0x20 : c);
        }

        return key;
    }

    private sealed class Counts
    {
        private readonly int[] _words = new int[SmallWords.Length];
        private int _latin, _cyrillic, _ukrainian, _han, _kana, _hangul, _arabic, _persian, _hebrew, _greek, _devanagari, _thai, _letters, _tokens;

        public void Add(ReadOnlySpan<char> text)
        {
            for (int i = 0; i < text.Length;)
            {
                int start = i;
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    Letter(text[i++]);
                }

                if (i == start)
                {
                    i++;
                    continue;
                }

                _tokens++;
                if (i - start <= 4 && LanguagesOfWord.TryGetValue(Pack(text[start..i]), out int languages))
                {
                    for (; languages != 0; languages &= languages - 1)
                    {
                        _words[int.TrailingZeroCount(languages)]++;
                    }
                }
            }
        }

        public string? Decide()
        {
            if (_letters < 20)
            {
                return null;
            }

            int most = Math.Max(Math.Max(Math.Max(_latin, _cyrillic), Math.Max(_han + _kana, _hangul)), Math.Max(Math.Max(_arabic, _hebrew), Math.Max(Math.Max(_greek, _devanagari), _thai)));
            // A Chinese letter holds as much as a Latin word: a text that is half of each is Chinese.
            return _han + _kana > _latin / 4 ? _kana > (_han + _kana) / 8 ? "ja" : "zh"
                : most == _latin ? Latin()
                : most == _cyrillic ? _ukrainian * 50 > _cyrillic ? "uk" : "ru"
                : most == _hangul ? "ko"
                : most == _arabic ? _persian * 50 > _arabic ? "fa" : "ar"
                : most == _hebrew ? "he"
                : most == _greek ? "el"
                : most == _devanagari ? "hi"
                : "th";
        }

        private string? Latin()
        {
            int best = 0;
            for (int i = 1; i < _words.Length; i++)
            {
                best = _words[i] > _words[best] ? i : best;
            }

            // Running text has a small word in each three; headlines and lists have few, and are left in doubt. Against
            // English another language must win clearly: it is English that the corpora hold.
            return _words[best] * 12 < _tokens || _words[best] < 4 ? null
                : best == 0 || _words[best] * 2 > _words[0] * 3 ? SmallWords[best].Code
                : "en";
        }

        private void Letter(char c)
        {
            _letters++;
            if (c < '\u0250')
            {
                _latin++;
                return;
            }

            switch (c)
            {
                case >= '\u0370' and < '\u0400':
                    _greek++;
                    break;
                case >= '\u0400' and < '\u0530':
                    _cyrillic++;
                    _ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' ? 1 : 0;
                    break;
                case >= '\u0590' and < '\u0600':
                    _hebrew++;
                    break;
                case >= '\u0600' and < '\u0780':
                    _arabic++;
                    _persian += c is 'پ' or 'چ' or 'ژ' or 'گ' ? 1 : 0;
                    break;
                case >= '\u0900' and < '\u0980':
                    _devanagari++;
                    break;
                case >= '\u0E00' and < '\u0E80':
                    _thai++;
                    break;
                case >= '\u3040' and < '\u3100':
                    _kana++;
                    break;
                case >= '\u4E00' and < '\uA000':
                    _han++;
                    break;
                case >= '\uAC00' and < '\uD7B0':
                    _hangul++;
                    break;
                default:
                    break;
            }
        }
    }
}
