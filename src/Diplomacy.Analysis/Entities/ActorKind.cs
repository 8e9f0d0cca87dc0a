namespace Diplomacy.Analysis.Entities;

/// <summary>What the head of an <see cref="ActorPhrase"/> is.</summary>
internal enum ActorKind : byte
{
    /// <summary>An office or calling of a person ("the foreign minister", "a senior official").</summary>
    Office,

    /// <summary>Several people by office or calling ("EU foreign ministers", "two officials").</summary>
    Offices,

    /// <summary>A ministry.</summary>
    Ministry,

    /// <summary>Another body by a common noun ("the Iranian parliament").</summary>
    Body,
}
