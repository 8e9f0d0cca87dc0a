using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// A noun phrase that means a person by office or a body by its kind, with what the text around says of its state:
/// "China's foreign minister", "a senior Iranian official", "the defence ministry of Oman", "ministry spokeswoman". It may
/// hold entity mentions (its state) and may stand beside the name of its holder.
/// </summary>
internal struct ActorPhrase
{
    /// <summary>The whole phrase: article, modifiers, state, office, "of STATE".</summary>
    public TokenRange Tokens;

    /// <summary>The words of the office or body.</summary>
    public TokenRange Core;

    /// <summary>What the head is.</summary>
    public ActorKind Kind;

    /// <summary>Class of the office; <see cref="OfficeClass.None"/> for bodies.</summary>
    public OfficeClass Class;

    /// <summary>'m' or 'f' where the word tells, else '\0'.</summary>
    public char Gender;

    /// <summary>Code of the state or organisation it belongs to, or null where the text does not tell.</summary>
    public string? Country;

    /// <summary>Code of the state where an ambassador serves ("to Mauritius"), or null.</summary>
    public string? Host;

    /// <summary>Name of the office ("Foreign Minister") or body ("Ministry of Foreign Affairs of China").</summary>
    public string Name;

    /// <summary>Name of the body an office belongs to ("Ministry of Foreign Affairs of China" of its spokesman), or null.</summary>
    public string? Body;

    /// <summary>Whether the office is a past one ("former president").</summary>
    public bool Former;

    /// <summary>Whether the phrase is definite: "the", a possessive, a demonym or a capital.</summary>
    public bool Definite;

    /// <summary>Whether a possessive pronoun leads it ("her Japanese counterpart").</summary>
    public bool Possessed;

    /// <summary>Index in <see cref="DocumentContext.Entities"/> of the person named beside it, or -1.</summary>
    public int Holder;

    /// <summary>Index in <see cref="DocumentContext.Entities"/> of the state or body that gives its country, or -1.</summary>
    public int Affiliation;
}
