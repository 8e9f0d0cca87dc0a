using Diplomacy.Analysis.Batch.Reading;
using Diplomacy.Analysis.Batch.Writing;

namespace Diplomacy.Analysis.Cli;

/// <summary>Puts rejects into their file, or the first few of them on the terminal where there is none.</summary>
internal sealed class RejectReporter(RejectFile? file, TextWriter error)
{
    private const int Shown = 10;

    private int _count;

    public void Report(InputRecord record)
    {
        if (file is not null)
        {
            file.Write(record);
        }
        else if (++_count <= Shown)
        {
            error.WriteLine($"{record.Position.File}:{record.Position.Line}: {record.Reason}");
        }
        else if (_count == Shown + 1)
        {
            error.WriteLine("... (with -o, all rejects go to a file)");
        }
    }
}
