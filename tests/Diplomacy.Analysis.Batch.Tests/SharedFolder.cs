using Xunit;

namespace Diplomacy.Analysis.Batch.Tests;

/// <summary>Finds the data that lies beside the repository, where it does.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a file or folder under shared/; skips the test where it is missing.</summary>
    public static string Require(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", relative);
            if (File.Exists(path) || Directory.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/{relative} is not here.");
        return "";
    }
}
