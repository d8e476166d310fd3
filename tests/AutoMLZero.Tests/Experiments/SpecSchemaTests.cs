using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;
using NJsonSchema;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Schema and reader must agree: what only one of them refuses must be one of the rules that a schema cannot say.</summary>
public class SpecSchemaTests
{
    private static readonly string[] RulesBetweenFields =
    [
        " twice, ", "initialLength is", "has no weight", "expected a program because", "is neither ", "does not serve", "at most tasks.search",
        "what one individual costs", "instructions in", "is too large", "because there is one island", "at most experimentLength", "at most one an island",
        "random search has no population", "a mix has", "because programs have routines", "registers is given", "may have the guard", "constants of registers",
    ];

    private static readonly ExperimentSpec WithEarlyExits = Presets.Load("linear") with
    {
        CanonicalCache = new(),
        Hurdles = new(),
        MaxCost = new(BuiltInPrograms.Linear, 2),
        Tuning = new(),
    };

    private static readonly ExperimentSpec Archipelago = Presets.Load("linear") with
    {
        Islands = new() { Count = 4, EpochLength = 500, Migration = MigrationKind.Ring, Migrants = 7, Tasks = [Presets.Load("affine").Tasks.Search] },
    };

    private static readonly ExperimentSpec WithSizes = SmallRuns.Spec("linear, sizes");
    private static readonly ExperimentSpec WithRoutines = SmallRuns.Spec("linear, routines");

    [Fact]
    public async Task Written_presets_fit_the_schema()
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(SpecWriter.Write(Archipelago)));
        foreach (var name in Presets.Names) Assert.Empty(schema.Validate(SpecWriter.Write(Presets.Load(name))));
        Assert.Empty(schema.Validate(SpecWriter.Write(WithEarlyExits)));
        Assert.Empty(schema.Validate(SpecWriter.Write(WithSizes)));
        Assert.Empty(schema.Validate(SpecWriter.Write(WithRoutines)));
    }

    [Fact]
    public async Task Specs_without_a_field_or_with_another_value_are_judged_alike()
    {
        var schema = await Schema();
        var refused = 0;
        var texts = Presets.Names.Select(Presets.Json).Append(SpecWriter.Write(WithEarlyExits)).Append(SpecWriter.Write(Archipelago)).Append(SpecWriter.Write(WithSizes)).Append(SpecWriter.Write(WithRoutines))
            .SelectMany(json => SpecMutations.WithoutEachField(json).Select(pair => pair.Json).Concat(SpecMutations.WithEachValue(json)));
        foreach (var text in texts)
        {
            var complaint = Complaint(text);
            var isRefusedBySchema = schema.Validate(text).Count > 0;
            if (complaint is not null) refused++;
            if (complaint is not null && !isRefusedBySchema) Assert.Contains(RulesBetweenFields, complaint.Contains);
            else Assert.True(isRefusedBySchema == (complaint is not null), $"the reader says {complaint ?? "fine"}, the schema {string.Join(", ", schema.Validate(text))}: {text}");
        }

        Assert.InRange(refused, 1000, int.MaxValue);
    }

    [Theory]
    [InlineData("[64, \"0-63\"]", true)]
    [InlineData("[\"007-08\"]", true)]
    [InlineData("[\"VectorDot\", 3]", true)]
    [InlineData("[\"vectordot\"]", false)]
    [InlineData("[\"56-65\"]", false)]
    [InlineData("[\"56–64\"]", false)]
    [InlineData("[\" 5-6\"]", false)]
    [InlineData("[\"3\"]", false)]
    [InlineData("[65]", false)]
    [InlineData("[null]", false)]
    public async Task Operations_are_judged_alike(string ops, bool fits)
    {
        var schema = await Schema();
        var text = Presets.Json("linear").Replace("\"setup\": { \"ops\": [56, 27, 2, 3, 18, 23]", $"\"setup\": {{ \"ops\": {ops}", StringComparison.Ordinal);
        Assert.NotEqual(Presets.Json("linear"), text);
        Assert.Equal(fits, Complaint(text) is null);
        Assert.Equal(fits, schema.Validate(text).Count == 0);
    }

    [Fact]
    public async Task The_schema_names_every_operation()
    {
        var op = (await Schema()).Definitions["op"];
        Assert.Equal(Enum.GetNames<Op>(), op.AnyOf.Single(form => form.Enumeration.Count > 0).Enumeration.Cast<string>());
    }

    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(SpecSchema.Json);

    private static string? Complaint(string json)
    {
        try
        {
            SpecReader.Read(json, "spec");
            return null;
        }
        catch (InputException error)
        {
            return error.Message;
        }
    }
}
