namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Puts a stream that can only be read forward into a temporary file, for formats whose table of contents stands at the end.</summary>
internal static class SpoolFile
{
    /// <summary>The content as a file that can be read from anywhere and is deleted when it is closed.</summary>
    public static FileStream Of(Stream content)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            content.CopyTo(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
