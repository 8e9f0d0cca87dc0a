using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;

namespace Diplomacy.Analysis.ML.Entities;

/// <summary>A sentence for training: words, and for each word the labels it may have, a bit each (a corpus that does not tell leaves several).</summary>
internal sealed class EntitySentence
{
    /// <summary>Any label that a corpus without nations and other names leaves open where it says "outside".</summary>
    public static readonly uint Open = 1 | TypeMask(EntityType.Group) | TypeMask(EntityType.Miscellaneous);

    private EntitySentence(string[] forms, uint[] masks)
    {
        Forms = forms;
        Masks = masks;
    }

    public string[] Forms { get; }

    public uint[] Masks { get; }

    /// <summary>All four labels of a type.</summary>
    public static uint TypeMask(EntityType type) => 0xFu << EntityLabel.Make(type, EntityLabel.Begin);

    /// <summary>
    /// Reads IOB2 (or IO) tags. <paramref name="typesOf"/> gives the types a tag may stand for, a bit each (bit 0: no name);
    /// <paramref name="outside"/> the labels of words without a tag.
    /// </summary>
    public static EntitySentence Make(string[] forms, string[] tags, Func<string, uint> typesOf, uint outside)
    {
        uint[] masks = new uint[forms.Length];
        Array.Fill(masks, outside);
        for (int i = 0; i < forms.Length;)
        {
            if (tags[i].Length < 3)
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < forms.Length && tags[end].Length > 2 && tags[end][0] == 'I' && tags[end].AsSpan(2).SequenceEqual(tags[i].AsSpan(2)))
            {
                end++;
            }

            uint types = typesOf(tags[i][2..]);
            if (types != 0)
            {
                Fill(masks.AsSpan(i, end - i), types);
            }

            i = end;
        }

        return new EntitySentence(forms, masks);
    }

    /// <summary>The same with words in capitals only, as in old headlines.</summary>
    public EntitySentence InCapitals() => new(Array.ConvertAll(Forms, f => f.ToUpperInvariant()), Masks);

    private static void Fill(Span<uint> masks, uint types)
    {
        for (int k = 0; k < masks.Length; k++)
        {
            int place = masks.Length == 1 ? EntityLabel.Single : k == 0 ? EntityLabel.Begin : k == masks.Length - 1 ? EntityLabel.End : EntityLabel.Inside;
            uint mask = types & 1;
            for (int type = 1; type <= 5; type++)
            {
                mask |= (types >> type & 1) << EntityLabel.Make((EntityType)type, place);
            }

            masks[k] = mask;
        }
    }
}
