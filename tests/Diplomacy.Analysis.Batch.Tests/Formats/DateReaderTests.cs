using System.Globalization;
using CsCheck;
using Diplomacy.Analysis.Batch.Formats;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests;

public class DateReaderTests
{
    [Theory]
    [InlineData("2021-02-22")]
    [InlineData("2021-2-22")]
    [InlineData("2021/02/22")]
    [InlineData("20210222")]
    [InlineData("20210222101500")]
    [InlineData("20210222T101500Z")]
    [InlineData("2021-02-22T17:15:00+08:00")]
    [InlineData("2021-02-22 17:15")]
    [InlineData("February 22, 2021")]
    [InlineData("Feb. 22, 2021")]
    [InlineData("FEBRUARY 22 2021")]
    [InlineData("22 February 2021")]
    [InlineData("22nd of February 2021")]
    [InlineData("the 22nd February, 2021")]
    [InlineData("Monday, February 22, 2021")]
    [InlineData("17:15, Monday, 22 February, 2021")]
    [InlineData("Mon, 22 Feb 2021 10:15:00 GMT")]
    [InlineData("22-Feb-21")]
    [InlineData("22.2.2021")]
    [InlineData("22.02.21")]
    [InlineData("22/02/2021")]
    [InlineData("02/22/2021")]
    [InlineData("  2/22/21  ")]
    [InlineData("1613952000")]
    [InlineData("1613952000000")]
    public void Day_IsRead(string text) => Assert.Equal(new DateOnly(2021, 2, 22), DateReader.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("2021")]
    [InlineData("February 2021")]
    [InlineData("2021-02")]
    [InlineData("2021-02-30")]
    [InlineData("31/31/2021")]
    [InlineData("yesterday")]
    [InlineData("[no date]")]
    [InlineData("99999999")]
    [InlineData("٢٢ فبراير ٢٠٢١")]
    public void WhatGivesNoDay_IsNull(string text) => Assert.Null(DateReader.Read(text));

    [Theory]
    [InlineData("07-08-2002", DateOrder.Auto, 8, 7)]
    [InlineData("07/08/2002", DateOrder.Auto, 7, 8)]
    [InlineData("07/08/2002", DateOrder.DayMonthYear, 8, 7)]
    [InlineData("07-08-2002", DateOrder.MonthDayYear, 7, 8)]
    [InlineData("13-08-2002", DateOrder.MonthDayYear, 8, 13)]
    public void Order_DecidesAmbiguousDates(string text, DateOrder order, int month, int day) =>
        Assert.Equal(new DateOnly(2002, month, day), DateReader.Read(text, order));

    [Theory]
    [InlineData("13/08/2002", DateOrder.DayMonthYear)]
    [InlineData("08/13/2002", DateOrder.MonthDayYear)]
    [InlineData("08/12/2002", DateOrder.Auto)]
    [InlineData("2002-08-13", DateOrder.Auto)]
    public void Evidence_NeedsANumberAboveTwelve(string text, DateOrder expected) => Assert.Equal(expected, DateReader.Evidence(text));

    [Fact]
    public void AnyText_GivesAResult() => Gen.String.Sample(text => { DateReader.Read(text); });

    [Fact]
    public void Culture_DoesNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Assert.Equal(new DateOnly(2021, 4, 3), DateReader.Read("APRIL 3, 2021"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
