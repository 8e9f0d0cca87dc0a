namespace Diplomacy.Analysis.Batch.Formats;

/// <summary>In which order a date of three numbers gives its parts, where the year does not come first.</summary>
public enum DateOrder
{
    /// <summary>
    /// What the other dates of the same column show (a number above 12 is no month); where they show nothing, month first
    /// after a slash and day first after a dash or a point.
    /// </summary>
    Auto,

    /// <summary>Day, month, year.</summary>
    DayMonthYear,

    /// <summary>Month, day, year.</summary>
    MonthDayYear,
}
