using Diplomacy.Analysis.ML.Manifest;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Manifest;

public class ModelManifestTests
{
    [Fact]
    public void TheManifestOfTheRepository_DescribesItsFiles()
    {
        string folder = Models();
        ModelManifest manifest = ModelManifest.Read(Path.Combine(folder, "manifest.json"));
        Assert.Empty(manifest.Faults(folder));
        Assert.NotEmpty(manifest.Entries);
        Assert.All(manifest.Entries, e =>
        {
            Assert.NotEmpty(e.Data);
            Assert.All(e.Data, d => Assert.True(d.Contains('(', StringComparison.Ordinal) || d.EndsWith(".weights", StringComparison.Ordinal) || d.StartsWith("bare text", StringComparison.Ordinal), d));
            Assert.StartsWith("diplomacy train ", e.Command, StringComparison.Ordinal);
            Assert.NotEmpty(e.Scores);
        });
    }

    [Fact]
    public void AllModelsTogether_StayBelow25Megabytes() =>
        Assert.InRange(Directory.EnumerateFiles(Models(), "*.weights").Sum(f => new FileInfo(f).Length), 1, 25_000_000);

    [Fact]
    public void AChangedFile_IsAFault()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "x.weights"), path = Path.Combine(folder, "manifest.json");
            File.WriteAllBytes(file, [1, 2, 3]);
            var manifest = ModelManifest.Read(path);
            manifest.Record(new ModelEntry { Name = "x", Data = ["made up (MIT)"], Command = "diplomacy train x", Scores = ["none"] }, file);
            manifest.Write(path);
            Assert.Empty(ModelManifest.Read(path).Faults(folder));
            File.WriteAllBytes(file, [1, 2, 4]);
            Assert.Single(ModelManifest.Read(path).Faults(folder));
            File.Delete(file);
            Assert.Contains("not in the folder", Assert.Single(ModelManifest.Read(path).Faults(folder)), StringComparison.Ordinal);
            File.WriteAllBytes(Path.Combine(folder, "y.weights"), [1]);
            Assert.Equal(2, ModelManifest.Read(path).Faults(folder).Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Models()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Diplomacy.Analysis.sln")))
            {
                return Path.Combine(folder.FullName, "models");
            }
        }

        throw new InvalidOperationException("The tests do not run inside the checkout.");
    }
}
