using Diplomacy.Analysis.Batch.Writing;
using Xunit;

namespace Diplomacy.Analysis.Batch.Tests.Writing;

public class OutputTargetTests
{
    [Fact]
    public void File_AppearsOnlyWhenWhole()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("new/out.csv");
        using (var target = new OutputTarget(path))
        {
            target.Write("x"u8);
            Assert.False(File.Exists(path));
            target.Complete();
        }

        Assert.Equal("x", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void AbandonedFile_LeavesTheOldOne()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("out.csv");
        File.WriteAllText(path, "old");
        using (var target = new OutputTarget(path))
        {
            target.Write("x"u8);
        }

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
