namespace Diplomacy.Analysis.ML.Events;

/// <summary>Groups of features of the model of events, so that each can be weighed by leaving it out.</summary>
[Flags]
internal enum EventGroups
{
    None = 0,

    /// <summary>Words and pairs of words, by where they stand to source and target.</summary>
    Words = 1,

    /// <summary>The governing verb, its objects and the way between source and target.</summary>
    Tree = 2,

    /// <summary>Words that speak of an event.</summary>
    Lexicon = 4,

    /// <summary>Acts and codes of our own claims.</summary>
    Claims = 8,

    /// <summary>CAMEO roots of verbs and the words beside them.</summary>
    Cameo = 16,

    All = Words | Tree | Lexicon | Claims | Cameo,
}
