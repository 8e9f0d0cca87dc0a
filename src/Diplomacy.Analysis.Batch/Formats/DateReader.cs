namespace Diplomacy.Analysis.Batch.Formats;

/// <summary>
/// Reads the dates of exports, whatever the culture of the process: 2021-02-22, 20210222, 2021-02-22T17:15:00Z,
/// February 22, 2021, Monday, 22 Feb. 2021 17:15, 22/02/2021, 22.2.21. A year or a month alone is no day and gives null:
/// a made-up day would decide which office holder a title means.
/// </summary>
public static class DateReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The day that <paramref name="text"/> gives, or null where it gives none.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> text, DateOrder order = DateOrder.Auto)
    {
        // The longest real form seen has 45 characters; the bound keeps a body in the wrong column cheap.
        text = text.Trim();
        if (text.Length > 64)
        {
            return null;
        }

        Span<(int Start, int Length)> runs = stackalloc (int, int)[64];
        int count = Split(text, runs);
        int month = -1;
        int monthRun = -1;
        for (int i = 0; i < count && month < 0; i++)
        {
            ReadOnlySpan<char> run = text.Slice(runs[i].Start, runs[i].Length);
            if (!char.IsAsciiDigit(run[0]))
            {
                month = MonthOf(run);
                monthRun = i;
            }
        }

        return month > 0 ? WithMonthName(text, runs[..count], month, monthRun) : Numeric(text, runs[..count], order);
    }

    /// <summary>
    /// What the numbers of <paramref name="text"/> show about their order; <see cref="DateOrder.Auto"/> where they show nothing.
    /// </summary>
    internal static DateOrder Evidence(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        Span<(int Start, int Length)> runs = stackalloc (int, int)[64];
        if (text.Length > 64 || Split(text, runs) < 3 || runs[0].Length > 2 || runs[1].Length > 2)
        {
            return DateOrder.Auto;
        }

        int first = Number(text, runs[0]);
        int second = Number(text, runs[1]);
        return first is > 12 and <= 31 && second is > 0 and <= 12 ? DateOrder.DayMonthYear
            : second is > 12 and <= 31 && first is > 0 and <= 12 ? DateOrder.MonthDayYear
            : DateOrder.Auto;
    }

    private static DateOnly? WithMonthName(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> runs, int month, int monthRun)
    {
        // The day stands next to the month on either side ("22 February 2021", "February 22nd, 2021"); the year is the
        // four-digit number closest behind it, so that the clock time in "17:15, Monday, 22 February, 2021" is none.
        int day = -1;
        int dayRun = -1;
        int behind = monthRun - 1;
        while (behind > 0 && IsOrdinalSuffix(text, runs[behind]))
        {
            behind--;
        }

        if (behind >= 0 && Day(text, runs[behind]) is var before and > 0)
        {
            (day, dayRun) = (before, behind);
        }
        else if (monthRun + 1 < runs.Length && Day(text, runs[monthRun + 1]) is var after and > 0)
        {
            (day, dayRun) = (after, monthRun + 1);
        }

        if (day < 0)
        {
            return null;
        }

        for (int i = 0; i < runs.Length; i++)
        {
            if (i != dayRun && runs[i].Length == 4 && Number(text, runs[i]) is var year and >= 1000)
            {
                return Make(year, month, day);
            }
        }

        // "22-Feb-21"
        int last = Math.Max(dayRun, monthRun) + 1;
        return last < runs.Length && runs[last].Length == 2 && Number(text, runs[last]) is var shortYear and >= 0
            ? Make(Century(shortYear), month, day)
            : null;
    }

    private static DateOnly? Numeric(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> runs, DateOrder order)
    {
        if (runs.Length == 0 || !char.IsAsciiDigit(text[runs[0].Start]))
        {
            // "Updated: 2021-02-22": a word before is passed over.
            return runs.Length > 3 ? Numeric(text, runs[1..], order) : null;
        }

        ReadOnlySpan<char> first = text.Slice(runs[0].Start, runs[0].Length);
        if (first.Length is 8 or 14)
        {
            return Make(Number(first[..4]), Number(first[4..6]), Number(first[6..8]));
        }

        if (runs.Length == 1 && first.Length is 10 or 13 && long.TryParse(first, out long epoch))
        {
            return DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(first.Length == 13 ? epoch / 1000 : epoch));
        }

        if (runs.Length < 3)
        {
            return null;
        }

        int a = Number(text, runs[0]);
        int b = Number(text, runs[1]);
        int c = Number(text, runs[2]);
        if (b < 0 || c < 0)
        {
            return null;
        }

        if (runs[0].Length == 4)
        {
            return Make(a, b, c);
        }

        if (runs[0].Length > 2 || runs[1].Length > 2 || runs[2].Length is not (2 or 4))
        {
            return null;
        }

        int year = runs[2].Length == 2 ? Century(c) : c;
        bool monthFirst = order == DateOrder.MonthDayYear || order == DateOrder.Auto && text[runs[0].Start + runs[0].Length] == '/';
        // A number above 12 settles the matter against any order.
        return monthFirst ? Make(year, a, b) ?? Make(year, b, a) : Make(year, b, a) ?? Make(year, a, b);
    }

    /// <summary>Cuts into runs of digits and runs of letters; everything else separates.</summary>
    private static int Split(ReadOnlySpan<char> text, Span<(int Start, int Length)> runs)
    {
        int count = 0;
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            bool digit = char.IsAsciiDigit(text[i]);
            while (i < text.Length && (digit ? char.IsAsciiDigit(text[i]) : char.IsLetter(text[i])))
            {
                i++;
            }

            if (i > start)
            {
                runs[count++] = (start, i - start);
            }
            else
            {
                i++;
            }
        }

        return count;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < Months.Length; i++)
        {
            if (word.Length >= 3 && word.Length <= Months[i].Length && Months[i].AsSpan(0, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return word.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9 : -1;
    }

    private static bool IsOrdinalSuffix(ReadOnlySpan<char> text, (int Start, int Length) run)
    {
        ReadOnlySpan<char> word = text.Slice(run.Start, run.Length);
        return word.Equals("st", StringComparison.OrdinalIgnoreCase) || word.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || word.Equals("rd", StringComparison.OrdinalIgnoreCase) || word.Equals("th", StringComparison.OrdinalIgnoreCase)
            || word.Equals("of", StringComparison.OrdinalIgnoreCase);
    }

    private static int Day(ReadOnlySpan<char> text, (int Start, int Length) run) =>
        run.Length <= 2 && Number(text, run) is var number and >= 1 and <= 31 ? number : -1;

    private static int Number(ReadOnlySpan<char> text, (int Start, int Length) run) => Number(text.Slice(run.Start, run.Length));

    private static int Number(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 4 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return -1;
        }

        int number = 0;
        foreach (char c in digits)
        {
            number = (number * 10) + (c - '0');
        }

        return number;
    }

    private static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
