namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Walks the records of one file; an error of reading becomes a last record that says so, for one broken file must not end a run over thousands.</summary>
internal sealed class GuardedRecords(Func<IEnumerable<InputRecord>> open, string file) : IDisposable
{
    private IEnumerator<InputRecord>? _records;
    private long _row;
    private bool _broken;

    public bool TryNext(out InputRecord? record)
    {
        record = null;
        if (_broken)
        {
            return false;
        }

        try
        {
            _records ??= open().GetEnumerator();
            if (!_records.MoveNext())
            {
                return false;
            }

            record = _records.Current;
            _row = record.Position.Row;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or InputFormatException or ZstdSharp.ZstdException or System.Xml.XmlException)
        {
            _broken = true;
            string reason = error is InputFormatException ? error.Message : $"file cannot be read {(_row == 0 ? "" : "to its end")}: {error.Message}";
            record = new InputRecord { Position = new SourcePosition(file, _row + 1, 0, -1), Reason = reason };
        }

        return true;
    }

    public void Dispose() => _records?.Dispose();
}
