namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>Keeps what the claim stage knew of each draft, for training: while a log is set, no model corrects anything.</summary>
internal sealed class DraftLog
{
    /// <summary>The drafts of the document, in the order they were judged.</summary>
    public List<DraftRow> Rows { get; } = [];

    /// <summary>Keeps a draft.</summary>
    public void Add(TextSpan[] content, uint[] features, ActFamily family, DraftHints hints) =>
        Rows.Add(new DraftRow(content, features, family, hints));
}

/// <summary>A draft as training sees it.</summary>
/// <param name="Content">Where its content stands.</param>
/// <param name="Features">What the model of acts is given.</param>
/// <param name="Family">What the rules say.</param>
/// <param name="Hints">What the model of stance is given beside.</param>
internal sealed record DraftRow(TextSpan[] Content, uint[] Features, ActFamily Family, DraftHints Hints);
