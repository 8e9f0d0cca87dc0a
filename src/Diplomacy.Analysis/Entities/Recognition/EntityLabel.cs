namespace Diplomacy.Analysis.Entities.Recognition;

/// <summary>
/// The labels of the recogniser: outside, or one of five types with the token's place in the name (begin, inside, end,
/// single). Four places instead of IOB2's two: last words ("Ministry", "Jr.") then have weights of their own.
/// </summary>
internal static class EntityLabel
{
    public const byte Outside = 0;
    public const byte Begin = 0;
    public const byte Inside = 1;
    public const byte End = 2;
    public const byte Single = 3;

    /// <summary>Number of labels.</summary>
    public const int Count = 21;

    /// <summary>The label of <paramref name="type"/> at <paramref name="place"/>.</summary>
    public static byte Make(EntityType type, int place) => (byte)(1 + (((int)type - 1) * 4) + place);

    /// <summary>Type of a label; <see cref="EntityType.None"/> for outside.</summary>
    public static EntityType TypeOf(byte label) => (EntityType)((label + 3) >> 2);

    /// <summary>Place of a label that is not outside.</summary>
    public static int PlaceOf(byte label) => (label - 1) & 3;

    /// <summary>Whether a name may go on (begin, inside) or must have ended (outside, end, single) after this label.</summary>
    public static bool IsOpen(byte label) => label != Outside && (PlaceOf(label) is Begin or Inside);

    /// <summary>Whether <paramref name="next"/> may stand right behind <paramref name="label"/>.</summary>
    public static bool MayFollow(byte label, byte next)
    {
        bool continues = next != Outside && (PlaceOf(next) is Inside or End);
        if (IsOpen(label))
        {
            return continues && TypeOf(label) == TypeOf(next);
        }

        return !continues;
    }
}
