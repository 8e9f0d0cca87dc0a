// Builds the lexicons that come from the facts: `dotnet run models/build-lexicons.cs -- ../shared/facts`, from the
// checkout's root. Writes states.tsv, metonyms.tsv, memberships.tsv and office_holders.tsv under models/lexicons from
// the facts and from models/lexicons/completions. The same input gives the same bytes. The other lexicons are written
// by hand and not touched.
#:property PublishAot=false
#:property InvariantGlobalization=true
using System.Globalization;
using System.Text;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run models/build-lexicons.cs -- FACTS_FOLDER");
    return 2;
}

string facts = args[0];
string output = Path.Combine("models", "lexicons");
string completions = Path.Combine(output, "completions");
var states = new SortedDictionary<string, State>(StringComparer.Ordinal);
BuildStates();
BuildMetonyms();
BuildMemberships();
BuildOfficeHolders();
return 0;

void BuildStates()
{
    foreach (Dictionary<string, string> row in ReadTsv(Path.Combine(facts, "countries", "countries_permissive.tsv")))
    {
        var state = new State(row["alpha3"], row["name_cldr"].Replace(" & ", " and ").Replace('’', '\''));
        // "Congo" alone is two states; "Micronesia, Federated States of" and "Congo (DRC)" are forms of lists, not of texts.
        state.Names.AddRange(Split(row["alt_names"]).Select(n => n.Replace('’', '\'')).Where(n => n != "Congo" && !n.Contains('(') && !n.Contains(',')));
        string demonym = row["demonym_i18n_nationality"];
        if (demonym.Length > 0 && !demonym.Contains('(') && !demonym.Contains(" - ") && !demonym.Contains(" or ") && state.Code != "WLF")
        {
            state.Adjectives.Add(demonym);
        }

        // Capitals of dependent territories are mostly known as something else ("Hamilton", "Stanley", "Plymouth").
        if (row["capital_countries_list"].Length > 0 && (row["un_member_cldr"] == "1" || state.Code is "TWN" or "XKX" or "PSE"))
        {
            state.Capitals.Add(row["capital_countries_list"].Replace('’', '\''));
        }

        states.Add(state.Code, state);
    }

    foreach (Dictionary<string, string> row in ReadTsv(Path.Combine(completions, "states.tsv")))
    {
        State state = states[row["code"]];
        if (row["name"].Length > 0)
        {
            state.Names.Insert(0, state.Name);
            state.Name = row["name"];
        }

        state.Article = row["article"];
        state.Names.AddRange(Split(row["names"]));
        Replace(state.Adjectives, row["adjectives"]);
        Replace(state.People, row["people"]);
        state.Capitals.AddRange(Split(row["capitals"]));
    }

    var lines = new List<string>
    {
        "# source: facts/countries/countries_permissive.tsv (Unicode CLDR, Unicode-3.0; countries-list, i18n-iso-countries, i18n-nationality, MIT) and completions/states.tsv (ours); built by models/build-lexicons.cs",
        "# name: as a record shows it; article: \"the\" in \"Government of the Netherlands\"; names, adjectives, people, capitals: forms in text, pipe-separated; capitals include seats of government and former ones",
        "code\tname\tarticle\tnames\tadjectives\tpeople\tcapitals",
    };
    foreach (State state in states.Values)
    {
        state.Names.RemoveAll(n => n == state.Name || n.Contains("SAR China") || n.StartsWith("Congo - ", StringComparison.Ordinal) || n.Contains('('));
        if (state.People.Count == 0)
        {
            state.People.AddRange(state.Adjectives.Where(a => !a.EndsWith("sh", StringComparison.Ordinal) && !a.EndsWith("ch", StringComparison.Ordinal)).Select(a => a.EndsWith("ese", StringComparison.Ordinal) || a.EndsWith('s') ? a : a + "s"));
        }

        // A capital that shares the state's name (Singapore, Djibouti) is the state.
        state.Capitals.RemoveAll(c => c == state.Name || state.Names.Contains(c));
        lines.Add(string.Join('\t', state.Code, state.Name, state.Article, Join(state.Names), Join(state.Adjectives), Join(state.People), Join(state.Capitals)));
    }

    Write("states.tsv", lines);
}

void BuildMetonyms()
{
    var rows = new SortedDictionary<string, (string Country, string Body, string Kind)>(StringComparer.Ordinal);
    var capitals = states.Values.SelectMany(s => s.Capitals).ToHashSet(StringComparer.Ordinal);
    foreach (Dictionary<string, string> row in ReadTsv(Path.Combine(facts, "actors", "metonyms.tsv")))
    {
        string code = row["iso3_or_code"];
        string what = row["body"];
        if (!states.TryGetValue(code, out State? state) || capitals.Contains(row["expression"]))
        {
            continue;
        }

        string of = " of " + (state.Article.Length > 0 ? state.Article + " " : "") + state.Name;
        string body = what switch
        {
            _ when what.StartsWith("presidency", StringComparison.Ordinal) || what.StartsWith("president", StringComparison.Ordinal) => "Presidency" + of,
            _ when what.StartsWith("foreign ministry", StringComparison.Ordinal) || what.EndsWith("foreign ministry", StringComparison.Ordinal) => "Ministry of Foreign Affairs" + of,
            _ when what.StartsWith("defence ministry", StringComparison.Ordinal) => "Ministry of Defence" + of,
            _ when what.StartsWith("finance ministry", StringComparison.Ordinal) => "Ministry of Finance" + of,
            _ when what.StartsWith("prime minister", StringComparison.Ordinal) => "Prime Minister's Office" + of,
            "chancellor" => "Federal Chancellery" + of,
            _ when what.StartsWith("monarchy", StringComparison.Ordinal) || what.StartsWith("royal court", StringComparison.Ordinal) => "Monarchy" + of,
            _ when what.StartsWith("legislature", StringComparison.Ordinal) => "Parliament" + of,
            _ => "Government" + of,
        };
        rows[row["expression"]] = (code, body, row["kind"]);
    }

    foreach (Dictionary<string, string> row in ReadTsv(Path.Combine(completions, "metonyms.tsv")))
    {
        if (row["drop"] == "1")
        {
            rows.Remove(row["expression"]);
        }
        else
        {
            rows[row["expression"]] = (row["country"], row["body"], row["kind"]);
        }
    }

    var lines = new List<string>
    {
        "# source: facts/actors/metonyms.tsv (ours), spot-checked, and completions/metonyms.tsv (ours); built by models/build-lexicons.cs",
        "# buildings, streets and quarters that stand for a body; capitals stand with their states; body: as a record names it",
        "expression\tcountry\tbody\tkind",
    };
    lines.AddRange(rows.Select(r => string.Join('\t', r.Key, r.Value.Country, r.Value.Body, r.Value.Kind)));
    Write("metonyms.tsv", lines);
}

void BuildMemberships()
{
    var rename = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["G-7"] = "G7", ["G-8"] = "G8", ["G-20"] = "G20", ["G-77"] = "G77", ["G-10"] = "G10", ["ICCT"] = "ICC", ["CE"] = "COE", ["C"] = "COMMONWEALTH", ["AFDB"] = "AfDB", ["IADB"] = "IDB", ["IDB"] = "IsDB", ["LAS"] = "", ["AL"] = "AL", ["EEU"] = "", ["ICC"] = "", ["USAN"] = "UNASUR",
    };
    HashSet<string> known = ReadTsv(Path.Combine(output, "organisations.tsv")).Select(r => r["code"]).Where(c => c.Length > 0).ToHashSet(StringComparer.Ordinal);
    var members = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
    foreach (Dictionary<string, string> row in ReadCsv(Path.Combine(facts, "countries", "igo_membership_2020_dieghernan.csv")))
    {
        string code = rename.GetValueOrDefault(row["org_id"], row["org_id"]);
        // NATO's list calls nobody else a member; elsewhere only full members count. Everybody is in the UN.
        if (known.Contains(code) && code != "UN" && row["org_member"].Trim() == "member" && states.ContainsKey(row["ISO_3166_3"]))
        {
            Members(code).Add(row["ISO_3166_3"]);
        }
    }

    foreach (Dictionary<string, string> row in ReadTsv(Path.Combine(completions, "memberships.tsv")))
    {
        Members(row["code"]).UnionWith(row["members"].Split(';', StringSplitOptions.RemoveEmptyEntries));
        Members(row["code"]).ExceptWith(row["removed"].Split(';', StringSplitOptions.RemoveEmptyEntries));
    }

    var lines = new List<string>
    {
        "# source: facts/countries/igo_membership_2020_dieghernan.csv (MIT, January 2020) and completions/memberships.tsv (ours, to 2025); built by models/build-lexicons.cs",
        "# members: alpha-3 codes of full members, semicolon-separated",
        "code\tmembers",
    };
    lines.AddRange(members.Where(m => m.Value.Count > 0).Select(m => m.Key + "\t" + string.Join(';', m.Value)));
    Write("memberships.tsv", lines);

    SortedSet<string> Members(string code)
    {
        if (!members.TryGetValue(code, out SortedSet<string>? set))
        {
            members.Add(code, set = new SortedSet<string>(StringComparer.Ordinal));
        }

        return set;
    }
}

void BuildOfficeHolders()
{
    var rows = new List<Holder>();
    var taken = new HashSet<string>(StringComparer.Ordinal);
    foreach (Dictionary<string, string> row in ReadTsv(Path.Combine(completions, "office_holders.tsv")))
    {
        var holder = new Holder(row["country"], row["class"], row["office"], row["name"], row["start"], row["end"], row["gender"], row["names"]);
        rows.Add(holder);
        Take(holder.Country, holder.Class, holder.Name, holder.Names);
    }

    foreach (Dictionary<string, string> row in ReadCsv(Path.Combine(facts, "actors", "office_holders_2000_2022_wikidata.csv")))
    {
        string code = row["iso3"];
        string office = row["position"];
        if (code == "INT")
        {
            code = office.Contains("World Trade", StringComparison.Ordinal) ? "WTO" : office.Contains("Court of Justice", StringComparison.Ordinal) ? "ICJ" : "UN";
            office = office.Replace(" of the United Nations General Assembly", " of the General Assembly", StringComparison.Ordinal);
        }

        AddFact(code, code is "UN" or "WTO" or "ICJ" ? "igo" : ClassOf(office), office, row["person"], row["start"], row["end"], row["gender"]);
    }

    foreach (Dictionary<string, string> row in ReadCsv(Path.Combine(facts, "actors", "wikidata_world_leaders_2021.csv")))
    {
        string office = row["positionLabel"];
        if (CodeOf(row["country"], out bool part) is { } code && !IsForeignMonarch(office, row["officeholderLabel"], code))
        {
            AddFact(code, part ? "subnational" : ClassOf(WithoutState(office)), WithoutState(office), row["officeholderLabel"], row["start_year"], row["end_year"], "");
        }
    }

    foreach (Dictionary<string, string> row in ReadCsv(Path.Combine(facts, "actors", "wikidata_foreign_ministers_2023-01.csv")))
    {
        if (CodeOf(row["countryLabel"], out bool part) is { } code)
        {
            AddFact(code, part ? "subnational" : "foreign", WithoutState(row["positionLabel"]), row["name"], row["start"], "", "");
        }
    }

    rows.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
    var lines = new List<string>
    {
        "# source: facts/actors/office_holders_2000_2022_wikidata.csv, wikidata_world_leaders_2021.csv, wikidata_foreign_ministers_2023-01.csv (Wikidata, CC0) and completions/office_holders.tsv (ours); built by models/build-lexicons.cs",
        "# start, end: ISO dates, a year alone where no more is known; end empty: still in office when the list was made (2025); end ?: not known, so a title alone never means this person; class: see offices.tsv",
        "country\tclass\toffice\tname\tstart\tend\tgender\tnames",
    };
    string last = "";
    foreach (Holder h in rows)
    {
        string line = string.Join('\t', h.Country, h.Class, h.Office, h.Name, h.Start, h.End, h.Gender, h.Names);
        if (line != last)
        {
            lines.Add(line);
        }

        last = line;
    }

    Write("office_holders.tsv", lines);

    void AddFact(string code, string @class, string office, string name, string start, string end, string gender)
    {
        (name, string names) = CleanName(name);
        if (name.Length < 4 || name.StartsWith('Q') && name.Skip(1).All(char.IsAsciiDigit) || start.Length == 0 || string.CompareOrdinal(start, "1990") < 0 || taken.Contains(code + @class + Fold(name)))
        {
            return;
        }

        office = office.Length > 0 ? char.ToUpperInvariant(office[0]) + office[1..] : office;
        rows.Add(new Holder(code, @class, office, name, start.Length > 10 ? start[..10] : start, end.Length == 0 ? "?" : end, gender switch { "male" => "m", "female" => "f", _ => "" }, names));
    }

    void Take(string code, string @class, string name, string names)
    {
        taken.Add(code + @class + Fold(name));
        foreach (string other in Split(names))
        {
            taken.Add(code + @class + Fold(other));
        }
    }
}

static bool IsForeignMonarch(string office, string name, string code) =>
    code != "GBR" && name is "Elizabeth II" or "Charles III" && code != "GBR" || office.Contains("co-prince", StringComparison.OrdinalIgnoreCase);

static string ClassOf(string office)
{
    string o = office.ToLowerInvariant();
    bool Has(string s) => o.Contains(s, StringComparison.Ordinal);
    return o switch
    {
        _ when Has("ambassador") || Has("permanent representative") => "ambassador",
        _ when Has("spokes") => "spokes",
        _ when o.StartsWith("premier of ", StringComparison.Ordinal) && !Has("state council") && !Has("people's republic") && !Has("north korea") => "subnational",
        _ when Has("azad kashmir") || Has("crimea") || Has("bashkortostan") || Has("sakha") || Has("regional council") || Has("legislative assembly") || Has("national assembly of quebec") => "subnational",
        "president" or "emperor" or "monarch" or "king" or "sultan" or "emir" or "supreme leader" or "prince" or "pope" or "ngwenyama" or "druk gyalpo" or "yang di-pertuan agong" or "governor-general" or "captain regent" or "o le ao o le malo" => "head",
        "prime minister" or "premier" or "federal chancellor" or "taoiseach" => "government",
        _ when o.StartsWith("premier of", StringComparison.Ordinal) || o.StartsWith("chairman of the council of ministers", StringComparison.Ordinal) => "government",
        _ when Has("vice president of the") || Has("president of the") || Has("legislative yuan") || Has("control yuan") => Has("central bank") ? "bank" : Has("court") ? "court" : Has("executive yuan") ? "government" : "legislator",
        _ when o.StartsWith("vice president", StringComparison.Ordinal) || o.StartsWith("vice premier", StringComparison.Ordinal) || o.StartsWith("state councilor", StringComparison.Ordinal) => "deputy",
        _ when o.StartsWith("deputy", StringComparison.Ordinal) || o.StartsWith("vice", StringComparison.Ordinal) || Has("under") || Has("assistant") || Has("parliamentary") || Has("associate") || Has("minister of state") || Has("minister assisting") => "ministry",
        "secretary of state" or "secretary of foreign affairs" or "secretary of state for foreign and commonwealth affairs" => "foreign",
        _ when Has("foreign affairs") || Has("external affairs") || Has("external relations") => "foreign",
        _ when Has("defence") && (Has("minister") || Has("secretary")) => "defence",
        "secretary of defence" or "secretary of defense" => "defence",
        _ when Has("chancellor of the exchequer") || Has("minister of finance") || Has("minister for finance") || Has("secretary of the treasury") || Has("secretary of finance") => "finance",
        _ when Has("interior") || Has("home affairs") || Has("home department") => "interior",
        _ when Has("chief of the defence") || Has("chief of staff of the a") || Has("chief of defence") => "military",
        _ when Has("intelligence") => "intelligence",
        _ when Has("adviser") || Has("advisor") || Has("chief of staff") || Has("security council") => "adviser",
        _ when Has("general secretary of") => "party",
        _ => "ministry",
    };
}

// "President of Albania" -> "President": the state stands in its own column.
string WithoutState(string office)
{
    int of = office.LastIndexOf(" of ", StringComparison.Ordinal);
    return of > 0 && (CodeOf(office[(of + 4)..], out _) is not null || office[(of + 4)..].StartsWith("the ", StringComparison.Ordinal) && CodeOf(office[(of + 8)..], out _) is not null || office.EndsWith("the Republic of " + office[(of + 4)..], StringComparison.Ordinal))
        ? WithoutState(office[..of].Replace(" of the Republic", "", StringComparison.Ordinal))
        : office;
}

string? CodeOf(string label, out bool part)
{
    part = true;
    switch (label)
    {
        case "Republic of Abkhazia" or "Abkhazia" or "South Ossetia": return "GEO";
        case "Republic of Artsakh" or "Artsakh": return "AZE";
        case "Transnistria": return "MDA";
        case "Turkish Republic of Northern Cyprus" or "Northern Cyprus": return "CYP";
        case "Somaliland": return "SOM";
        case "Republika Srpska": return "BIH";
        case "Kurdistan Region" or "Iraqi Kurdistan": return "IRQ";
    }

    part = false;
    string name = label.StartsWith("The ", StringComparison.Ordinal) ? label[4..] : label;
    name = name switch { "Republic of Ireland" => "Ireland", "French Republic" => "France", "the Belgians" => "Belgium", "Republic of China" => "Taiwan", "Lichtenstein" => "Liechtenstein", "State of Qatar" => "Qatar", "St Kitts and Nevis" => "Saint Kitts and Nevis", "Kingdom of Denmark" => "Denmark", "Bailiwick of Guernsey" => "Guernsey", _ => name };
    foreach (State state in states.Values)
    {
        if (state.Name == name || state.Names.Contains(name) || state.Names.Contains("The " + name))
        {
            return state.Code;
        }
    }

    return null;
}

// "Felipe VI of Spain", "Albert II, Prince of Monaco", "Sheikh Abdullah bin Zayed": the name without what is no name.
(string Name, string Names) CleanName(string name)
{
    name = name.Replace('’', '\'').Trim();
    int comma = name.IndexOf(',', StringComparison.Ordinal);
    name = comma > 0 ? name[..comma] : name;
    int of = name.IndexOf(" of ", StringComparison.Ordinal);
    name = of > 0 ? name[..of] : name;
    int paren = name.IndexOf(" (", StringComparison.Ordinal);
    name = paren > 0 ? name[..paren] : name;
    foreach (string title in (string[])["Sheikh ", "Prince ", "Dr. ", "Sir ", "Pope ", "King ", "Lord "])
    {
        name = name.StartsWith(title, StringComparison.Ordinal) && !name.StartsWith("Sheikh Hasina", StringComparison.Ordinal) ? name[title.Length..] : name;
    }

    return (name, "");
}

// Letters only, without marks, so that "Çavuşoğlu" and "Cavusoglu" are one person.
static string Fold(string text)
{
    const string Marked = "áàâäãåāăąçćčďđéèêëēěęğíìîïīıłľñńňóòôöõøōőřśšşșťțúùûüūůűųýÿžźżßʻñțễạăâđêôơưấầậắặếềệốồộớờợứừựảẢÁ";
    const string Plain = "aaaaaaaaacccddeeeeeeegiiiiiillnnnooooooooorsssstuuuuuuuuyyzzzs nteaaadeoouaaaaaeeeooooooouuuaaa";
    var folded = new StringBuilder();
    foreach (char c in text.ToLowerInvariant())
    {
        int at = Marked.IndexOf(c, StringComparison.Ordinal);
        char plain = at >= 0 && at < Plain.Length ? Plain[at] : c;
        if (char.IsAsciiLetter(plain))
        {
            folded.Append(plain);
        }
    }

    return folded.ToString();
}

static List<string> Split(string cell) => [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries)];

static string Join(IEnumerable<string> values) => string.Join('|', values.Distinct(StringComparer.Ordinal));

static void Replace(List<string> list, string cell)
{
    if (cell.Length > 0)
    {
        list.Clear();
        list.AddRange(Split(cell));
    }
}

static IEnumerable<Dictionary<string, string>> ReadTsv(string path)
{
    string[]? header = null;
    foreach (string line in File.ReadLines(path))
    {
        if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
        {
            continue;
        }

        string[] cells = line.Split('\t');
        if (header is null)
        {
            header = cells;
            continue;
        }

        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < header.Length; i++)
        {
            row[header[i]] = i < cells.Length ? cells[i] : "";
        }

        yield return row;
    }
}

static IEnumerable<Dictionary<string, string>> ReadCsv(string path)
{
    List<string>? header = null;
    string text = File.ReadAllText(path);
    var cells = new List<string>();
    var cell = new StringBuilder();
    bool quoted = false;
    for (int i = 0; i < text.Length; i++)
    {
        char c = text[i];
        if (quoted)
        {
            if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = false;
            }
            else
            {
                cell.Append(c);
            }
        }
        else if (c == '"')
        {
            quoted = true;
        }
        else if (c is ',' or '\n')
        {
            cells.Add(cell.ToString().TrimEnd('\r'));
            cell.Clear();
            if (c == '\n')
            {
                if (header is null)
                {
                    header = cells;
                }
                else
                {
                    yield return Row(header, cells);
                }

                cells = [];
            }
        }
        else
        {
            cell.Append(c);
        }
    }

    if (cells.Count > 0 && header is not null)
    {
        cells.Add(cell.ToString());
        yield return Row(header, cells);
    }

    static Dictionary<string, string> Row(List<string> header, List<string> cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < header.Count; i++)
        {
            row[header[i].TrimStart('\uFEFF')] = i < cells.Count ? cells[i] : "";
        }

        return row;
    }
}

void Write(string name, List<string> lines)
{
    File.WriteAllText(Path.Combine(output, name), string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {lines.Count - 3} rows"));
}

internal sealed class State(string code, string name)
{
    public string Code { get; } = code;

    public string Name { get; set; } = name;

    public string Article { get; set; } = "";

    public List<string> Names { get; } = [];

    public List<string> Adjectives { get; } = [];

    public List<string> People { get; } = [];

    public List<string> Capitals { get; } = [];
}

internal sealed record Holder(string Country, string Class, string Office, string Name, string Start, string End, string Gender, string Names)
{
    public string Key => string.Join('\t', Country, Class, Office, Start, Name);
}
