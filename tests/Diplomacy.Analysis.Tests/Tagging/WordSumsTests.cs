using CsCheck;
using Diplomacy.Analysis.Models;
using Diplomacy.Analysis.Tagging;
using Xunit;

namespace Diplomacy.Analysis.Tests.Tagging;

public class WordSumsTests
{
    [Fact]
    public void ASum_IsRoundedToBytesWithOneShift()
    {
        Gen.Select(Gen.Short.Array[WordSums.Width], Gen.Int[0, 15]).Sample((values, small) =>
        {
            values = Array.ConvertAll(values, v => (short)(v >> small));
            var sums = new WordSums(2);
            short[] given = [.. values];
            sums.Set(1, given);
            int largest = values.Take(PennTags.Count).Max(v => Math.Abs((int)v));
            int shift = 0;
            while ((largest + (1 << shift >> 1)) >> shift > 127)
            {
                shift++;
            }

            for (int i = 0; i < WordSums.Width; i++)
            {
                int expected = i < PennTags.Count ? (values[i] + (1 << shift >> 1)) >> shift : i == WordSums.Width - NarrowTable.Tail ? shift : 0;
                Assert.Equal((byte)expected, System.Runtime.CompilerServices.Unsafe.Add(ref sums.At(1), i));
            }
        });
    }
}
