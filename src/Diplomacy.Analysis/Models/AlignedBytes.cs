using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Diplomacy.Analysis.Models;

/// <summary>
/// Bytes that begin at a cache line and stay there: a table whose rows are lines then costs one fetch a row, and a row can be
/// asked for before it is read.
/// </summary>
internal readonly struct AlignedBytes
{
    /// <summary>Bytes of a cache line.</summary>
    public const int Line = 64;

    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Makes <paramref name="length"/> zero bytes.</summary>
    public AlignedBytes(int length)
    {
        Length = length;
        _bytes = GC.AllocateArray<byte>(length + Line, pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0) & (Line - 1));
    }

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>The bytes.</summary>
    public Span<byte> Span => _bytes.AsSpan(_start, Length);

    /// <summary>The byte at <paramref name="offset"/>, unchecked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int offset) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _start + offset);

    /// <summary>Asks the processor for the line at <paramref name="offset"/>; nothing where it cannot be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int offset)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref At(offset)));
        }
    }
}
