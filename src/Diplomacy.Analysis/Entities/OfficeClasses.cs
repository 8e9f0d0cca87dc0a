namespace Diplomacy.Analysis.Entities;

/// <summary>What is true of all offices of a class.</summary>
internal static class OfficeClasses
{
    /// <summary>
    /// Whether who holds such an office acts for a state where nothing else is said: ministers, members of parliament, judges,
    /// the police, the army; not mayors, managers, professors, and no ambassador, who stands for another state than the paper's.
    /// </summary>
    public static bool ActsForState(this OfficeClass officeClass) => officeClass is OfficeClass.Head or OfficeClass.Government or OfficeClass.Deputy or OfficeClass.Foreign or OfficeClass.Defence
        or OfficeClass.Finance or OfficeClass.Interior or OfficeClass.Trade or OfficeClass.Ministry or OfficeClass.Legislator or OfficeClass.Opposition or OfficeClass.Monarch or OfficeClass.Royal
        or OfficeClass.Military or OfficeClass.Police or OfficeClass.Intelligence or OfficeClass.Court or OfficeClass.Bank;
}
