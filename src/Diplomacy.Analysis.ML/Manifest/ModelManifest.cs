using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diplomacy.Analysis.ML.Manifest;

/// <summary>
/// <c>models/manifest.json</c>: what stands beside each weight file. <c>models/train</c> writes it, a test holds it to the files.
/// </summary>
internal sealed class ModelManifest
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private readonly SortedDictionary<string, ModelEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The entries, by the models' names.</summary>
    public IReadOnlyCollection<ModelEntry> Entries => _entries.Values;

    /// <summary>Reads a manifest; an empty one where the file is missing.</summary>
    /// <exception cref="InvalidDataException">The file is no manifest.</exception>
    public static ModelManifest Read(string path)
    {
        var manifest = new ModelManifest();
        if (File.Exists(path))
        {
            try
            {
                foreach (ModelEntry entry in JsonSerializer.Deserialize<ModelEntry[]>(File.ReadAllText(path), Format) ?? [])
                {
                    manifest._entries[entry.Name] = entry;
                }
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"'{path}' is no manifest of models: {error.Message} Delete it and run models/train.", error);
            }
        }

        return manifest;
    }

    /// <summary>Hash of a file as the manifest has it.</summary>
    public static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>Puts an entry in, size and hash taken from the file.</summary>
    public void Record(ModelEntry entry, string file) =>
        _entries[entry.Name] = entry with { File = Path.GetFileName(file), Size = new FileInfo(file).Length, Sha256 = Sha256(file) };

    /// <summary>Writes the manifest.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(_entries.Values.ToArray(), Format) + "\n");

    /// <summary>What does not agree between manifest and files of a folder; empty where all does.</summary>
    public IEnumerable<string> Faults(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.weights").Order(StringComparer.Ordinal))
        {
            if (!_entries.ContainsKey(Path.GetFileNameWithoutExtension(file)))
            {
                yield return $"'{Path.GetFileName(file)}' is not in the manifest.";
            }
        }

        foreach (ModelEntry entry in _entries.Values)
        {
            string path = Path.Combine(folder, entry.File);
            if (!File.Exists(path))
            {
                yield return $"'{entry.File}' is in the manifest but not in the folder.";
            }
            else if (new FileInfo(path).Length != entry.Size || Sha256(path) != entry.Sha256)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"'{entry.File}' is not the file that the manifest describes ({entry.Size} bytes, {entry.Sha256}).");
            }
        }
    }
}
