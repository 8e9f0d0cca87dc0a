using System.Globalization;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Entities;

internal sealed partial class EntityLexicon
{
    // The words that make an office of a portfolio: "foreign minister", "foreign secretary".
    private static readonly (string Word, string Office)[] MinisterWords =
    [
        ("minister", "Minister"), ("vice minister", "Vice Minister"), ("vice-minister", "Vice Minister"), ("deputy minister", "Deputy Minister"),
    ];

    private readonly Vocabulary _vocabulary;
    private readonly PhraseTokenizer _phrases;
    private readonly List<string> _officePhrases = [];
    private readonly Dictionary<string, NameEntry> _holders = new(StringComparer.Ordinal);

    public EntityLexicon(AnalysisResources resources)
    {
        _vocabulary = resources.Vocabulary;
        _phrases = new PhraseTokenizer(resources);
        _familyFirst = new WordSet(_vocabulary, "");
        _commonSurnames = new WordSet(_vocabulary, "");
        LexiconSet lexicons = resources.Lexicons;
        LoadStates(lexicons);
        LoadOrganizations(lexicons);
        LoadBodies(lexicons);
        LoadPlaces(lexicons);
        LoadNames(lexicons);
        LoadOffices(lexicons);
        LoadHolders(lexicons);
        LoadNouns(lexicons);
        LoadSources(lexicons);
    }

    private void LoadStates(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.States))
        {
            (string code, string name) = (row[0], row[1]);
            _states[code] = new StateEntry(code, name, row[2].Length > 0 ? row[2] + " " + name : name);
            string government = _states[code].Government;
            var state = new EntityIdentity { Type = EntityType.Location, Name = name, Country = code, Role = EntityRole.State, SpeaksFor = government };
            AddAll(name, row[3], NameKind.State, state);
            AddAll("", row[4], NameKind.Adjective, new EntityIdentity { Type = EntityType.Group, Name = name, Country = code, Role = EntityRole.Demonym, SpeaksFor = government });
            AddAll("", row[5], NameKind.People, new EntityIdentity { Type = EntityType.Group, Name = name, Country = code, Role = EntityRole.Demonym, SpeaksFor = government });
            foreach (string capital in Values(row[6]))
            {
                Add(capital, NameKind.Capital, new EntityIdentity { Type = EntityType.Location, Name = capital, Country = code, Role = EntityRole.Capital, SpeaksFor = government });
            }
        }
    }

    private void LoadOrganizations(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.Organizations))
        {
            string? code = row[0].Length > 0 ? row[0] : null;

            // Bodies that texts call by their acronym are named with it: "Food and Agriculture Organization (FAO)".
            bool acronym = code is not null && row[1].Length == 0 && code != row[2] && Array.IndexOf(Values(row[3]), code) >= 0;
            string full = acronym ? $"{row[2]} ({code})" : row[2];
            var identity = new EntityIdentity { Type = EntityType.Organization, Name = full, Country = code, Role = EntityRole.Intergovernmental, SpeaksFor = full };
            AddAll(row[2], row[3], NameKind.Organization, identity);
            if (code is not null && row[1].Length == 0)
            {
                _organizations[code] = identity;
                if (row[4].Length > 0)
                {
                    _families[code] = row[4];
                }
            }
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Memberships))
        {
            _members[row[0]] = row[1].Split(';', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private void LoadBodies(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.Metonyms))
        {
            Add(row[0], NameKind.Metonym, new EntityIdentity { Type = EntityType.Organization, Name = row[2], Country = row[1], Role = EntityRole.Metonym, SpeaksFor = row[2] });
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Bodies))
        {
            AddAll(row[2], row[3], NameKind.Body, new EntityIdentity { Type = EntityType.Organization, Name = row[2], Country = row[0], Role = row[1] == "party" ? EntityRole.Party : EntityRole.StateBody, SpeaksFor = row[2] });
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Media))
        {
            AddAll(row[2], row[3], NameKind.Media, new EntityIdentity { Type = EntityType.Organization, Name = row[2], Country = row[0].Length > 0 ? row[0] : null, Role = EntityRole.Media });
        }
    }

    private void LoadPlaces(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.Groups))
        {
            bool armed = row[0] == "armed";
            AddAll(row[2], row[3], NameKind.Group, new EntityIdentity
            {
                Type = armed ? EntityType.Organization : EntityType.Group,
                Name = row[2],
                Country = armed && row[1].Length > 0 ? row[1] : null,
                Role = armed ? EntityRole.ArmedGroup : EntityRole.None,
            }, row[0] == "ethnic" && row[1].Length > 0 ? row[1] : null);
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Places))
        {
            foreach (string name in Values(row[1]))
            {
                Add(name, NameKind.Place, new EntityIdentity { Type = EntityType.Location, Name = name, Country = row[0].Length > 0 ? row[0] : null, Role = EntityRole.Place });
            }
        }
    }

    private void LoadNames(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.GivenNames))
        {
            foreach (string name in Values(row[1]))
            {
                AddGiven(name, row[0][0]);
                AddGiven(LatinFolding.Fold(name), row[0][0]);
            }
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.FamilyNames))
        {
            WordSet set = row[0] switch
            {
                "first" => _familyFirst,
                "common" => _commonSurnames,
                _ => throw new FormatException($"The lexicon of family names has the kind '{row[0]}'; write first or common."),
            };
            foreach (string name in Values(row[1]))
            {
                set.Add(_vocabulary.Intern(name.ToLowerInvariant()));
                set.Add(_vocabulary.Intern(LatinFolding.Fold(name).ToLowerInvariant()));
            }
        }

        void AddGiven(string name, char gender)
        {
            int id = _vocabulary.Intern(name.ToLowerInvariant());
            if (id >= _givenNames.Length)
            {
                Array.Resize(ref _givenNames, Math.Max(id + 1, _givenNames.Length * 2));
            }

            _givenNames[id] = (byte)gender;
        }
    }

    private void LoadOffices(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.Offices))
        {
            string phrase = row[0];
            OfficeClass officeClass = Enum.Parse<OfficeClass>(row[1], ignoreCase: true);
            AddOffice(phrase, new OfficeEntry(row[4], officeClass, row[2].Length > 0 ? row[2][0] : '\0', row[3].Length > 0 ? row[3] : null));
        }

        int told = _officeList.Count;
        for (int i = 0; i < told; i++)
        {
            // One token in many texts, so no modifier for the grammar: "ex-president", "ex-minister".
            OfficeEntry office = _officeList[i];
            if (office.Class is OfficeClass.Head or OfficeClass.Government or OfficeClass.Ministry or OfficeClass.Foreign or OfficeClass.Leader or OfficeClass.Official or OfficeClass.Legislator or OfficeClass.Subnational or OfficeClass.Ambassador)
            {
                AddOfficeForm("ex-" + _officePhrases[i], (_officeList.Count << 1));
                _officeList.Add(office with { Former = true });
            }
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.Portfolios))
        {
            var portfolio = new PortfolioEntry(row[0], row[1], Enum.TryParse(row[0], ignoreCase: true, out OfficeClass known) ? known : OfficeClass.Ministry);
            _portfolioList.Add(portfolio);
            int payload = _portfolioList.Count - 1;
            foreach (string phrase in Values(row[2]))
            {
                ReadOnlySpan<int> before = _phrases.Cut(phrase, exact: false);
                _beforeTrie.Add(before, exact: false, payload);
                Start(before, PhraseStarts.Portfolio);
                foreach ((string word, string office) in MinisterWords)
                {
                    OfficeClass officeClass = word == "minister" ? portfolio.Class : OfficeClass.Ministry;
                    AddOffice(phrase + " " + word, new OfficeEntry(TitleCase(phrase) + " " + office, officeClass, '\0', null));
                }
            }

            foreach (string phrase in Values(row[3]))
            {
                _ofTrie.Add(_phrases.Cut(phrase, exact: false), exact: false, payload);
            }
        }
    }

    private void LoadNouns(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.BodyNouns))
        {
            _bodyNouns.Add(new BodyNoun(row[1], row[2]));
            ReadOnlySpan<int> ids = _phrases.Cut(row[0], exact: false);
            _bodyNounTrie.Add(ids, exact: false, _bodyNouns.Count - 1);
            Start(ids, PhraseStarts.BodyNoun);
        }

        foreach (string[] row in lexicons.Rows(LexiconKind.NameHeads))
        {
            NameHead head = Enum.Parse<NameHead>(row[0], ignoreCase: true);
            foreach (string word in Values(row[1]))
            {
                int id = _vocabulary.Intern(word);
                if (id >= _heads.Length)
                {
                    Array.Resize(ref _heads, Math.Max(id + 1, _heads.Length * 2));
                }

                _heads[id] = _heads[id] == NameHead.None ? head : _heads[id];
            }
        }
    }

    private void LoadSources(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.SourceNouns))
        {
            SourceNoun kind = Enum.Parse<SourceNoun>(row[0], ignoreCase: true);
            foreach (string word in Values(row[1]))
            {
                int id = _vocabulary.Intern(word);
                if (id >= _sourceNouns.Length)
                {
                    Array.Resize(ref _sourceNouns, Math.Max(id + 1, _sourceNouns.Length * 2));
                }

                _sourceNouns[id] = kind;
            }
        }
    }

    private void Start(ReadOnlySpan<int> ids, PhraseStarts what)
    {
        if (ids.IsEmpty)
        {
            return;
        }

        int lower = _vocabulary.LowerOf(ids[0]);
        if (lower >= _starts.Length)
        {
            Array.Resize(ref _starts, Math.Max(lower + 1, _starts.Length * 2));
        }

        _starts[lower] |= what;
    }

    private void LoadHolders(LexiconSet lexicons)
    {
        foreach (string[] row in lexicons.Rows(LexiconKind.OfficeHolders))
        {
            (string country, string name) = (row[0], row[3]);
            OfficeClass officeClass = Enum.Parse<OfficeClass>(row[1], ignoreCase: true);
            string key = LatinFolding.Fold(name);
            if (!_holders.TryGetValue(key, out NameEntry? holder))
            {
                holder = new NameEntry
                {
                    Kind = NameKind.Holder,
                    NeedsCapital = true,
                    Identity = new EntityIdentity { Type = EntityType.Person, Name = name, Role = EntityRole.OfficeHolder, Gender = row[6].Length > 0 ? row[6][0] : '\0' },
                };
                _holders.Add(key, holder);
                AddEntry(name, holder);
                AddSurname(country, name, officeClass, holder);
            }

            foreach (string other in Values(row[7]))
            {
                AddEntry(other, holder);
            }

            int end = row[5].Length == 0 ? int.MaxValue : row[5] == "?" ? int.MaxValue : Day(row[5], last: true);
            holder.Terms.Add(new HolderTerm(country, officeClass, row[2], Day(row[4], last: false), end, row[5] != "?"));
            (string, OfficeClass) office = (country, officeClass);
            if (!_byOffice.TryGetValue(office, out List<NameEntry>? list))
            {
                _byOffice.Add(office, list = []);
            }

            if (!list.Contains(holder))
            {
                list.Add(holder);
            }
        }
    }

    // Only offices that papers name by family name alone: "Lavrov said", never one of 2,800 ambassadors.
    private void AddSurname(string country, string name, OfficeClass officeClass, NameEntry holder)
    {
        if (officeClass is not (OfficeClass.Head or OfficeClass.Government or OfficeClass.Foreign or OfficeClass.Igo or OfficeClass.Spokes or OfficeClass.Defence))
        {
            return;
        }

        int space = name.LastIndexOf(' ');
        bool familyFirst = country is "CHN" or "TWN" or "KOR" or "PRK" or "KHM" or "SGP" or "HKG" && _familyFirst.Contains(_vocabulary.Find(name[..Math.Max(0, name.IndexOf(' '))].ToLowerInvariant()));
        string surname = space < 0 ? name : familyFirst ? name[..name.IndexOf(' ')] : name[(space + 1)..];
        AddTo(surname);
        AddTo(LatinFolding.Fold(surname));

        void AddTo(string form)
        {
            int id = _vocabulary.Intern(form.ToLowerInvariant());
            if (!_bySurname.TryGetValue(id, out List<NameEntry>? list))
            {
                _bySurname.Add(id, list = []);
            }

            if (!list.Contains(holder))
            {
                list.Add(holder);
            }
        }
    }

    private void AddOffice(string phrase, OfficeEntry office)
    {
        _officeList.Add(office);
        _officePhrases.Add(phrase);
        int payload = (_officeList.Count - 1) << 1;
        AddOfficeForm(phrase, payload);
        if (office.Class != OfficeClass.Honorific && !phrase.EndsWith('.'))
        {
            AddOfficeForm(PluralOf(phrase), payload | 1);
        }
    }

    // The first row of a phrase stays: what the table says outright stands before what a portfolio makes.
    private void AddOfficeForm(string phrase, int payload)
    {
        ReadOnlySpan<int> ids = _phrases.Cut(phrase, exact: false);
        if (_officeTrie.Find(ids, exact: false) < 0)
        {
            _officeTrie.Add(ids, exact: false, payload);
            Start(ids, PhraseStarts.Office);
        }
    }

    // "ministers of state", "attorneys general", "secretaries of state": the head word takes the plural.
    private static string PluralOf(string phrase)
    {
        int of = phrase.IndexOf(" of ", StringComparison.Ordinal);
        string tail = of > 0 ? phrase[of..] : phrase.EndsWith(" general", StringComparison.Ordinal) && !phrase.Contains("secretary", StringComparison.Ordinal) && !phrase.Contains("lieutenant", StringComparison.Ordinal) ? " general" : "";
        string head = phrase[..^tail.Length];
        string plural = head switch
        {
            [.., 'm', 'a', 'n'] => head[..^2] + "en",
            [.., 'p', 'e', 'r', 's', 'o', 'n'] => head[..^6] + "people",
            [.., 'y'] when !head.EndsWith("ey", StringComparison.Ordinal) => head[..^1] + "ies",
            [.., 's'] or [.., 'c', 'h'] => head + "es",
            _ => head + "s",
        };
        return plural + tail;
    }

    private void AddAll(string name, string others, NameKind kind, EntityIdentity identity, string? soil = null)
    {
        if (name.Length > 0)
        {
            Add(name, kind, identity, soil);
        }

        foreach (string other in Values(others))
        {
            Add(other, kind, identity, soil);
        }
    }

    private void Add(string phrase, NameKind kind, EntityIdentity identity, string? soil = null)
    {
        bool needsState = phrase.StartsWith('=');
        string form = needsState ? phrase[1..] : phrase;
        AddEntry(form, new NameEntry { Kind = kind, Identity = identity, NeedsCapital = form.Length > 0 && char.IsUpper(form[0]), NeedsState = needsState, Soil = soil });
    }

    private void AddEntry(string phrase, NameEntry entry)
    {
        _names.Add(entry);
        int payload = _names.Count - 1;
        AddForm(phrase, payload);
        if (phrase.Contains('\'', StringComparison.Ordinal))
        {
            AddForm(phrase.Replace('\'', '’'), payload);
        }

        // Short names keep their marks: without them "Malé" would be every "male".
        string folded = LatinFolding.Fold(phrase);
        if (phrase.Length >= 5 && !ReferenceEquals(folded, phrase) && folded != phrase)
        {
            AddForm(folded, payload);
        }
    }

    private void AddForm(string form, int payload)
    {
        bool exact = IsAcronym(form);
        ReadOnlySpan<int> ids = _phrases.Cut(form, exact);
        Start(ids, PhraseStarts.Name);
        int present = _nameTrie.Find(ids, exact);
        if (present < 0)
        {
            _nameTrie.Add(ids, exact, payload);
            return;
        }

        // The lexicons come in order of weight: a state keeps its name against a place; the other is kept beside it.
        NameEntry entry = _names[payload];
        for (NameEntry? other = _names[present]; ; other = other.Next)
        {
            if (other.Kind == entry.Kind && other.Identity.Country == entry.Identity.Country)
            {
                return;
            }

            if (other.Next is null)
            {
                if (entry.Next is null && other != entry)
                {
                    other.Next = entry;
                }

                return;
            }
        }
    }

    // A word with a capital behind the first letter counts only as it stands ("US", "U.S.", "WHO", "G7", "AfD"): the small
    // word is another ("us", "who").
    private static bool IsAcronym(string form)
    {
        bool capitals = false;
        for (int i = 0; i < form.Length; i++)
        {
            if (form[i] == ' ' || form.Length > 8)
            {
                return false;
            }

            capitals |= i > 0 && char.IsUpper(form[i]);
        }

        return capitals;
    }

    private static int Day(string date, bool last)
    {
        int year = int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture);
        int month = date.Length >= 7 ? int.Parse(date.AsSpan(5, 2), CultureInfo.InvariantCulture) : last ? 12 : 1;
        int day = date.Length >= 10 ? int.Parse(date.AsSpan(8, 2), CultureInfo.InvariantCulture) : last ? DateTime.DaysInMonth(year, month) : 1;
        return new DateOnly(year, month, day).DayNumber;
    }

    private static string TitleCase(string phrase) => string.Join(' ', phrase.Split(' ').Select(w => w is "and" or "the" or "of" or "for" ? w : char.ToUpperInvariant(w[0]) + w[1..]));

    private static string[] Values(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
