using System.Runtime.CompilerServices;

namespace Diplomacy.Analysis.Tagging;

/// <summary>Counts the capitals of a sentence, word by word, and gives its <see cref="SentenceCase"/>.</summary>
internal struct CaseCounter
{
    private int _words, _upper, _long, _capital, _anyCapital;

    /// <summary>Counts a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<char> form)
    {
        if (form.IsEmpty || !char.IsLetter(form[0]))
        {
            return;
        }

        _words++;
        bool capital = char.IsUpper(form[0]);
        _anyCapital += capital ? 1 : 0;
        _upper += capital && (form.Length == 1 || char.IsUpper(form[^1])) ? 1 : 0;
        if (form.Length > 3)
        {
            _long++;
            _capital += capital ? 1 : 0;
        }
    }

    /// <summary>What the words counted so far say.</summary>
    public readonly SentenceCase Case =>
        _words == 0 ? SentenceCase.Mixed :
        _anyCapital == 0 ? SentenceCase.Lower :
        _upper > 2 && _upper * 10 >= _words * 8 ? SentenceCase.Upper :
        _long > 2 && _capital * 10 >= _long * 8 ? SentenceCase.Title :
        SentenceCase.Mixed;
}
