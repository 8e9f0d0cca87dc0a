namespace Diplomacy.Analysis.Entities;

/// <summary>One field of government: "foreign" with its ministry.</summary>
/// <param name="Key">Key of the portfolio ("foreign").</param>
/// <param name="Ministry">Name of the ministry without its state ("Ministry of Foreign Affairs").</param>
/// <param name="Class">Class of its minister.</param>
internal sealed record PortfolioEntry(string Key, string Ministry, OfficeClass Class);
