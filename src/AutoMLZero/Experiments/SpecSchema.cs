namespace AutoMLZero.Experiments;

/// <summary>The JSON schema of specs, the same as <c>docs/spec.schema.json</c>, for editors and validators.</summary>
public static class SpecSchema
{
    /// <summary>The text of the schema (JSON Schema, draft 7).</summary>
    public static string Json { get; } = Read();

    private static string Read()
    {
        var stream = typeof(SpecSchema).Assembly.GetManifestResourceStream("AutoMLZero.Experiments.spec.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
