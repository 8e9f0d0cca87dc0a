using Diplomacy.Analysis;
using Diplomacy.Analysis.Lexicons;

// The same text, read first with the lexicons of the package, then with three short tables beside them.
const string Text = """
    Latvian Grand Steward Ilze Kalna urged the Amber Pact to open its ports. "If the talks fail, we keep our hands free," Kalna said.
    """;

string folder = Path.Combine(AppContext.BaseDirectory, "lexicons");
using FileStream organisations = File.OpenRead(Path.Combine(folder, "organisations.tsv"));
using FileStream offices = File.OpenRead(Path.Combine(folder, "offices.tsv"));
using FileStream phrases = File.OpenRead(Path.Combine(folder, "act_phrases.tsv"));
DiplomacyAnalyzer custom = DiplomacyAnalyzer.CreateBuilder()
    .AddLexicon(LexiconKind.Organizations, organisations)
    .AddLexicon(LexiconKind.Offices, offices)
    .AddLexicon(LexiconKind.ActPhrases, phrases)
    .Build();

Show("With the lexicons of the package", DiplomacyAnalyzer.Default);
Show("With three tables of one's own", custom);

static void Show(string title, DiplomacyAnalyzer analyzer)
{
    Console.WriteLine(title);
    foreach (Claim claim in analyzer.ExtractClaims(Text))
    {
        Console.WriteLine($"  {claim.SpeakerName} ({claim.SpeakerOffice ?? "no office"}, {claim.SpeakerCountry}) -> {string.Join(';', claim.Addressees)}: {claim.Act} \"{claim.Content}\"");
    }
}
