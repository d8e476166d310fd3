using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AutoMLZero.Cli;

/// <summary>One JSON object on one line.</summary>
internal static class JsonLine
{
    // The lines go to programs and people, never into web pages: '+' stays '+'.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object.</summary>
    /// <param name="output">Where the line goes.</param>
    /// <param name="fields">Writes the fields of the object.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes a number, or null when there is none or it is not finite, which JSON cannot say.</summary>
    /// <param name="writer">The object's writer.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">The number.</param>
    public static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
