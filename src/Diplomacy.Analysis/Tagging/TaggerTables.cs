using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>What of a tagger's weights is read without a vocabulary, so that it can be read beside other things; and the file with the rest.</summary>
internal sealed record TaggerTables(WeightFile File, NarrowTable Scores, WordUses Uses)
{
    /// <summary>Reads the tables.</summary>
    /// <exception cref="WeightFileException">The weights are damaged or of another version.</exception>
    public static TaggerTables Read(WeightFile file) => new(file, NarrowTable.Read(file, "scores"), WordUses.Read(file));
}
