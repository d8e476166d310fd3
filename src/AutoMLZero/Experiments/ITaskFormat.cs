using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>
/// How tasks of one family stand in a spec: an object whose field <c>kind</c> says which family, and whose other fields are the family's own.
/// A <see cref="SpecCatalog"/> holds the formats that a spec may use.
/// </summary>
public interface ITaskFormat
{
    /// <summary>The words for <c>kind</c> that this format reads; no other format of a catalog has them.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>
    /// The JSON schema (draft 7) of the object, as JSON text without references. It accepts what <see cref="Read"/> accepts, rules between
    /// fields apart.
    /// </summary>
    string Schema { get; }

    /// <summary>Reads tasks; no file that they are made of is touched.</summary>
    /// <param name="field">An object whose <c>kind</c> is one of <see cref="Kinds"/>.</param>
    /// <exception cref="InputException">A field is unknown, missing or out of its range; the message says which.</exception>
    TaskSource Read(JsonField field);
}
