namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>Groups of features that can be left out, to see what each is worth. Words themselves always count.</summary>
[Flags]
internal enum FeatureGroups
{
    Words = 0,
    Shape = 1,
    Affixes = 2,
    Clusters = 4,
    Kinds = 8,
    Runs = 16,
    Memory = 32,
    All = 63,
}
