// The quick look: an article in, its claims out. With a file argument that file is read instead of the article beside this program.
using System.Text;
using Diplomacy.Analysis;
using Diplomacy.Analysis.Samples;

Console.OutputEncoding = Encoding.UTF8;
if (args.Length > 1)
{
    Console.Error.WriteLine("Give one text file, or none for the built-in article.");
    return 2;
}

string text;
try
{
    text = args.Length == 1 ? File.ReadAllText(args[0]) : ReadBuiltIn();
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"Cannot read {args[0]}: {e.Message}");
    return 1;
}

IReadOnlyList<Claim> claims = DiplomacyAnalyzer.Default.ExtractClaims(text);

Console.WriteLine($"{claims.Count} claims");
Console.WriteLine();
ClaimTable.Write(Console.Out, claims);
Console.WriteLine();
Console.WriteLine("The text, with the claims marked: {speaker} <cue> [number content]");
Console.WriteLine();
MarkedText.Write(Console.Out, text, claims);
if (claims.Count > 0)
{
    Console.WriteLine();
    Explanation.Write(Console.Out, text, claims[0], number: 1);
}

return 0;

static string ReadBuiltIn()
{
    using var reader = new StreamReader(typeof(ClaimTable).Assembly.GetManifestResourceStream("article.txt")!, Encoding.UTF8);
    return reader.ReadToEnd();
}
