using Diplomacy.Analysis.Lexicons;

namespace Diplomacy.Analysis.Entities;

/// <summary>
/// The names, and the persons whom only texts name, of the last documents: a corpus names the same people again and again, and
/// what is immutable need not be made anew. Fixed in size; what is found here equals what would be made. Not thread-safe.
/// </summary>
internal sealed class IdentityCache
{
    private const int Size = 1024;
    private const int LongestName = 96;

    private readonly string?[] _names = new string?[Size];
    private readonly EntityIdentity?[] _persons = new EntityIdentity?[Size];

    /// <summary>The name as a string.</summary>
    public string NameOf(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
        {
            return name.ToString();
        }

        ref string? slot = ref _names[StableHash.Of(name) % Size];
        return slot is not null && name.SequenceEqual(slot) ? slot : slot = name.ToString();
    }

    /// <summary>The person with these facts.</summary>
    public EntityIdentity PersonOf(string name, string? country, EntityRole role, string? office, char gender)
    {
        ref EntityIdentity? slot = ref _persons[StableHash.Of(name) % Size];
        return slot is not null && slot.Name == name && slot.Country == country && slot.Role == role && slot.Office == office && slot.Gender == gender
            ? slot
            : slot = new EntityIdentity { Type = EntityType.Person, Name = name, Country = country, Role = role, Office = office, Gender = gender };
    }
}
