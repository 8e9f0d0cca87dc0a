namespace Diplomacy.Analysis.Entities;

/// <summary>One term of office. Dates are day numbers of <see cref="DateOnly"/>.</summary>
/// <param name="Country">Code of the state or organisation.</param>
/// <param name="Class">What sort of office.</param>
/// <param name="Office">Name of the office.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; <see cref="int.MaxValue"/> where the person still held it when the list was made.</param>
/// <param name="EndKnown">False where the list does not know the end; such a term never answers who held an office on a day.</param>
internal sealed record HolderTerm(string Country, OfficeClass Class, string Office, int Start, int End, bool EndKnown);
