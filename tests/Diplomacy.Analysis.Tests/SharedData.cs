using System.Runtime.CompilerServices;

namespace Diplomacy.Analysis.Tests;

/// <summary>Where the data lies that is not part of the repository; tests that need it skip where it is missing.</summary>
internal static class SharedData
{
    /// <summary>The folder beside the checkout.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../shared"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
