using System.Runtime.InteropServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Entities;

/// <summary>Look-ups of strings that come from metadata, not from the text.</summary>
internal sealed partial class EntityLexicon
{
    private const int MostWords = 48;

    /// <summary>The code of the state or organisation with this name ("Iran", "European Union"), or null.</summary>
    public string? CodeOf(string name) => Lookup(name) is { Kind: NameKind.State or NameKind.Organization or NameKind.Adjective } entry ? entry.Identity.Country : null;

    /// <summary>The office holder with exactly this name, or null.</summary>
    public NameEntry? FindPerson(string name) => Lookup(name) is { Kind: NameKind.Holder } entry ? entry : null;

    /// <summary>Parts "Foreign Minister Lena Okoro" into name and title; title null where there is none.</summary>
    public (string Name, string? Title) SplitTitle(string speaker)
    {
        Span<Token> tokens = stackalloc Token[MostWords];
        int count = Cut(speaker, tokens);
        int at = 0;
        while (at < count - 1 && MatchOffice(tokens, at, count, out int length, out _) is not null && at + length < count)
        {
            at += length;
        }

        return at == 0 ? (speaker, null) : (speaker[tokens[at].Start..], speaker[..tokens[at].Start].Trim(' ', ',', ':'));
    }

    /// <summary>Persons that a headline names: by a name of the lexicon, or behind a title.</summary>
    public List<(string Name, string? Office, string? Country)> PersonsIn(string title)
    {
        var found = new List<(string, string?, string?)>();
        Span<Token> tokens = stackalloc Token[MostWords];
        int count = Cut(title, tokens);
        for (int i = 0; i < count;)
        {
            if (MatchName(tokens, i, count, out int length) is { Kind: NameKind.Holder } holder)
            {
                found.Add((holder.Identity.Name, null, null));
                i += length;
                continue;
            }

            if (MatchOffice(tokens, i, count, out length, out bool plural) is not { } office || plural)
            {
                i++;
                continue;
            }

            int start = i + length;
            int end = start;
            while (end < count && tokens[end].Is(TokenTraits.InitialCapital) && MatchOffice(tokens, end, count, out _, out _) is null)
            {
                end++;
            }

            if (end > start)
            {
                int of = end + 1 < count ? end + 1 : end;
                string? country = of < count && title.AsSpan(tokens[end].Start, tokens[end].Length) is "of" && MatchName(tokens, of, count, out _) is { Kind: NameKind.State } state ? state.Identity.Country : null;
                found.Add((title[tokens[start].Start..tokens[end - 1].End].TrimEnd(',', '.', ':'), office.Name, country));
            }

            i = Math.Max(end, start);
        }

        return found;
    }

    /// <summary>Adds <paramref name="votes"/> to <paramref name="counts"/> for each state, seat, national body and office holder that a headline names.</summary>
    public void CountStates(string title, int votes, Dictionary<string, int> counts)
    {
        Span<Token> tokens = stackalloc Token[MostWords];
        int count = Cut(title, tokens);
        for (int i = 0; i < count;)
        {
            if (MatchName(tokens, i, count, out int length) is not { } entry)
            {
                i++;
                continue;
            }

            i += length;
            string? country = entry.Kind == NameKind.Holder ? EntityFinder.IdentityOn(entry, null).Country : entry.Next is null ? entry.Identity.Country : null;
            if (country is { Length: 3 })
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, country, out _) += votes;
            }
        }
    }

    private NameEntry? Lookup(string name)
    {
        Span<Token> tokens = stackalloc Token[MostWords];
        int count = Cut(name, tokens);
        return count > 0 && MatchName(tokens, 0, count, out int length) is { } entry && length == count ? entry : null;
    }

    // Words between blanks and hyphens: the texts' tokenizer writes to a document, and this is no text of one.
    private int Cut(string text, Span<Token> tokens)
    {
        int count = 0;
        for (int i = 0; i < text.Length && count < tokens.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            bool letter = text[i] != '-';
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && letter == (text[i] != '-') && (letter || i == start))
            {
                i++;
            }

            ReadOnlySpan<char> word = text.AsSpan(start, i - start);
            int lexeme = _vocabulary.Find(word);
            tokens[count++] = new Token
            {
                Start = start,
                Length = i - start,
                Lexeme = lexeme,
                Lower = lexeme != 0 ? _vocabulary.LowerOf(lexeme) : _vocabulary.FindLower(word),
                Traits = char.IsUpper(text[start]) ? TokenTraits.InitialCapital : 0,
            };
        }

        return count;
    }
}
