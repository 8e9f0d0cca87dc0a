using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diplomacy.Analysis.Batch.Reading;

namespace Diplomacy.Analysis.Batch.Running;

/// <summary>
/// What decides the bytes of a result, as text: the inputs by name, length and a hash of their ends, the options, and the
/// builds of the libraries. Times of files are left out, for a copy on another machine has others.
/// </summary>
public static class RunIdentity
{
    private const int HashedLength = 64 * 1024;

    /// <summary>The identity of a run over <paramref name="inputs"/>; "-" (standard input) is taken on trust.</summary>
    /// <param name="inputs">Files and folders as given to <see cref="ArticleSource"/>.</param>
    /// <param name="options">Names and values of everything else that changes the result.</param>
    /// <param name="excludedFiles">Full paths of files in the folders that are no input, such as the results.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">An input cannot be read.</exception>
    public static string Of(IReadOnlyList<string> inputs, IEnumerable<KeyValuePair<string, string>> options, IReadOnlyCollection<string>? excludedFiles = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        var text = new StringBuilder();
        text.Append("version ").Append(typeof(DiplomacyAnalyzer).Module.ModuleVersionId).Append(' ').Append(typeof(RunIdentity).Module.ModuleVersionId).Append('\n');
        foreach ((string name, string value) in options)
        {
            text.Append(CultureInfo.InvariantCulture, $"option {name} {value.ReplaceLineEndings(" ")}\n");
        }

        foreach (string input in inputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"input {input.ReplaceLineEndings(" ")} {Content(input, excludedFiles ?? [])}\n");
        }

        return text.ToString();
    }

    /// <summary>The first line in which two identities differ, for the user's eye.</summary>
    internal static string Difference(string before, string now)
    {
        string[] old = before.Split('\n');
        string[] current = now.Split('\n');
        for (int i = 0; i < Math.Max(old.Length, current.Length); i++)
        {
            string a = i < old.Length ? old[i] : "";
            string b = i < current.Length ? current[i] : "";
            if (a != b)
            {
                return $"then '{a}', now '{b}'";
            }
        }

        return "no difference";
    }

    private static string Content(string input, IReadOnlyCollection<string> excluded)
    {
        if (input == "-")
        {
            return "standard input";
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!Directory.Exists(input))
        {
            return Add(hash, input) ? Hex(hash) : "device";
        }

        string[] files = Directory.GetFiles(input, "*", new EnumerationOptions { RecurseSubdirectories = true });
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            if (excluded.Contains(Path.GetFullPath(file)))
            {
                continue;
            }

            var info = new FileInfo(file);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(input, file)} {info.Length}\n")));
        }

        return Hex(hash);
    }

    private static bool Add(IncrementalHash hash, string path)
    {
        if ((File.GetAttributes(path) & FileAttributes.Device) != 0)
        {
            return false;
        }

        using FileStream file = File.OpenRead(path);
        if (!file.CanSeek)
        {
            return false;
        }

        byte[] bytes = new byte[(int)Math.Min(file.Length, HashedLength)];
        hash.AppendData(BitConverter.GetBytes(file.Length));
        file.ReadExactly(bytes);
        hash.AppendData(bytes);
        file.Position = Math.Max(0, file.Length - bytes.Length);
        file.ReadExactly(bytes);
        hash.AppendData(bytes);
        return true;
    }

    private static string Hex(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
