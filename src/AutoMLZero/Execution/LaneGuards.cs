using System.Numerics;
using System.Runtime.Intrinsics;
using AutoMLZero.Execution.Kernels;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>Which lanes the guards before an instruction allow to run it. The instruction writes apart, and lanes that it is allowed in take over.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
internal sealed unsafe class LaneGuards<T>(MemoryLayout<T> layout) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private NativeBuffer mask = new(0);
    private NativeBuffer result = new(0);

    private T* Mask => (T*)mask.Pointer;

    private T* Result => (T*)result.Pointer;

    /// <summary>Whether any lane is allowed.</summary>
    public bool AllowAny
    {
        get
        {
            var any = Vector512<T>.Zero;
            for (nint lane = 0; lane < layout.Lanes; lane += Vector512<T>.Count) any |= Vector512.LoadAligned(Mask + lane);
            return any.AsUInt64() != Vector512<ulong>.Zero;
        }
    }

    /// <summary>Allows all lanes.</summary>
    public void Start()
    {
        Reserve(ref mask, layout.Lanes);
        Elementwise.Fill(Vector512<T>.AllBitsSet[0], Mask, layout.Lanes);
    }

    /// <summary>Forbids the lanes that a guard does not allow.</summary>
    /// <returns>Whether the instruction is a guard; else nothing happens.</returns>
    public bool TryAdd(in LoweredInstruction<T> guard)
    {
        if (guard.Op is not (Op.IfGreater or Op.IfAtMost)) return false;
        for (nint lane = 0; lane < layout.Lanes; lane += Vector512<T>.Count)
        {
            var (a, b) = (Vector512.LoadAligned(guard.Input1 + lane), Vector512.LoadAligned(guard.Input2 + lane));
            var allowed = guard.Op == Op.IfGreater ? Vector512.GreaterThan(a, b) : Vector512.LessThanOrEqual(a, b);
            (Vector512.LoadAligned(Mask + lane) & allowed).StoreAligned(Mask + lane);
        }

        return true;
    }

    /// <summary>Where the instruction is to write.</summary>
    public T* Begin(in LoweredInstruction<T> instruction)
    {
        var info = instruction.Op.Info();
        var size = layout.Size(info.Output);
        Reserve(ref result, size);
        if (info.IsPartialWrite) Elementwise.Copy(instruction.Output, Result, size);
        return Result;
    }

    /// <summary>Takes what the instruction wrote where it is allowed.</summary>
    public void End(in LoweredInstruction<T> instruction)
    {
        var type = instruction.Op.Info().Output;
        if (type == OperandType.Scalar) Select(instruction.Output, 0, layout.Lanes);
        else if (layout.IsLanes) SelectLanes(instruction.Output, layout.Size(type));
        else SelectTasks(instruction.Output, layout.Size(type) / layout.Tasks);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        mask.Dispose();
        result.Dispose();
    }

    private void SelectLanes(T* output, nint size)
    {
        for (nint at = 0; at < size; at += layout.Lanes) Select(output, at, layout.Lanes);
    }

    private void Select(T* output, nint start, nint lanes)
    {
        for (nint lane = 0; lane < lanes; lane += Vector512<T>.Count)
        {
            var at = start + lane;
            Vector512.ConditionalSelect(Vector512.LoadAligned(Mask + lane), Vector512.LoadAligned(Result + at), Vector512.LoadAligned(output + at))
                .StoreAligned(output + at);
        }
    }

    private void SelectTasks(T* output, nint size)
    {
        for (var task = 0; task < layout.Tasks; task++)
        {
            if (T.IsNaN(Mask[task])) Elementwise.Copy(Result + (task * size), output + (task * size), size);
        }
    }

    private static void Reserve(ref NativeBuffer buffer, nint count)
    {
        var bytes = (nuint)(count * sizeof(T));
        if (buffer.Size >= bytes && buffer.Size > 0) return;
        buffer.Dispose();
        buffer = new NativeBuffer(bytes);
    }
}
