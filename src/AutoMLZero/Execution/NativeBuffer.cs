using System.Runtime.InteropServices;

namespace AutoMLZero.Execution;

/// <summary>Zeroed memory outside the managed heap, aligned for the widest vectors.</summary>
internal sealed unsafe class NativeBuffer : SafeHandle
{
    private const int Alignment = 64;

    /// <summary>Allocates zeroed memory.</summary>
    /// <param name="bytes">Its size.</param>
    /// <exception cref="OutOfMemoryException">There is not as much memory.</exception>
    public NativeBuffer(nuint bytes)
        : base(0, ownsHandle: true)
    {
        SetHandle((nint)NativeMemory.AlignedAlloc(bytes + Alignment, Alignment));
        NativeMemory.Clear((void*)handle, bytes + Alignment);
        Size = bytes;
    }

    /// <summary>Its size in bytes.</summary>
    public nuint Size { get; }

    /// <summary>Its first byte.</summary>
    public void* Pointer => (void*)handle;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
