using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>How the record's enumerations are spelled in CSV and JSONL. Tables, because <c>ToString</c> allocates for each value.</summary>
internal static class RecordNames
{
    private static readonly string[] Acts = Enum.GetNames<ActFamily>();
    private static readonly string[] Forms = Lower(Enum.GetNames<SpeechForm>());
    private static readonly string[] Kinds = Lower(Enum.GetNames<SpeakerKind>());
    private static readonly string[] Resolutions = Lower(Enum.GetNames<SpeakerResolution>());

    public static string Of(ActFamily act) => Acts[(int)act];

    public static string Of(SpeechForm form) => Forms[(int)form];

    public static string Of(SpeakerKind kind) => Kinds[(int)kind];

    public static string Of(SpeakerResolution resolution) => Resolutions[(int)resolution];

    /// <summary>The types of the treebanks' NER column.</summary>
    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organization => "ORG",
        EntityType.Location => "LOC",
        EntityType.Group => "NORP",
        EntityType.Miscellaneous => "MISC",
        _ => "O",
    };

    public static T Parse<T>(ReadOnlySpan<char> name)
        where T : struct, Enum => Enum.TryParse(name, ignoreCase: true, out T value) ? value : default;

    private static string[] Lower(string[] names) => Array.ConvertAll(names, n => n.ToLowerInvariant());
}
