namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>The classes of <see cref="NameFacts.Case"/>; part of the trained weights, so never renumbered.</summary>
internal static class NameShape
{
    public const byte Lower = 0;
    public const byte Initial = 1;
    public const byte AllCapitals = 2;
    public const byte MixedCapitals = 3;
    public const byte OneCapital = 4;
    public const byte Digits = 5;
    public const byte DigitsAndMarks = 6;
    public const byte Marks = 7;
    public const byte CapitalAndMark = 8;
    public const byte LowerAndDigits = 9;
    public const byte CapitalsAndDigits = 10;
    public const byte AllCapitalsAndMarks = 11;

    /// <summary>Stands for what is before the first and behind the last word of a sentence.</summary>
    public const byte Edge = 15;

    /// <summary>The class of a form that has so many capitals, other letters, digits and other characters.</summary>
    public static byte Of(int capitals, int letters, int digits, int marks, bool startsWithCapital)
    {
        if (capitals == 0)
        {
            return letters > 0 ? (digits > 0 ? LowerAndDigits : Lower) : digits == 0 ? Marks : marks > 0 ? DigitsAndMarks : Digits;
        }

        if (digits > 0)
        {
            return CapitalsAndDigits;
        }

        return letters == 0
            ? capitals == 1 ? (marks > 0 ? CapitalAndMark : OneCapital) : marks > 0 ? AllCapitalsAndMarks : AllCapitals
            : capitals == 1 && startsWithCapital ? Initial : MixedCapitals;
    }
}
