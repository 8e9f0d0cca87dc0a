namespace Diplomacy.Analysis.Regions;

/// <summary>Parts of an article. Everything but <see cref="Body"/> is kept in the text and kept out of claims.</summary>
public enum RegionKind : byte
{
    /// <summary>The text proper.</summary>
    Body,

    /// <summary>A headline, also where the export repeats it at the head of the body.</summary>
    Headline,

    /// <summary>Place and date before the first sentence (<c>VIENNA, 3 May (Reuters) -</c>).</summary>
    Dateline,

    /// <summary>The author's line.</summary>
    Byline,

    /// <summary>A line that only holds a date or a time.</summary>
    PublicationDate,

    /// <summary>Counters, page numbers, rules and other remains of the page.</summary>
    Counter,

    /// <summary>Site navigation, archive banners, cookie notes, "Read more", share buttons.</summary>
    Boilerplate,

    /// <summary>The name at the head of a turn in a transcript (<c>SECRETARY POWELL:</c>, <c>Q:</c>).</summary>
    TurnLabel,

    /// <summary>A turn of a transcript that belongs to a journalist or a moderator.</summary>
    Question,
}
