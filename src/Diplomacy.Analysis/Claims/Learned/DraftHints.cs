namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>What the stance of a draft hangs on beside its words; joined with the family, which is settled before.</summary>
/// <param name="Rules">The family the rules gave.</param>
/// <param name="RuleStance">The stance the rules gave for that family.</param>
/// <param name="Lean">Sum of the leanings of the content's words.</param>
/// <param name="ActionLean">Leaning of the action asked for.</param>
/// <param name="Phrase">Stance of the phrase that decided.</param>
/// <param name="Subject">Whose deed it is.</param>
/// <param name="Own">Whether it is one of the speaker's own side.</param>
/// <param name="Negated">Whether the content is negated.</param>
/// <param name="Foreign">Whether another state is named.</param>
internal readonly record struct DraftHints(ActFamily Rules, int RuleStance, int Lean, int ActionLean, int Phrase, SubjectKind Subject, bool Own, bool Negated, bool Foreign);
