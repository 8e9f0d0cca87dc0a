using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.Lexicons;

/// <summary>File name and columns of each lexicon.</summary>
internal static class LexiconSchema
{
    /// <summary>Name of the embedded table without extension.</summary>
    public static string FileName(LexiconKind kind) => kind switch
    {
        LexiconKind.Verbs => "verbs",
        LexiconKind.States => "states",
        LexiconKind.Places => "places",
        LexiconKind.Metonyms => "metonyms",
        LexiconKind.Organizations => "organisations",
        LexiconKind.Memberships => "memberships",
        LexiconKind.Bodies => "bodies",
        LexiconKind.Portfolios => "portfolios",
        LexiconKind.Offices => "offices",
        LexiconKind.OfficeHolders => "office_holders",
        LexiconKind.Media => "media",
        LexiconKind.Groups => "groups",
        LexiconKind.GivenNames => "given_names",
        LexiconKind.BodyNouns => "body_nouns",
        LexiconKind.NameHeads => "name_heads",
        LexiconKind.SourceNouns => "source_nouns",
        LexiconKind.FamilyNames => "family_names",
        LexiconKind.ActPhrases => "act_phrases",
        LexiconKind.CueNouns => "cue_nouns",
        LexiconKind.NominalCues => "nominal_cues",
        LexiconKind.CuePhrases => "cue_phrases",
        LexiconKind.Intensity => "intensity",
        LexiconKind.Stance => "stance",
        LexiconKind.Valence => "valence",
        LexiconKind.ContentActs => "content_acts",
        LexiconKind.EventCodes => "codes",
        LexiconKind.Abbreviations => "abbreviations",
        LexiconKind.Regions => "regions",
        LexiconKind.VerbForms => "verb_forms",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such lexicon; take a named member of LexiconKind."),
    };

    /// <summary>The columns of <paramref name="kind"/>, in the order in which rows give them.</summary>
    public static LexiconColumn[] Columns(LexiconKind kind) => kind switch
    {
        LexiconKind.Verbs => [Must("lemma"), May("particle"), Must("class"), Must("frames"), Must("act"), Must("family"), May("ladder"), Must("rung", LexiconCell.Number), May("forms")],
        LexiconKind.States => [Must("code", LexiconCell.Code), Must("name"), May("article"), May("names"), May("adjectives"), May("people"), May("capitals")],
        LexiconKind.Places => [May("country", LexiconCell.Code), Must("names")],
        LexiconKind.Metonyms => [Must("expression"), Must("country", LexiconCell.Code), Must("body"), May("kind")],
        LexiconKind.Organizations => [May("code", LexiconCell.Code), May("owner", LexiconCell.Code), Must("name"), May("names"), May("family", LexiconCell.Code)],
        LexiconKind.Memberships => [Must("code", LexiconCell.Code), Must("members")],
        LexiconKind.Bodies => [Must("country", LexiconCell.Code), Must("kind"), Must("name"), May("names")],
        LexiconKind.Portfolios => [Must("portfolio"), Must("ministry"), May("before"), May("of")],
        LexiconKind.Offices => [Must("phrase"), Must("class", LexiconCell.OfficeClass), May("gender", LexiconCell.Gender), May("country", LexiconCell.Code), May("office")],
        LexiconKind.OfficeHolders => [Must("country", LexiconCell.Code), Must("class", LexiconCell.OfficeClass), Must("office"), Must("name"), Must("start", LexiconCell.Date), May("end", LexiconCell.Date), May("gender", LexiconCell.Gender), May("names")],
        LexiconKind.Media => [May("country", LexiconCell.Code), May("state"), Must("name"), May("names")],
        LexiconKind.Groups => [Must("kind"), May("country", LexiconCell.Code), Must("name"), May("names")],
        LexiconKind.GivenNames => [Must("gender", LexiconCell.Gender), Must("names")],
        LexiconKind.BodyNouns => [Must("noun"), Must("kind"), May("body")],
        LexiconKind.NameHeads => [Must("type"), Must("words")],
        LexiconKind.SourceNouns => [Must("kind"), Must("nouns")],
        LexiconKind.FamilyNames => [Must("kind"), Must("names")],
        LexiconKind.ActPhrases => [Must("phrase"), Must("kind", LexiconCell.PhraseKind), May("act", LexiconCell.Act), Must("stance", LexiconCell.Lean)],
        LexiconKind.CueNouns => [Must("word"), Must("act", LexiconCell.Act), May("family"), May("ladder"), Must("rung", LexiconCell.Number)],
        LexiconKind.NominalCues => [Must("noun"), May("particle"), Must("frames"), Must("verb")],
        LexiconKind.CuePhrases => [Must("phrase"), Must("frames"), Must("verb"), May("kind")],
        LexiconKind.Intensity => [Must("ladder"), Must("rung", LexiconCell.Number), Must("expression")],
        LexiconKind.Stance => [Must("word"), Must("stance", LexiconCell.Lean)],
        LexiconKind.Valence => [Must("word"), Must("valence", LexiconCell.Score)],
        LexiconKind.ContentActs => [Must("phrase"), Must("content")],
        LexiconKind.EventCodes => [Must("act"), Must("content"), Must("cameo"), May("plover_event"), May("plover_mode"), Must("quad", LexiconCell.Number), May("goldstein", LexiconCell.Score), May("note")],
        LexiconKind.Abbreviations => [Must("form"), Must("kind", LexiconCell.Abbreviation), Must("case")],
        LexiconKind.Regions => [Must("phrase"), Must("match", LexiconCell.RegionMatch)],
        LexiconKind.VerbForms => [Must("lemma"), Must("forms")],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such lexicon; take a named member of LexiconKind."),
    };

    /// <summary>What is wrong with <paramref name="value"/> as a cell of <paramref name="column"/>, or null.</summary>
    public static string? Fault(LexiconColumn column, string value)
    {
        if (value.Length == 0)
        {
            return column.Required ? "the cell is empty; it must be filled." : null;
        }

        return column.Cell switch
        {
            LexiconCell.Code when !IsCode(value) => $"'{value}' is no code; give an ISO 3166 alpha-3 code or an acronym (letters and digits only).",
            LexiconCell.Date when value != "?" && !IsDate(value) => $"'{value}' is no date; write 2021-02-22, 2021-02 or 2021.",
            LexiconCell.Gender when value is not ("m" or "f" or "u") => $"'{value}' is no gender; write m, f or u.",
            LexiconCell.Number when !int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _) => $"'{value}' is no whole number.",
            LexiconCell.Lean when value is not ("-2" or "-1" or "0" or "1" or "2") => $"'{value}' is no stance; write a whole number from -2 to 2.",
            LexiconCell.Score when !double.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) => $"'{value}' is no number; write it like -4.5.",
            LexiconCell.Act when !ActNames.IsKnown(value) => $"'{value}' is no act; take one of the taxonomy, such as Demand, Threaten or Condemn.",
            LexiconCell.PhraseKind when value is not ("own" or "own-inf" or "own-np" or "judge" or "lead" or "wrong" or "cease" or "coop") => $"'{value}' is no kind of phrase; one of own, own-inf, own-np, judge, lead, wrong, cease, coop.",
            LexiconCell.Abbreviation when !Enum.TryParse<AbbreviationKind>(value, ignoreCase: true, out _) || char.IsAsciiDigit(value[0]) => $"'{value}' is no kind of abbreviation; one of title, number, inner, final, month, guarded, place.",
            LexiconCell.RegionMatch when value is not ("line" or "start" or "block" or "aside") => $"'{value}' is no way to match; one of line, start, block, aside.",
            LexiconCell.OfficeClass when !Enum.TryParse<OfficeClass>(value, ignoreCase: true, out _) || char.IsAsciiDigit(value[0]) => $"'{value}' is no class of offices; one of {string.Join(", ", Enum.GetNames<OfficeClass>()).ToLowerInvariant()}.",
            _ => null,
        };
    }

    private static bool IsCode(string value)
    {
        foreach (char c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return value.Length is >= 2 and <= 16;
    }

    private static bool IsDate(string value)
    {
        if (value.Length is not (4 or 7 or 10))
        {
            return false;
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (i is 4 or 7 ? value[i] != '-' : !char.IsAsciiDigit(value[i]))
            {
                return false;
            }
        }

        int month = value.Length >= 7 ? ((value[5] - '0') * 10) + value[6] - '0' : 1;
        int day = value.Length >= 10 ? ((value[8] - '0') * 10) + value[9] - '0' : 1;
        return value[..4] != "0000" && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(int.Parse(value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), month);
    }

    private static LexiconColumn Must(string name, LexiconCell cell = LexiconCell.Text) => new(name, true, cell);

    private static LexiconColumn May(string name, LexiconCell cell = LexiconCell.Text) => new(name, false, cell);
}
