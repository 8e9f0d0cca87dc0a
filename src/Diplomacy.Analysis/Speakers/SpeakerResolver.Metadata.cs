using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Speakers;

internal sealed partial class SpeakerResolver
{
    /// <summary>
    /// The speaker that the metadata names. A state without a speaker is its delegate, as in United Nations debates; a speaker without a state gets that
    /// of his office on the day of the article, or what the text tells of him. The title of a joint statement names the others.
    /// </summary>
    private void FindOwnSpeakers(DocumentContext document)
    {
        Article article = document.Article;
        Buffer<SpeakerPart> own = document.SpeakerWorkspace.Own;
        string? speaker = string.IsNullOrWhiteSpace(article.Speaker) ? null : article.Speaker.Trim();
        string? country = string.IsNullOrWhiteSpace(article.SpeakerCountry) ? null : article.SpeakerCountry.Trim();
        if (country is not null && _lexicon.State(country) is null && _lexicon.Organization(country) is null)
        {
            country = _lexicon.CodeOf(country) ?? country;
        }

        if (speaker is null)
        {
            if (country is not null)
            {
                own.Add(new SpeakerPart { Name = "delegate of " + country, Kind = SpeakerKind.Person, Resolution = SpeakerResolution.Metadata, Person = -1, Country = country, Confidence = 0.95f });
            }

            return;
        }

        // "Ana Duarte; Lena Okoro": several speakers stand in one cell.
        string[] names = speaker.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] countries = country?.Split(';', StringSplitOptions.TrimEntries) ?? [];
        for (int i = 0; i < names.Length; i++)
        {
            own.Add(OwnSpeaker(document, names[i], i < countries.Length && countries[i].Length > 0 ? countries[i] : countries.Length == 1 ? countries[0] : null));
        }

        if (own.Count == 1 && own[0].Country is not null && article.Title is { Length: > 0 and < 400 } headline && IsOfAnother(headline, own[0].Name))
        {
            own[0] = SpokenBy(document, headline, own[0]);
        }

        if (article.Title is { Length: < 400 } title && title.Contains("joint", StringComparison.OrdinalIgnoreCase))
        {
            AddCoSpeakers(document, title, own);
        }
    }

    // "Briefing with Ambassador Duarte" on the page of a minister: the page is the minister's, the words are not.
    private static bool IsOfAnother(string title, string? name) => name is not null && !title.Contains(name[(name.LastIndexOf(' ') + 1)..], StringComparison.OrdinalIgnoreCase)
        && (title.Contains("briefing with", StringComparison.OrdinalIgnoreCase) || title.Contains("briefing by", StringComparison.OrdinalIgnoreCase) || title.Contains("remarks by", StringComparison.OrdinalIgnoreCase) || title.Contains("statement by", StringComparison.OrdinalIgnoreCase));

    private SpeakerPart SpokenBy(DocumentContext document, string title, in SpeakerPart page)
    {
        List<(string Name, string? Office, string? Country)> persons = _lexicon.PersonsIn(title);
        if (persons.Count != 1)
        {
            return page;
        }

        SpeakerPart part = OwnSpeaker(document, persons[0].Name, page.Country);
        part.Office ??= persons[0].Office;
        part.Confidence = 0.7f;
        return part;
    }

    private SpeakerPart OwnSpeaker(DocumentContext document, string speaker, string? country)
    {
        var part = new SpeakerPart { Kind = SpeakerKind.Person, Resolution = SpeakerResolution.Metadata, Person = -1, Country = country, Confidence = 0.95f };
        (string name, string? office) = _lexicon.SplitTitle(speaker);
        part.Name = name;
        part.Office = office;
        if (_lexicon.FindPerson(name) is { } entry)
        {
            EntityIdentity identity = EntityFinder.IdentityOn(entry, document.Article.PublishedAt);
            part.Gender = identity.Gender;
            part.Office ??= identity.Office;

            // The day of an archived page may lie years behind the office in which the words were said.
            part.Country ??= identity.Country ?? EntityFinder.IdentityOn(entry, null).Country;
            part.Class = EntityFinder.ClassOn(entry, document.Article.PublishedAt);
        }

        for (int i = 0; i < document.EntityWorkspace.Persons.Count && part.Country is null; i++)
        {
            if (document.EntityWorkspace.Persons[i].Identity is { } identity && identity.Name == name)
            {
                part.Country = identity.Country;
                part.Office ??= identity.Office;
                part.Person = i;
            }
        }

        if (part.Country is null && office is not null)
        {
            part.Country = document.SpeakerWorkspace.Home;
        }

        return part;
    }

    // "Joint statement by President Okoro and Prime Minister Duarte of Portugal".
    private void AddCoSpeakers(DocumentContext document, string title, Buffer<SpeakerPart> own)
    {
        int first = own.Count;
        foreach ((string name, string? office, string? country) in _lexicon.PersonsIn(title))
        {
            SpeakerPart part = OwnSpeaker(document, name, country);
            part.Office ??= office;
            part.Confidence = 0.8f;
            bool known = false;
            for (int i = 0; i < own.Count && !known; i++)
            {
                known = own[i].Name is { } other && part.Name is { } mine && (other.EndsWith(mine, StringComparison.Ordinal) || mine.EndsWith(other, StringComparison.Ordinal));
            }

            if (!known && own.Count < first + 4)
            {
                own.Add(part);
            }
        }
    }
}
