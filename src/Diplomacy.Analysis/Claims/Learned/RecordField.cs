namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>The parts of a record that have a confidence of their own; the numbers are the models' order in the weight file.</summary>
internal enum RecordField : byte
{
    /// <summary>The family.</summary>
    Act,

    /// <summary>Name and country of the speaker.</summary>
    Speaker,

    /// <summary>Those addressed.</summary>
    Addressee,

    /// <summary>Sign of the stance.</summary>
    Stance,
}
