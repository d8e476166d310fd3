using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>
/// Reads experiment specs from JSON; <c>docs/spec.schema.json</c> describes the form. Comments and trailing commas are allowed;
/// every field must be there and no other, but for early exits, the limits of the budget and the weights of mutations, which may be absent.
/// </summary>
public static class SpecReader
{
    /// <summary>Reads a spec.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What errors call the text, such as its file name.</param>
    /// <param name="overrides">
    /// Values to put in before the spec is read, in order: the key is a path such as <c>evolution.population</c>, the value is JSON or a
    /// bare word.
    /// </param>
    /// <param name="catalog">The kinds of tasks that the spec may have; those of <see cref="SpecCatalog.Core"/> when null.</param>
    /// <exception cref="InputException">The text is not a spec; the message says where, what was found and what was expected.</exception>
    public static ExperimentSpec Read(
        string json, string source, IEnumerable<KeyValuePair<string, string>>? overrides = null, SpecCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(source);
        using var document = JsonText.Parse(json, source);
        if (overrides is null) return SpecFields.Read(new JsonField(document.RootElement, source), catalog ?? SpecCatalog.Core);
        using var overridden = SpecOverrides.Apply(document, source, overrides);
        return SpecFields.Read(new JsonField(overridden.RootElement, source), catalog ?? SpecCatalog.Core);
    }
}
