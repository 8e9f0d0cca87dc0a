using System.Globalization;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>The copies of each document as CSV: where else the same article stands.</summary>
internal sealed class MentionsFormat(bool formulaSafe) : IResultFormat
{
    public void Start(Utf8Buffer buffer) => buffer.Append("\uFEFFduplicate_of,doc_id,title,source,url,published_at,file,row,line,byte\n"u8);

    public void Write(AnalyzedDocument document, InputRecord record, Utf8Buffer buffer)
    {
    }

    public void WriteMention(InputRecord record, Utf8Buffer buffer)
    {
        Article article = record.Article!;
        Cell(buffer, record.DuplicateOf, ',');
        Cell(buffer, article.Id, ',');
        Cell(buffer, article.Title, ',');
        Cell(buffer, article.Source, ',');
        Cell(buffer, article.Url, ',');
        Cell(buffer, article.PublishedAt?.ToString("O", CultureInfo.InvariantCulture), ',');
        Cell(buffer, record.Position.File, ',');
        buffer.Append(record.Position.Row);
        buffer.Append((byte)',');
        buffer.Append(record.Position.Line);
        buffer.Append((byte)',');
        buffer.Append(record.Position.Byte);
        buffer.Append((byte)'\n');
    }

    private void Cell(Utf8Buffer buffer, string? value, char end)
    {
        CsvCell.Append(buffer, value ?? "", formulaSafe);
        buffer.Append((byte)end);
    }
}
