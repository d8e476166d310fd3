using System.Buffers.Binary;
using System.Text;

namespace AutoMLZero.Insight.Export.Onnx;

/// <summary>A message in the wire format of protocol buffers, of which an ONNX file is one.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;
    private const int WireTypeBits = 3;

    private readonly List<byte> bytes = [];

    /// <summary>Adds a whole number that is not negative.</summary>
    public ProtobufMessage Add(int field, long number)
    {
        WriteKey(field, Varint);
        WriteVarint((ulong)number);
        return this;
    }

    /// <summary>Adds a text.</summary>
    public ProtobufMessage Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a message within this one.</summary>
    public ProtobufMessage Add(int field, ProtobufMessage message) => Add(field, message.ToArray());

    /// <summary>Adds bytes.</summary>
    public ProtobufMessage Add(int field, ReadOnlySpan<byte> content)
    {
        WriteKey(field, LengthDelimited);
        WriteVarint((ulong)content.Length);
        bytes.AddRange(content);
        return this;
    }

    /// <summary>Adds numbers in 32 bits each, as bytes.</summary>
    public ProtobufMessage Add(int field, ReadOnlySpan<float> numbers)
    {
        var content = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(content.AsSpan(i * sizeof(float)), numbers[i]);
        return Add(field, content);
    }

    /// <summary>Adds numbers in 64 bits each, as bytes.</summary>
    public ProtobufMessage Add(int field, ReadOnlySpan<long> numbers)
    {
        var content = new byte[numbers.Length * sizeof(long)];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(i * sizeof(long)), numbers[i]);
        return Add(field, content);
    }

    /// <summary>The bytes of the message.</summary>
    public byte[] ToArray() => [.. bytes];

    private void WriteKey(int field, int wireType) => WriteVarint((ulong)((field << WireTypeBits) | wireType));

    private void WriteVarint(ulong number)
    {
        for (; number >= 0x80; number >>= 7) bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }
}
