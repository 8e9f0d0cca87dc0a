using System.Text;

namespace Diplomacy.Analysis.Benchmarks;

/// <summary>
/// Writes articles from sentence patterns: about half of the sentences of a news article report what somebody says, in
/// the mixture of direct, mixed and indirect speech that newspapers have. Real states, invented people.
/// </summary>
internal sealed class ArticleGenerator(int seed)
{
    private static readonly string[] States = ["Norway", "Kenya", "Japan", "Brazil", "Poland", "Egypt", "Vietnam", "Chile", "the United States", "China", "Russia", "the United Kingdom", "India", "Turkey", "South Korea"];
    private static readonly string[] Demonyms = ["Norwegian", "Kenyan", "Japanese", "Brazilian", "Polish", "Egyptian", "Vietnamese", "Chilean", "American", "Chinese", "Russian", "British", "Indian", "Turkish", "South Korean"];
    private static readonly string[] Offices = ["Foreign Minister", "Prime Minister", "President", "Defence Minister", "Ambassador", "Finance Minister"];
    private static readonly string[] First = ["Marta", "Oleg", "Ingrid", "Samuel", "Hiroko", "Paulo", "Amina", "Janusz", "Karim", "Linh", "Teresa", "Viktor"];
    private static readonly string[] Last = ["Vilela", "Baranov", "Solheim", "Odhiambo", "Kanda", "Teixeira", "Farouk", "Wilczek", "Haddad", "Tran", "Quiroga", "Hale"];
    private static readonly string[] Cities = ["Geneva", "Vienna", "Nairobi", "Oslo", "Brussels", "Hanoi", "Santiago", "Doha"];
    private static readonly string[] Actions = ["stop the attacks on civilian ships", "return to the negotiating table", "withdraw its forces from the border area", "lift the tariffs on steel", "release the detained journalists", "honour the ceasefire", "open the crossing to aid convoys", "share data on the outbreak"];
    private static readonly string[] Topics = ["the trade agreement", "the border dispute", "the new sanctions", "the water treaty", "the missile test", "the fishing quotas", "the refugee camps", "the nuclear talks"];
    private static readonly string[] Clauses = ["the talks would go on next week", "no decision had been taken", "the two sides were close to a deal", "the measures were aimed at nobody", "the agreement remained in force", "the situation on the ground was getting worse"];
    private static readonly string[] Deeds = ["The river rose by two metres after three days of rain.", "The train left the station at 6:40 a.m. and reached the coast before noon.", "Prices of wheat fell by 2.3 percent on the exchange.", "The museum holds about 12,000 objects, most of them made of clay.", "Fishermen returned with full nets for the first time in years.", "The bridge, which was built in 1931, connects the old town with the harbour.", "The home team scored twice in the second half and won 3-1.", "Snow covered the higher villages until the end of April."];

    private readonly Random _random = new(seed);

    public Article News(string id, int size)
    {
        var text = new StringBuilder();
        text.Append(Pick(Cities).ToUpperInvariant()).Append(", ").Append(_random.Next(1, 29)).Append(" May 2025 - ");
        while (text.Length < size)
        {
            int sentences = _random.Next(1, 4);
            for (int i = 0; i < sentences; i++)
            {
                text.Append(_random.Next(2) == 0 ? Speech() : Pick(Deeds)).Append(' ');
            }

            text.Length--;
            text.Append("\n\n");
        }

        return new Article { Id = id, Text = text.ToString(), PublishedAt = new DateOnly(2025, 5, 14) };
    }

    public Article Statement(string id, int size)
    {
        var text = new StringBuilder();
        while (text.Length < size)
        {
            text.Append(_random.Next(6) switch
            {
                0 => $"We urge {Pick(States)} to {Pick(Actions)} and {Pick(Actions)}.",
                1 => $"My country welcomes the progress on {Pick(Topics)}.",
                2 => $"We will continue to work with {Pick(States)} on {Pick(Topics)}.",
                3 => $"{Capitalised(Pick(States))} must {Pick(Actions)}.",
                4 => $"Let me turn to {Pick(Topics)}.",
                _ => Pick(Deeds),
            });
            text.Append(_random.Next(4) == 0 ? "\n\n" : " ");
        }

        return new Article { Id = id, Text = text.ToString(), Speaker = $"{Pick(First)} {Pick(Last)}", SpeakerCountry = "NOR" };
    }

    public Article Narrative(string id, int size)
    {
        var text = new StringBuilder();
        while (text.Length < size)
        {
            text.Append(Pick(Deeds)).Append(_random.Next(3) == 0 ? "\n\n" : " ");
        }

        return new Article { Id = id, Text = text.ToString() };
    }

    private string Speech()
    {
        int state = _random.Next(States.Length);
        string person = $"{Pick(First)} {Pick(Last)}";
        string titled = $"{Demonyms[state]} {Pick(Offices)} {person}";
        return _random.Next(8) switch
        {
            0 => $"{titled} urged {Pick(States)} to {Pick(Actions)}, {Pick(Actions)} and {Pick(Actions)}.",
            1 => $"“We hope that {Pick(States)} will {Pick(Actions)},” {person} told reporters in {Pick(Cities)}.",
            2 => $"\"{Capitalised(Pick(Clauses))},\" said {titled}. \"We will respond if {Pick(States)} does not {Pick(Actions)}.\"",
            3 => $"{titled} said that {Pick(Clauses)}, adding that {States[state]} was ready to discuss {Pick(Topics)}.",
            4 => $"According to the {Demonyms[state]} Foreign Ministry, {Pick(Clauses)}.",
            5 => $"{Capitalised(States[state])} condemned {Pick(Topics)} and called on {Pick(States)} to {Pick(Actions)}.",
            6 => $"She described {Pick(Topics)} as “a step in the wrong direction” and warned that {Pick(Clauses)}.",
            _ => $"A spokesman denied that {States[state]} had agreed to {Pick(Actions)}.",
        };
    }

    private static string Capitalised(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];

    private string Pick(string[] items) => items[_random.Next(items.Length)];
}
