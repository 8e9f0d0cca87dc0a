using System.Numerics;
using System.Runtime.CompilerServices;
using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>Lemmas that no rule gives: <c>(went, VBD)</c> is <c>go</c>, <c>(better, JJR)</c> is <c>good</c>.</summary>
internal sealed class LemmaTable
{
    private readonly ulong[] _slots;
    private readonly string[] _forms;
    private readonly byte[] _tags;
    private readonly string[] _lemmas;

    private LemmaTable(string[] forms, byte[] tags, string[] lemmas)
    {
        (_forms, _tags, _lemmas) = (forms, tags, lemmas);
        _slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, forms.Length * 2))];
        for (int i = 0; i < forms.Length; i++)
        {
            uint key = Key(forms[i], (PennTag)tags[i]);
            uint slot = key;
            while (_slots[(int)slot & (_slots.Length - 1)] != 0)
            {
                slot++;
            }

            _slots[(int)slot & (_slots.Length - 1)] = ((ulong)(uint)(i + 1) << 32) | key;
        }
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="WeightFileException">A section is missing, or the parts do not agree.</exception>
    public static LemmaTable Read(WeightFile file)
    {
        string[] forms = ReadStrings(file.Strings("lemmas.forms"));
        string[] lemmas = ReadStrings(file.Strings("lemmas.lemmas"));
        byte[] tags = file.Bytes("lemmas.tags").ToArray();
        WeightFile.Check(forms.Length == tags.Length && forms.Length == lemmas.Length, "the parts of the lemmas have lengths that do not agree");
        return new LemmaTable(forms, tags, lemmas);
    }

    /// <summary>Writes the table; forms in lower case.</summary>
    public static void Write(WeightFileWriter writer, IReadOnlyList<(string Form, PennTag Tag, string Lemma)> lemmas)
    {
        writer.Add("lemmas.forms", lemmas.Select(l => l.Form));
        writer.Add("lemmas.tags", lemmas.Select(l => (byte)l.Tag).ToArray());
        writer.Add("lemmas.lemmas", lemmas.Select(l => l.Lemma));
    }

    /// <summary>The lemma of a lower-case form with this tag, or null.</summary>
    public string? Find(ReadOnlySpan<char> lower, PennTag tag)
    {
        uint key = Key(lower, tag);
        for (uint slot = key; ; slot++)
        {
            ulong entry = _slots[(int)slot & (_slots.Length - 1)];
            if (entry == 0)
            {
                return null;
            }

            int index = (int)(entry >> 32) - 1;
            if ((uint)entry == key && (PennTag)_tags[index] == tag && lower.SequenceEqual(_forms[index]))
            {
                return _lemmas[index];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Key(ReadOnlySpan<char> form, PennTag tag) => StableHash.Combine(StableHash.Of(form), (uint)tag);

    private static string[] ReadStrings(WeightStrings strings)
    {
        List<string> list = [];
        while (strings.TryRead(out ReadOnlySpan<char> text))
        {
            list.Add(text.ToString());
        }

        return [.. list];
    }
}
