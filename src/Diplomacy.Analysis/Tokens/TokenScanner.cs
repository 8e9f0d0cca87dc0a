using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Tokens;

/// <summary>
/// One pass over one text. Each step looks at the class of the next character and hands over to the method that knows
/// this sort of token; every such method moves the position forward.
/// </summary>
internal ref partial struct TokenScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<CharClass> _classes;
    private readonly Buffer<Token> _tokens;
    private readonly TokenRules _rules;
    private readonly Vocabulary _vocabulary;
    private TokenTraits _gap;
    private int _at;
    private int _nextAtSign;
    private int _noDomainBefore;
    private bool _openSingle;

    public TokenScanner(string text, Buffer<Token> tokens, TokenRules rules)
    {
        _text = text;
        _classes = CharClasses.All;
        _tokens = tokens;
        _rules = rules;
        _vocabulary = rules.Vocabulary;
        _gap = TokenTraits.SpaceBefore;
        _nextAtSign = text.IndexOf('@', StringComparison.Ordinal);
    }

    public void Run()
    {
        ReadOnlySpan<char> text = _text;
        while (_at < text.Length)
        {
            char c = text[_at];
            CharClass kind = _classes[c];
            if ((kind & CharClass.AnyLetter) != 0)
            {
                Word(_at);
            }
            else if (c == ' ')
            {
                _gap |= TokenTraits.SpaceBefore;
                _at++;
            }
            else if ((kind & CharClass.Space) != 0)
            {
                Blank();
            }
            else if ((kind & CharClass.Digit) != 0)
            {
                Number(_at);
            }
            else if ((kind & CharClass.Quote) != 0)
            {
                Quote(c);
            }
            else if ((kind & (CharClass.Punctuation | CharClass.Symbol)) != 0)
            {
                Mark(c, kind);
            }
            else if ((kind & CharClass.Surrogate) != 0)
            {
                Surrogate();
            }
            else if ((kind & CharClass.OtherNumber) != 0)
            {
                Emit(_at, _at + 1, TokenKind.Number, TokenTraits.HasDigit);
            }
            else if ((kind & CharClass.Mark) != 0)
            {
                // A mark without a letter before it stands with what follows, as a word of its own.
                Word(_at);
            }
            else
            {
                Controls();
            }
        }
    }

    private readonly char Peek(int index) => (uint)index < (uint)_text.Length ? _text[index] : '\0';

    private readonly bool IsAt(int index, CharClass mask) => (uint)index < (uint)_text.Length && (_classes[_text[index]] & mask) != 0;

    private readonly bool IsWordAt(int index) => IsAt(index, CharClass.Word);

    /// <summary>Whether white space or the text's end stands at <paramref name="index"/>.</summary>
    private readonly bool IsGapAt(int index) => (uint)index >= (uint)_text.Length || (_classes[_text[index]] & CharClass.Space) != 0;

    /// <summary>
    /// White space with a line break or an unusual blank in it. Two breaks with nothing but blanks between them, or a
    /// paragraph separator, end a paragraph.
    /// </summary>
    private void Blank()
    {
        int breaks = 0;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            CharClass kind = _classes[c];
            if ((kind & CharClass.Space) == 0)
            {
                break;
            }

            if ((kind & CharClass.LineEnd) != 0)
            {
                breaks += c is '\u2029' or '\f' ? 2 : 1;
                if (c == '\r' && Peek(_at + 1) == '\n')
                {
                    _at++;
                }
            }

            _at++;
        }

        _gap |= TokenTraits.SpaceBefore;
        if (breaks > 0)
        {
            _gap |= breaks > 1 ? TokenTraits.LineBreakBefore | TokenTraits.ParagraphBreakBefore : TokenTraits.LineBreakBefore;
            if (breaks > 1)
            {
                _openSingle = false;
            }
        }
    }

    /// <summary>Controls, private use and unassigned characters: a run of them is one token.</summary>
    private void Controls()
    {
        int end = _at + 1;
        while (end < _text.Length && _classes[_text[end]] == CharClass.None)
        {
            end++;
        }

        Emit(_at, end, TokenKind.Other, TokenTraits.None);
    }

    /// <summary>Characters above the basic plane: letters make words, all else (emoji) stands alone with its modifiers.</summary>
    private void Surrogate()
    {
        if (!char.IsHighSurrogate(_text[_at]) || !char.IsLowSurrogate(Peek(_at + 1)))
        {
            Emit(_at, _at + 1, TokenKind.Other, TokenTraits.None);
            return;
        }

        CharClass kind = CharClasses.OfPair(_text[_at], _text[_at + 1]);
        if ((kind & CharClass.Word) != 0)
        {
            Word(_at);
            return;
        }

        int end = _at + 2;
        while (end < _text.Length)
        {
            if (_text[end] is '\u200D' or '\uFE0F' or '\uFE0E')
            {
                end++;
            }
            else if (_text[end] == '\uD83C' && Peek(end + 1) is >= '\uDFFB' and <= '\uDFFF')
            {
                end += 2;
            }
            else if (_text[end - 1] == '\u200D' && char.IsHighSurrogate(_text[end]) && char.IsLowSurrogate(Peek(end + 1)))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        Emit(_at, end, kind == CharClass.None ? TokenKind.Other : TokenKind.Symbol, TokenTraits.None);
    }

    /// <summary>Adds the token and moves behind it.</summary>
    private void Emit(int start, int end, TokenKind kind, TokenTraits traits) => Emit(start, end, kind, traits, _text[start..end]);

    // form: the word as the vocabulary writes it, where the text writes it otherwise.
    private void Emit(int start, int end, TokenKind kind, TokenTraits traits, scoped ReadOnlySpan<char> form)
    {
        uint hash = StableHash.Begin;
        uint lowerHash = StableHash.Begin;
        CharClass any = CharClass.None;
        int letters = 0;
        int capitals = 0;
        CharClass first = CharClass.None;
        foreach (char c in form)
        {
            CharClass charKind = _classes[c];
            any |= charKind;
            hash = StableHash.Append(hash, c);
            if ((charKind & CharClass.AnyLetter) != 0)
            {
                if (letters++ == 0)
                {
                    first = charKind;
                }

                if ((charKind & CharClass.Upper) != 0)
                {
                    capitals++;
                    lowerHash = StableHash.Append(lowerHash, c < 128 ? (char)(c | 0x20) : char.ToLowerInvariant(c));
                    continue;
                }
            }

            lowerHash = StableHash.Append(lowerHash, c);
        }

        if ((first & CharClass.Upper) != 0)
        {
            traits |= TokenTraits.InitialCapital;
            if (capitals == letters && letters > 1)
            {
                traits |= TokenTraits.AllCapitals;
            }
        }

        if ((any & CharClass.Digit) != 0)
        {
            traits |= TokenTraits.HasDigit;
        }

        if ((any & CharClass.Hyphen) != 0 && form.Length > 2)
        {
            traits |= TokenTraits.HasHyphen;
        }

        if ((any & CharClass.NonLatin) != 0)
        {
            traits |= TokenTraits.NonLatin;
        }

        if (kind == TokenKind.Word && form[^1] == '.')
        {
            traits |= TokenTraits.EndsWithPeriod;
        }

        hash = StableHash.Mix(hash);
        int lexeme = _vocabulary.Find(form, hash, out int lower);
        if (lexeme == 0 && capitals > 0)
        {
            lower = _vocabulary.FindLower(form, StableHash.Mix(lowerHash));
        }

        int split = kind == TokenKind.Word && lower != 0 ? _rules.SplitOf(lower) : 0;
        if (split > 0 && split < form.Length)
        {
            Emit(start, start + split, TokenKind.Word, TokenTraits.None);
            Emit(start + split, end, TokenKind.Word, TokenTraits.Clitic);
            return;
        }

        _tokens.Add(new Token
        {
            Start = start,
            Length = end - start,
            Hash = hash,
            Lexeme = lexeme,
            Lower = lower,
            Kind = kind,
            Traits = traits | _gap,
        });
        _gap = TokenTraits.None;
        _at = end;
    }

    /// <summary>The lexeme id of a stretch that is not a token yet.</summary>
    private readonly int Find(int start, int end) => _vocabulary.Find(_text[start..end]);

    private readonly int FindLower(int start, int end) => _vocabulary.FindLower(_text[start..end]);
}
