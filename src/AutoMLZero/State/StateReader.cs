using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.State;

/// <summary>Reads what a <see cref="StateWriter"/> wrote, in the same order.</summary>
/// <param name="bytes">The bytes.</param>
public sealed class StateReader(ReadOnlyMemory<byte> bytes)
{
    private readonly List<object> known = [];
    private int at;

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => at == bytes.Length;

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public long ReadInt64() => (long)ReadUInt64();

    /// <summary>Reads 64 bits.</summary>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    /// <summary>Reads a number.</summary>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public double ReadDouble() => BitConverter.UInt64BitsToDouble(ReadUInt64());

    /// <summary>Reads a truth value.</summary>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public bool ReadBoolean() => Take(1)[0] switch { 0 => false, 1 => true, _ => throw Damaged() };

    /// <summary>Reads the length of a list.</summary>
    /// <param name="most">The largest that it may be.</param>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public int ReadCount(int most)
    {
        var count = ReadInt32();
        return count >= 0 && count <= most ? count : throw Damaged();
    }

    /// <summary>Reads a program.</summary>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public Program ReadProgram()
    {
        var head = ReadInt32();
        return head < 0 ? ReadSource(-(long)head) : new(ReadInstructions(head), ReadInstructions(ReadInt32()), ReadInstructions(ReadInt32()));
    }

    /// <summary>Reads what <see cref="StateWriter.WriteShared"/> wrote.</summary>
    /// <param name="read">Reads what it is.</param>
    /// <exception cref="InputException">The bytes are not what was written.</exception>
    public T? ReadShared<T>(Func<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var number = ReadInt32();
        if (number == -1) return null;
        if (number >= 0 && number < known.Count) return known[number] as T ?? throw Damaged();
        if (number != known.Count) throw Damaged();
        known.Add(this);
        var item = read();
        known[number] = item;
        return item;
    }

    /// <summary>The complaint about bytes that are not what was written.</summary>
    public static InputException Damaged() => new("the saved state of the search is damaged");

    private Program ReadSource(long bodies)
    {
        if (bodies > bytes.Length - at) throw Damaged();
        try
        {
            return new SourceCode([.. Enumerable.Range(0, (int)bodies).Select(_ => ReadInstructions(ReadInt32()))]).Expand() ?? throw Damaged();
        }
        catch (InputException)
        {
            throw Damaged();
        }
    }

    private ImmutableArray<Instruction> ReadInstructions(int count)
    {
        if (count < 0 || count > (bytes.Length - at) / 4) throw Damaged();
        var instructions = new Instruction[count];
        for (var i = 0; i < instructions.Length; i++) instructions[i] = ReadInstruction();
        return ImmutableCollectionsMarshal.AsImmutableArray(instructions);
    }

    private Instruction ReadInstruction()
    {
        var head = Take(4);
        if (head[0] >= Ops.Table.Length) throw Damaged();
        var instruction = new Instruction((Op)head[0], head[1], head[2], head[3]);
        for (var i = 0; i < instruction.Op.Info().Constants.Length; i++) instruction = instruction.WithConstant(i, ReadDouble());
        return instruction;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - at) throw Damaged();
        at += count;
        return bytes.Span.Slice(at - count, count);
    }
}
