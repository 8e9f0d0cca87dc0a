using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Regions;

/// <summary>The word knowledge of the region stage. Read-only.</summary>
internal sealed class RegionRules
{
    public RegionRules(AnalysisResources resources)
    {
        Vocabulary vocabulary = resources.Vocabulary;
        Months = new WordSet(vocabulary, """
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
            """);
        Weekdays = new WordSet(vocabulary, """
            monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
            mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.
            """);
        DateWords = new WordSet(vocabulary, """
            am pm a.m. p.m. gmt utc est edt et pst pdt cet cest bst ist msk sast wat eat local time hrs hours published updated posted
            created modified last first date on at of the , . | - – — : · • / ( ) th st nd rd
            """);
        Zones = new WordSet(vocabulary, "am pm a.m. p.m. gmt utc est edt et pst pdt mst mdt cst cdt cet cest bst ist msk hrs hours time");
        ByWords = new WordSet(vocabulary, "by written reported reporting compiled edited editing");
        NameGlue = new WordSet(vocabulary, "of the and de van von der den la le du di da al el bin ibn for in to , - . ' ’ & ( ) /");
        TitleWords = new WordSet(vocabulary, """
            mr mr. ms ms. mrs mrs. dr dr. sir lady secretary president minister ambassador senator governor general admiral director
            chancellor premier spokesman spokeswoman spokesperson speaker chairman chairwoman chair commissioner administrator official
            officials under-secretary undersecretary deputy congressman congresswoman representative mayor judge justice colonel
            captain commander king queen prince princess pope archbishop prof professor professor. prof. gen. sen. rep. gov. adm. amb. col. lt.
            """);

        // Those who ask; "Q" and "A" are letters, the rest are words.
        Askers = new WordSet(vocabulary, """
            q q. question questions reporter reporters interviewer interviewers moderator journalist journalists host anchor operator press
            audience participant correspondent media newsman presenter caller viewer reader
            """);
        Answerers = new WordSet(vocabulary, "a answer answers response reply");
        NoLabels = new WordSet(vocabulary, "who what when where why how today note update watch read source photo video contact tel phone fax email e-mail subject re ref date time venue location");
        Agencies = new WordSet(vocabulary, """
            reuters ap afp tass itar-tass xinhua ria novosti interfax dpa ani pti upi kuna wam spa irna apa bna bbc cnn ips yonhap kyodo
            anadolu aa bernama antara efe ansa ptv sana petra mena news agency times press post tribune
            """);
        Acronyms = new WordSet(vocabulary, "un eu us uk uae nato osce asean opec imf wto who iaea ecowas brics unesco unicef unhcr oecd usa au uae g7 g20");
        Counted = new WordSet(vocabulary, "page of views view reads read comments comment shares share likes like min minutes words p pp no");
        EndMarks = new WordSet(vocabulary, "end ends endit");
        Phrases = new PhraseTrie();
        var cutter = new PhraseTokenizer(resources);
        foreach (string[] row in resources.Lexicons.Rows(LexiconKind.Regions))
        {
            int match = row[1] switch
            {
                "line" => Line,
                "start" => Start,
                "block" => Block,
                "aside" => Aside,
                _ => throw new InvalidDataException($"regions.tsv: '{row[0]}' has the unknown match '{row[1]}'."),
            };
            ReadOnlySpan<int> phrase = cutter.Cut(row[0], exact: false);
            int before = Phrases.Find(phrase, exact: false);
            Phrases.Add(phrase, exact: false, before < 0 ? match : before | match);
        }
    }

    /// <summary>Payload bits of <see cref="Phrases"/>.</summary>
    public const int Line = 1;

    /// <summary>The paragraph starts so.</summary>
    public const int Start = 2;

    /// <summary>Short lines follow that belong to it.</summary>
    public const int Block = 4;

    /// <summary>Inside brackets.</summary>
    public const int Aside = 8;

    public PhraseTrie Phrases { get; }

    public WordSet Months { get; }

    public WordSet Weekdays { get; }

    public WordSet DateWords { get; }

    public WordSet Zones { get; }

    public WordSet ByWords { get; }

    public WordSet NameGlue { get; }

    public WordSet TitleWords { get; }

    public WordSet Askers { get; }

    public WordSet Answerers { get; }

    public WordSet NoLabels { get; }

    public WordSet Agencies { get; }

    public WordSet Acronyms { get; }

    public WordSet Counted { get; }

    public WordSet EndMarks { get; }
}
