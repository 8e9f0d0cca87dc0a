using System.Text;
using System.Text.Json;

namespace Diplomacy.Analysis.Batch.Running;

/// <summary>How far a run has come: what of its results is safely on the disk.</summary>
internal sealed record CheckpointState
{
    private const int Version = 1;

    /// <summary>What was run on what; a run goes on only where this is the same.</summary>
    public required string Identity { get; init; }

    /// <summary>Whether all records are written and only the files' names are left to change.</summary>
    public bool Complete { get; init; }

    public long Records { get; init; }

    public long Documents { get; init; }

    public long Claims { get; init; }

    public long Rejects { get; init; }

    public long Duplicates { get; init; }

    public long TextBytes { get; init; }

    /// <summary>Bytes kept of each output, in the order of the sinks.</summary>
    public long[] Lengths { get; init; } = [];

    /// <summary>Bytes kept of the rejects; -1 where there were none.</summary>
    public long RejectsLength { get; init; } = -1;

    public IReadOnlyDictionary<string, long> Reasons { get; init; } = new Dictionary<string, long>();

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("identity", Identity);
            json.WriteBoolean("complete", Complete);
            json.WriteNumber("records", Records);
            json.WriteNumber("documents", Documents);
            json.WriteNumber("claims", Claims);
            json.WriteNumber("rejects", Rejects);
            json.WriteNumber("duplicates", Duplicates);
            json.WriteNumber("text_bytes", TextBytes);
            json.WriteStartArray("lengths");
            foreach (long length in Lengths)
            {
                json.WriteNumberValue(length);
            }

            json.WriteEndArray();
            json.WriteNumber("rejects_length", RejectsLength);
            json.WriteStartObject("reasons");
            foreach ((string reason, long count) in Reasons)
            {
                json.WriteNumber(reason, count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The file holds no checkpoint of this version.</exception>
    public static CheckpointState Parse(byte[] utf8, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(utf8));
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
            {
                throw new InvalidDataException($"'{path}' was made by another version of the tool; start the run again without --resume.");
            }

            return new CheckpointState
            {
                Identity = root.GetProperty("identity").GetString()!,
                Complete = root.GetProperty("complete").GetBoolean(),
                Records = root.GetProperty("records").GetInt64(),
                Documents = root.GetProperty("documents").GetInt64(),
                Claims = root.GetProperty("claims").GetInt64(),
                Rejects = root.GetProperty("rejects").GetInt64(),
                Duplicates = root.GetProperty("duplicates").GetInt64(),
                TextBytes = root.GetProperty("text_bytes").GetInt64(),
                Lengths = [.. root.GetProperty("lengths").EnumerateArray().Select(e => e.GetInt64())],
                RejectsLength = root.GetProperty("rejects_length").GetInt64(),
                Reasons = root.GetProperty("reasons").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64(), StringComparer.Ordinal),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"'{path}' is no checkpoint; start the run again without --resume.", error);
        }
    }
}
