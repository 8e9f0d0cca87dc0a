using System.Text;
using System.Text.Json.Nodes;
using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Tagging;
using Diplomacy.Analysis.Tokens;

namespace Diplomacy.Analysis.ML.Names;

/// <summary>
/// Gives the persons of an annotated document names that no list has, and its states the names of other states, with all that hangs
/// on them: demonyms, capitals, codes. A state stays what it is where a body of it is named that no other state has ("the Kremlin's
/// guards" can be swapped, "the State Duma" cannot). The annotation is moved along, so that the same annotation holds.
/// </summary>
internal sealed class NameSwap
{
    private static readonly string[] Heads = ["Bral", "Cund", "Drev", "Felk", "Grov", "Harb", "Jelm", "Kesk", "Lund", "Morv", "Nesk", "Pelt", "Quor", "Relk", "Strev", "Tolv", "Varn", "Welk", "Yord", "Zelm"];
    private static readonly string[] Tails = ["ak", "ebo", "idge", "ovan", "umi", "aska", "entho", "ilvar", "orrin", "uldo", "avik", "emma", "isto", "oquet", "unto"];

    // "al", "de", "van": particles of names, which any name may have.
    private static readonly HashSet<string> Particles = ["al", "el", "de", "da", "di", "van", "von", "der", "den", "la", "le", "bin", "ibn", "abu", "do", "dos", "del"];

    private readonly DiplomacyAnalyzer _analyzer;
    private readonly List<StateNames> _states = [];
    private readonly Dictionary<string, StateNames> _byCode = [];

    public NameSwap(DiplomacyAnalyzer analyzer)
    {
        _analyzer = analyzer;
        foreach (string[] row in analyzer.Resources.Lexicons.Rows(LexiconKind.States))
        {
            var state = new StateNames(row[0], row[1], First(row[4]), First(row[5]), First(row[6]), [.. row[3].Split('|').Concat(row[4].Split('|')).Append(row[1]).Where(f => f.Length > 0)]);
            _byCode[state.Code] = state;
            if (!state.Name.Contains(' ', StringComparison.Ordinal) && state.Adjective.Length > 0 && state.People.Length > 0 && state.Capital.Length > 0 && !state.Capital.Contains(' ', StringComparison.Ordinal)
                && state.Name is not ("Niger" or "Nigeria" or "Georgia" or "Guinea" or "Dominica" or "Congo" or "Jordan" or "Chad" or "Luxembourg" or "Singapore" or "Belgium"))
            {
                _states.Add(state);
            }
        }
    }

    /// <summary>Swaps the names of one document, given and taken as its JSON.</summary>
    public void Apply(JsonObject document)
    {
        string text = document["text"]!.GetValue<string>();
        Plan plan = Read(document, text);
        document["text"] = plan.Text;
        foreach (string name in new[] { "title", "speaker" })
        {
            if (document[name]?.GetValue<string>() is { } value)
            {
                document[name] = name == "speaker" ? plan.Named(value) : plan.Plain(value);
            }
        }

        if (document["speaker_country"]?.GetValue<string>() is { } country)
        {
            document["speaker_country"] = plan.Codes(country);
        }

        foreach (JsonNode? node in document["claims"]?.AsArray() ?? [])
        {
            Move(node!.AsObject(), plan);
        }
    }

    private static void Move(JsonObject claim, Plan plan)
    {
        foreach ((string name, JsonNode? value) in claim.ToArray())
        {
            switch (name)
            {
                case "content" when value is JsonArray pieces:
                    claim[name] = new JsonArray([.. pieces.Select(p => (JsonNode)plan.Span(p!.AsArray()))]);
                    break;
                case not null when name.EndsWith("_span", StringComparison.Ordinal) && value is JsonArray span:
                    claim[name] = plan.Span(span);
                    break;
                case "addressees" or "targets" when value is JsonArray codes:
                    claim[name] = new JsonArray([.. codes.Select(c => (JsonNode)plan.Codes(c!.GetValue<string>()))]);
                    break;
                case "speaker_country" when value is not null:
                    claim[name] = plan.Codes(value.GetValue<string>());
                    break;
                case "speaker_name" when value is not null:
                    claim[name] = plan.Named(value.GetValue<string>());
                    break;
            }
        }

        foreach (string name in new[] { "speaker", "cue" })
        {
            if (claim[name + "_span"] is JsonArray { Count: > 0 } span)
            {
                claim[name] = plan.Slice(span);
            }
        }

        if (claim["content"] is JsonArray content)
        {
            claim["content_text"] = string.Join(" ... ", content.Select(p => plan.Slice(p!.AsArray())));
        }
    }

    private Plan Read(JsonObject json, string text)
    {
        using AnalyzedDocument document = _analyzer.Analyze(new Article
        {
            Id = json["id"]?.GetValue<string>() ?? "",
            Text = text,
            Title = json["title"]?.GetValue<string>(),
            Speaker = json["speaker"]?.GetValue<string>(),
            SpeakerCountry = json["speaker_country"]?.GetValue<string>(),
        });
        DocumentContext context = document.Context;
        var persons = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var states = new HashSet<string>();
        var bound = new HashSet<string>();
        foreach (ref EntityMention mention in context.Entities.Span)
        {
            if (mention.Type == EntityType.Person)
            {
                AddName(context.SpanOf(mention.Tokens).Slice(text).ToString(), persons);
            }
            else if (mention.Identity?.Country is { } code && _byCode.ContainsKey(code))
            {
                states.Add(code);
                if (mention.Identity.Role is not (EntityRole.State or EntityRole.Demonym or EntityRole.Capital or EntityRole.Metonym or EntityRole.Place))
                {
                    bound.Add(code);
                }
            }
        }

        foreach (JsonNode? claim in json["claims"]?.AsArray() ?? [])
        {
            foreach (string name in (claim!["speaker_name"]?.GetValue<string>() ?? "").Split("; "))
            {
                string[] words = name.Split(' ');
                if (words.Length is 2 or 3 && words.All(w => w.Length > 1 && char.IsUpper(w[0]) && w.Any(char.IsLower)) && !_byCode.Values.Any(s => words.Contains(s.Name) || words.Contains(s.Adjective))
                    && text.Contains(words[^1], StringComparison.Ordinal) && !words.Any(w => w is "Ministry" or "Government" or "Council" or "Bank" or "Party" or "Union" or "Court" or "Committee" or "Nations"))
                {
                    AddName(name, persons);
                }
            }
        }

        if (json["speaker"]?.GetValue<string>() is { } own && !own.StartsWith("delegate of", StringComparison.Ordinal))
        {
            AddName(own, persons);
        }

        uint seed = StableHash.Of(json["id"]?.GetValue<string>() ?? text);
        var swapped = new Dictionary<string, StateNames>();
        foreach (string code in states.Order(StringComparer.Ordinal).Where(c => !bound.Contains(c)))
        {
            for (uint k = 0; ; k++)
            {
                StateNames other = _states[(int)(StableHash.Combine(StableHash.Combine(seed, StableHash.Of(code)), k) % (uint)_states.Count)];
                if (!states.Contains(other.Code) && !swapped.ContainsValue(other) && !text.Contains(other.Name, StringComparison.Ordinal))
                {
                    swapped[code] = other;
                    break;
                }
            }
        }

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string word in persons.Order(StringComparer.Ordinal))
        {
            uint hash = StableHash.Combine(seed, StableHash.Of(word.ToLowerInvariant()));
            names[word] = Heads[(int)(hash % (uint)Heads.Length)] + Tails[(int)(hash / 31 % (uint)Tails.Length)];
        }

        return new Plan(text, Edits(context, text, swapped, names), names, swapped, _byCode);
    }

    private static void AddName(string name, HashSet<string> words)
    {
        foreach (string word in name.Split([' ', '\u00A0', '-', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            string plain = word.Trim('.', ',', '’', '\'', '"', '“', '”', '(', ')');
            if (plain.Length > 2 && char.IsUpper(plain[0]) && !Particles.Contains(plain.ToLowerInvariant()))
            {
                words.Add(plain);
            }
        }
    }

    private List<(TextSpan Span, string With)> Edits(DocumentContext context, string text, Dictionary<string, StateNames> swapped, Dictionary<string, string> names)
    {
        List<(TextSpan Span, string With)> edits = [];
        Span<EntityMention> entities = context.Entities.Span;
        int entity = 0;
        for (int i = 0; i < context.Tokens.Length; i++)
        {
            while (entity < entities.Length && entities[entity].Tokens.End <= i)
            {
                entity++;
            }

            if (entity < entities.Length && entities[entity].Tokens.First == i && entities[entity] is { Type: not EntityType.Person, Identity: { Country: { } code } identity } && swapped.TryGetValue(code, out StateNames? other))
            {
                TextSpan span = context.SpanOf(entities[entity].Tokens);
                string old = span.Slice(text).ToString();
                bool plural = old.EndsWith('s') && old != "Swiss";
                string with = identity.Role switch
                {
                    EntityRole.State => other.Name,
                    EntityRole.Demonym => plural ? other.People : other.Adjective,
                    _ => other.Capital,
                };
                if (identity.Role == EntityRole.State && i > 0 && context.TokenText(i - 1) is "the" or "The" && !(edits.Count > 0 && edits[^1].Span.End > context.Tokens[i - 1].Start)
                    && (entities[entity].Tokens.End >= context.Tokens.Length || !context.Tags[entities[entity].Tokens.End].IsNoun()))
                {
                    // "the Netherlands said": the others need no article.
                    span = TextSpan.FromBounds(context.Tokens[i - 1].Start, span.End);
                }

                edits.Add((span, old.Length > 3 && !old.Any(char.IsLower) ? with.ToUpperInvariant() : with));
                i = entities[entity].Tokens.End - 1;
                continue;
            }

            if ((entity >= entities.Length || entities[entity].Tokens.First > i) && InTitle(context, i, swapped) is { } title)
            {
                edits.Add(title);
                continue;
            }

            if (context.Tokens[i].Kind == TokenKind.Word && context.Tokens[i].Is(TokenTraits.InitialCapital) && (entity >= entities.Length || entities[entity].Tokens.First > i || entities[entity].Type == EntityType.Person))
            {
                string word = context.TokenText(i).ToString();
                string with = Plan.Replace(word, names);
                if (with != word)
                {
                    edits.Add((context.SpanOf(new TokenRange(i, i + 1)), with));
                }
            }
        }

        return edits;
    }

    // "US Secretary of State": a state inside a title is no mention of its own.
    private (TextSpan Span, string With)? InTitle(DocumentContext context, int token, Dictionary<string, StateNames> swapped)
    {
        string word = context.TokenText(token).ToString();
        foreach ((string code, StateNames other) in swapped)
        {
            StateNames state = _byCode[code];
            if (state.Forms.Contains(word))
            {
                return (context.SpanOf(new TokenRange(token, token + 1)), word == state.Name || word.Length <= 4 ? other.Name : other.Adjective);
            }
        }

        return null;
    }

    private static string First(string cell) => cell.Split('|')[0];
}
