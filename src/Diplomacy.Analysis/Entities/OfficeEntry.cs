namespace Diplomacy.Analysis.Entities;

/// <summary>One title of <c>offices.tsv</c>, or one made from a portfolio ("foreign minister").</summary>
/// <param name="Name">The office as a record shows it ("Foreign Minister"); empty where the text's words are kept.</param>
/// <param name="Class">What sort of office.</param>
/// <param name="Gender">'m' or 'f' where the word tells, else '\0'.</param>
/// <param name="Country">Code of the one state or organisation that has it, or null.</param>
/// <param name="Former">Whether the word says that it is over ("ex-president").</param>
internal sealed record OfficeEntry(string Name, OfficeClass Class, char Gender, string? Country, bool Former = false);
