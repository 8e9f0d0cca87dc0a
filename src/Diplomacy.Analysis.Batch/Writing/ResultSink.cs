using Diplomacy.Analysis.Batch.Offsets;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>
/// Takes the results of a run. The costly part, turning a document into bytes, is done by the runner's threads; what must
/// be in order is done by one thread, in the order of the input.
/// </summary>
public abstract class ResultSink : IDisposable
{
    /// <summary>Claims as CSV, one row each. A path ending nowhere special; the file appears when the run is over.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="offsets">What the spans count.</param>
    /// <param name="formulaSafe">
    /// Whether cells that a spreadsheet would run as a formula get an apostrophe in front. Leave it on where anybody may
    /// open the file in a spreadsheet: the texts come from the web.
    /// </param>
    /// <param name="byteOrderMark">
    /// Whether the file begins with the UTF-8 mark. Excel takes a CSV without it for the machine's old code page and
    /// spoils every curly quotation mark and every accent; pandas and readr read past it.
    /// </param>
    public static ResultSink Csv(string path, OffsetUnit offsets = OffsetUnit.Utf16, bool formulaSafe = true, bool byteOrderMark = true) =>
        new FormatSink(new CsvFormat(offsets, formulaSafe, byteOrderMark), path);

    /// <summary>Claims as CSV into a stream that stays open.</summary>
    /// <inheritdoc cref="Csv(string, OffsetUnit, bool, bool)"/>
    public static ResultSink Csv(Stream stream, OffsetUnit offsets = OffsetUnit.Utf16, bool formulaSafe = true, bool byteOrderMark = false) =>
        new FormatSink(new CsvFormat(offsets, formulaSafe, byteOrderMark), stream);

    /// <summary>Claims as JSON Lines, one object each. The file appears when the run is over.</summary>
    public static ResultSink JsonLines(string path, OffsetUnit offsets = OffsetUnit.Utf16) =>
        new FormatSink(new JsonLinesFormat(offsets), path);

    /// <summary>Claims as JSON Lines into a stream that stays open.</summary>
    public static ResultSink JsonLines(Stream stream, OffsetUnit offsets = OffsetUnit.Utf16) =>
        new FormatSink(new JsonLinesFormat(offsets), stream);

    /// <summary>
    /// Claims as Apache Parquet, columns named like those of the CSV; lists are lists, spans and evidence lists of structures. While the run goes on
    /// the rows are kept beside the file; it is made of them at the end, for Parquet cannot be continued after a break.
    /// </summary>
    public static ResultSink Parquet(string path, OffsetUnit offsets = OffsetUnit.Utf16) =>
        new FormatSink(new CsvFormat(offsets, formulaSafe: false, byteOrderMark: false), path, ParquetClaims.Convert);

    /// <summary>
    /// The copies of documents as CSV, one row each, with the id of the document whose claims are theirs too. Rows come
    /// only where <see cref="Running.BatchOptions.Duplicates"/> merges them.
    /// </summary>
    public static ResultSink Mentions(string path, bool formulaSafe = true) => new FormatSink(new MentionsFormat(formulaSafe), path);

    /// <summary>Hands the claims of each document that has any to <paramref name="take"/>, in input order, on one thread.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="take"/> is null.</exception>
    public static ResultSink To(Action<IReadOnlyList<Claim>> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        return new CallbackSink(take);
    }

    internal static ResultSink Annotations(string path, OffsetUnit offsets) =>
        new FormatSink(new AnnotationFormat(offsets), path);

    internal static ResultSink Annotations(Stream stream, OffsetUnit offsets) =>
        new FormatSink(new AnnotationFormat(offsets), stream);

    /// <summary>Whether <see cref="Take"/> is to be called; then the claims are kept until their turn.</summary>
    internal virtual bool WantsClaims => false;

    /// <summary>Ordered, first of all.</summary>
    internal virtual void Start()
    {
    }

    /// <summary>Ordered, in the place of <see cref="Start"/>: goes on behind what an earlier run brought to the disk.</summary>
    /// <param name="length">What <see cref="Flush"/> gave when the checkpoint was made.</param>
    internal virtual void Continue(long length)
    {
    }

    /// <summary>Whether an earlier run has already given the whole result its own name.</summary>
    internal virtual bool IsFinished => true;

    /// <summary>Whether what is not complete is left on the disk for a run that continues it.</summary>
    internal virtual bool KeepUnfinished
    {
        set { }
    }

    /// <summary>Ordered: brings everything to the disk and tells how much there is.</summary>
    internal virtual long Flush() => 0;

    /// <summary>On any thread: appends what the document gives.</summary>
    internal virtual void Format(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer)
    {
    }

    /// <summary>On any thread: appends what a copy of an earlier document gives.</summary>
    internal virtual void FormatMention(InputRecord record, Utf8Buffer buffer)
    {
    }

    /// <summary>Ordered: what <see cref="Format"/> appended for some documents.</summary>
    internal virtual void Write(ReadOnlySpan<byte> bytes)
    {
    }

    /// <summary>Ordered: the claims of one document.</summary>
    internal virtual void Take(IReadOnlyList<Claim> claims)
    {
    }

    /// <summary>Ordered, last of all: the result is whole.</summary>
    internal virtual void Complete()
    {
    }

    /// <summary>Drops what is not complete.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Drops what is not complete.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
