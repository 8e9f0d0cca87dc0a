using Diplomacy.Analysis.Lexicons;
using Diplomacy.Analysis.Models;

namespace Diplomacy.Analysis.Tagging;

/// <summary>
/// The tag dictionary: which tags a lower-case word had in training, most frequent first. Words are interned, so that the
/// dictionary is an array read by lexeme id.
/// </summary>
internal sealed class TagLexicon
{
    private const byte Common = 0x80;

    private readonly Entry[] _entries;

    private TagLexicon(Entry[] entries) => _entries = entries;

    /// <summary>Reads the dictionary of a tagger's weight file.</summary>
    public static TagLexicon Read(WeightFile file, Vocabulary vocabulary)
    {
        WeightStrings words = file.Strings("lexicon.words");
        ReadOnlySpan<byte> counts = file.Bytes("lexicon.counts");
        ReadOnlySpan<byte> tags = file.Bytes("lexicon.tags");
        ReadOnlySpan<byte> sure = file.Bytes("lexicon.sure");
        WeightFile.Check(sure.Length == counts.Length, "the dictionary's parts have lengths that do not agree");
        var entries = new Entry[vocabulary.Count + counts.Length + 1];
        int at = 0, word = 0;
        for (; words.TryRead(out ReadOnlySpan<char> text); word++)
        {
            WeightFile.Check(word < counts.Length && at + counts[word] <= tags.Length, "the dictionary has more words than tags");
            int id = vocabulary.Intern(text);
            if (id >= entries.Length)
            {
                Array.Resize(ref entries, id + 4096);
            }

            entries[id] = Make(tags.Slice(at, counts[word]), sure[word] != 0);
            at += counts[word];
        }

        WeightFile.Check(word == counts.Length && at == tags.Length, "the dictionary has more tags than words");
        return new TagLexicon(entries);
    }

    /// <summary>Writes a dictionary: a word's tags by falling frequency, those above a tenth marked.</summary>
    public static void Write(WeightFileWriter writer, IEnumerable<(string Word, (PennTag Tag, bool Common)[] Tags, bool Sure)> words)
    {
        List<string> forms = [];
        List<byte> counts = [], tags = [], sure = [];
        foreach ((string word, (PennTag Tag, bool Common)[] list, bool certain) in words)
        {
            forms.Add(word);
            counts.Add((byte)list.Length);
            tags.AddRange(list.Select(t => (byte)((byte)t.Tag | (t.Common ? Common : 0))));
            sure.Add((byte)(certain ? 1 : 0));
        }

        writer.Add("lexicon.words", forms);
        writer.Add("lexicon.counts", counts.ToArray());
        writer.Add("lexicon.tags", tags.ToArray());
        writer.Add("lexicon.sure", sure.ToArray());
    }

    /// <summary>What the dictionary says of a lexeme; all zero where nothing.</summary>
    public Entry this[int lexeme] => (uint)lexeme < (uint)_entries.Length ? _entries[lexeme] : default;

    private static Entry Make(ReadOnlySpan<byte> tags, bool sure)
    {
        uint group = 0;
        foreach (byte tag in tags)
        {
            int number = tag & ~Common;
            WeightFile.Check(number > 0 && number < PennTags.Count, "the dictionary names a tag that is not there");
            group = (tag & Common) != 0 ? StableHash.Combine(group, (uint)number) : group;
        }

        return new Entry { Class = group, Only = sure && tags.Length == 1 ? (PennTag)(tags[0] & ~Common) : PennTag.None };
    }

    /// <summary>What the dictionary says of a word.</summary>
    internal struct Entry
    {
        /// <summary>Hash of the tags that make up a tenth or more, in order.</summary>
        public uint Class;

        /// <summary>The word's only tag where it is frequent enough to be sure of it; else none.</summary>
        public PennTag Only;
    }
}
