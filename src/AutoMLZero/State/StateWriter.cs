using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.State;

/// <summary>Takes down the state of a search as bytes, from which <see cref="StateReader"/> reads it back bit for bit.</summary>
public sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Dictionary<object, int> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the descent of individuals is written; without it, nothing can be restored, but two states can be compared.</summary>
    public bool WritesLineage { get; init; } = true;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    public void Write(long value) => Write((ulong)value);

    /// <summary>Writes 64 bits.</summary>
    /// <param name="value">The bits.</param>
    public void Write(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(buffer.GetSpan(sizeof(ulong)), value);
        buffer.Advance(sizeof(ulong));
    }

    /// <summary>Writes a number, bit for bit.</summary>
    /// <param name="value">The number.</param>
    public void Write(double value) => Write(BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The truth value.</param>
    public void Write(bool value) => Write(value ? (byte)1 : (byte)0);

    /// <summary>Writes a program.</summary>
    /// <param name="program">The program.</param>
    public void Write(Program program)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (program.Source is { } source)
        {
            // No length is negative, so that programs without routines need no mark.
            Write(-source.BodyCount);
            for (var body = 0; body < source.BodyCount; body++) Write(source[body]);
            return;
        }

        Write(program.Setup);
        Write(program.Predict);
        Write(program.Learn);
    }

    /// <summary>
    /// Writes something that may come up several times: what it is at the first time, then only which it was, so that
    /// <see cref="StateReader.ReadShared"/> gives the same object each time.
    /// </summary>
    /// <param name="item">What to write; null too.</param>
    /// <param name="write">Writes what it is.</param>
    public void WriteShared<T>(T? item, Action<T> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (item is null)
        {
            Write(-1);
            return;
        }

        if (known.TryGetValue(item, out var number))
        {
            Write(number);
            return;
        }

        Write(known.Count);
        known.Add(item, known.Count);
        write(item);
    }

    private void Write(ImmutableArray<Instruction> instructions)
    {
        Write(instructions.Length);
        foreach (ref readonly var instruction in instructions.AsSpan())
        {
            Write((byte)instruction.Op);
            Write(instruction.Output);
            Write(instruction.Input1);
            Write(instruction.Input2);
            for (var i = 0; i < instruction.Op.Info().Constants.Length; i++) Write(instruction.Constant(i));
        }
    }

    private void Write(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
