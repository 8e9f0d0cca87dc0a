using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.Tests.Parsing;

/// <summary>Parsers with weights drawn at random: whatever must hold for every weight can be tested on them.</summary>
internal static class RandomParser
{
    private const int Inputs = 32;
    private const int Window = 48;
    private const int State = 16;
    private const int Hidden = 32;

    public static DependencyParser Make(int seed) => new(ParserModel.Read(Open(Writer(seed))));

    public static WeightFile Open(WeightFileWriter writer) => WeightFile.Open(new MemoryStream(writer.ToArray()));

    public static WeightFileWriter Writer(int seed)
    {
        var random = new Random(seed);
        var writer = new WeightFileWriter();
        writer.Add("shape", [Inputs, 2, Hidden, TransitionFeatures.Rows]);
        writer.Add("keys", new uint[] { 7, 1u << 20, 3u << 30 });
        writer.Add("rows", Array.ConvertAll(Numbers(random, (ParserModel.TagRows + 3) * Inputs, 100), v => (sbyte)v));
        Dense(writer, random, "window", ParserModel.WindowTokens * Inputs, Window, 10000, 8);
        Dense(writer, random, "layer0", Window, 6 * State, 1500, 10);
        Dense(writer, random, "layer1", 2 * State, 6 * State, 3000, 10);
        Dense(writer, random, "slots", 2 * State, TransitionFeatures.Slots * Hidden, 2000, 12);
        writer.Add("empty", Numbers(random, TransitionFeatures.Slots * Hidden, 500));
        writer.Add("facts", Numbers(random, TransitionFeatures.Rows * Hidden, 500));
        writer.Add("bias", Numbers(random, Hidden, 500));
        writer.Add("moves", Numbers(random, 3 * Hidden, 10000));
        writer.Add("moves.bias", [random.Next(1000), random.Next(1000), random.Next(1000)]);
        Dense(writer, random, "left", Hidden, 32, 1500, 8);
        Dense(writer, random, "right", Hidden, 48, 1000, 8);
        writer.Add("left.relations", Codes(20));
        writer.Add("right.relations", Codes(48));
        return writer;
    }

    private static void Dense(WeightFileWriter writer, Random random, string name, int inputs, int outputs, int most, int shift) =>
        ParserModel.WriteDense(writer, name, Numbers(random, inputs * outputs, most), Array.ConvertAll(Numbers(random, outputs, 1000), v => (int)v), shift);

    private static byte[] Codes(int count) => [.. Enumerable.Range(1, count).Select(c => (byte)c)];

    private static short[] Numbers(Random random, int count, int most)
    {
        short[] numbers = new short[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = (short)random.Next(-most, most + 1);
        }

        return numbers;
    }
}
