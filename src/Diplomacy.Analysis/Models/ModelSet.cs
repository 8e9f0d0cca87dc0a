namespace Diplomacy.Analysis.Models;

/// <summary>
/// Where stages find their weights: a stream that the user gave for this name, or the file embedded in the assembly. Opened
/// when a layer asks, so a layer that is not used costs nothing.
/// </summary>
internal sealed class ModelSet
{
    private readonly Dictionary<string, Func<Stream>> _replaced = new(StringComparer.Ordinal);

    /// <summary>Puts a file of the user's in the place of the embedded one.</summary>
    public void Replace(string name, Func<Stream> open) => _replaced[name] = open;

    /// <summary>Whether there are weights of this name.</summary>
    public bool Has(string name) => _replaced.ContainsKey(name) || typeof(ModelSet).Assembly.GetManifestResourceInfo(ResourceName(name)) is not null;

    /// <summary>Whether the weights of this name are the user's.</summary>
    public bool IsReplaced(string name) => _replaced.ContainsKey(name);

    /// <summary>The weights of this name (<c>tagger</c>, <c>parser</c>, ...), or null where there are none.</summary>
    /// <exception cref="WeightFileException">The file is damaged or of another version.</exception>
    public WeightFile? Open(string name)
    {
        using Stream? stream = _replaced.TryGetValue(name, out Func<Stream>? open) ? open() : typeof(ModelSet).Assembly.GetManifestResourceStream(ResourceName(name));
        return stream is null ? null : WeightFile.Open(stream);
    }

    private static string ResourceName(string name) => $"models/{name}.weights";
}
